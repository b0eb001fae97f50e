import { withOrganization } from "@throughline/db"
import { readyMade } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { differ, summaryOf } from "./describe-draft.ts"
import { selectInstruments, surveysUsing } from "./queries.ts"
import type { InstrumentSummary } from "./schemas.ts"

/** The ready-made ones, then the organization's own, newest first, each as its newest version, or its draft. */
export function listInstruments(deps: Deps, organizationId: string): Promise<InstrumentSummary[]> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const own = await selectInstruments(tx, organizationId)
    const using = await surveysUsing(tx, organizationId)
    const surveysOf = (id: string) =>
      using.filter(({ instrumentId }) => instrumentId === id).map(({ name }) => name)
    return [
      ...readyMade.map((one) => ({
        ...summaryOf(one),
        version: one.version,
        readyMade: true,
        changed: false,
        surveys: surveysOf(one.id),
      })),
      ...own.map(({ draft, published, version }) => ({
        ...summaryOf(published ?? draft),
        version,
        readyMade: false,
        changed: differ(draft, published),
        surveys: surveysOf(draft.id),
      })),
    ]
  })
}
