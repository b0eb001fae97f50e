import { withOrganization } from "@throughline/db"
import { type Instrument, instrumentSchema } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { savedDraftOf } from "./describe-draft.ts"
import { findReadyMade } from "./find-version.ts"
import { findInstrument, findPublished, updateDraft } from "./queries.ts"
import type { SavedDraft } from "./schemas.ts"

/**
 * Keeps a draft, half-written or not, and says what keeps it from being published. Two people may edit at once: who
 * changes an older revision than the stored one is told so (instrument.changed), and nothing is overwritten.
 */
export function changeDraft(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
  change: { revision: number; body: unknown },
): Promise<SavedDraft> {
  if (findReadyMade(instrumentId) !== undefined) throw new Problem("instrument.ready-made")
  const read = instrumentSchema.safeParse(change.body)
  if (!read.success) {
    throw new Problem("request.invalid", {
      issues: read.error.issues.map(({ path, message }) => ({ path: ["body", ...path].join("."), message })),
    })
  }
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const own = await findInstrument(tx, organizationId, instrumentId, true)
    if (own === undefined) throw new Problem("instrument.unknown")
    const draft: Instrument = { ...read.data, id: instrumentId, version: (own.version ?? 0) + 1 }
    const changedAt = deps.now()
    if (!(await updateDraft(tx, organizationId, change.revision, draft, changedAt))) {
      throw new Problem("instrument.changed")
    }
    const newest = own.version && (await findPublished(tx, organizationId, instrumentId, own.version))
    return savedDraftOf(
      { ...own, draft, revision: change.revision + 1, changedAt },
      newest ? newest.body : null,
    )
  })
}
