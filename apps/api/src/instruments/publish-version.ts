import { withOrganization } from "@throughline/db"
import type { Instrument } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { differ, publicationFaults } from "./describe-draft.ts"
import { findReadyMade } from "./find-version.ts"
import { findInstrument, findPublished, insertVersion } from "./queries.ts"
import type { PublishedVersion } from "./schemas.ts"

/** Makes the draft the next version, which never changes again. A draft without changes is the newest version already. */
export function publishVersion(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
  revision: number,
): Promise<PublishedVersion> {
  if (findReadyMade(instrumentId) !== undefined) throw new Problem("instrument.ready-made")
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const own = await findInstrument(tx, organizationId, instrumentId, true)
    if (own === undefined) throw new Problem("instrument.unknown")
    if (own.revision !== revision) throw new Problem("instrument.changed")
    const newest = own.version && (await findPublished(tx, organizationId, instrumentId, own.version))
    if (newest && own.version && !differ(own.draft, newest.body)) {
      return { version: own.version, publishedAt: newest.publishedAt.toISOString(), body: newest.body }
    }
    const faults = publicationFaults(own.draft)
    if (faults.length > 0) throw new Problem("instrument.invalid", { issues: faults })
    const version = (own.version ?? 0) + 1
    const body: Instrument = { ...own.draft, version }
    const publishedAt = deps.now()
    await insertVersion(tx, organizationId, body, publishedAt)
    return { version, publishedAt: publishedAt.toISOString(), body }
  })
}
