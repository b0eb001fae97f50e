import { withOrganization } from "@throughline/db"
import { fromSurveyJson, type Instrument } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { insertInstrument } from "./queries.ts"
import { instrumentInside } from "./read-instrument.ts"
import type { ImportedInstrument } from "./schemas.ts"

/** An own instrument from SurveyJS JSON: all of it, or nothing and a fault for each property that cannot be taken. */
export function importInstrument(
  deps: Deps,
  organizationId: string,
  { name, survey }: { name?: string | undefined; survey?: unknown },
): Promise<ImportedInstrument> {
  const read = fromSurveyJson(survey)
  if ("faults" in read) throw new Problem("instrument.refused", { issues: read.faults })
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const draft: Instrument = {
      ...read.instrument,
      id: crypto.randomUUID(),
      version: 1,
      ...(name === undefined ? {} : { name: { en: name } }),
    }
    await insertInstrument(tx, organizationId, draft, deps.now())
    return { ...(await instrumentInside(tx, organizationId, draft.id)), notes: read.notes }
  })
}
