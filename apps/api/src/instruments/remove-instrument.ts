import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findReadyMade } from "./find-version.ts"
import { deleteInstrument, findInstrument, surveysUsing } from "./queries.ts"

/** Deletes an own instrument with all its versions, as long as no survey names it. */
export async function removeInstrument(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
): Promise<void> {
  if (findReadyMade(instrumentId) !== undefined) throw new Problem("instrument.ready-made")
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    // Whoever gives a survey this instrument holds the same lock, so none can come in between.
    const own = await findInstrument(tx, organizationId, instrumentId, true)
    if (own === undefined) throw new Problem("instrument.unknown")
    const surveys = await surveysUsing(tx, organizationId, instrumentId)
    if (surveys.length > 0) {
      throw new Problem("instrument.in-use", {
        detail: `It is used by: ${surveys.map(({ name }) => name).join(", ")}.`,
      })
    }
    await deleteInstrument(tx, organizationId, instrumentId)
  })
}
