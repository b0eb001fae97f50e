import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { findSealingKey, selectTrustees, type TrusteeRow } from "./queries.ts"
import type { HrTrustees, TrusteeStanding } from "./schemas.ts"

export function standingOf(row: TrusteeRow): TrusteeStanding {
  const { seat, name, public_key, dealing, tried_at, handed_to } = row
  const [hasKey, hasDealt, hasTried] = [public_key !== null, dealing !== null, tried_at !== null]
  return { seat, name, hasKey, hasDealt, hasTried, handedTo: handed_to }
}

/** How far the trustees of a survey are; none when the server holds its key. */
export async function standings(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<TrusteeStanding[]> {
  return (await selectTrustees(tx, organizationId, surveyId)).map(standingOf)
}

/** The same for HR, who named them. */
export function readTrustees(deps: Deps, organizationId: string, surveyId: string): Promise<HrTrustees> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const rows = await selectTrustees(tx, organizationId, surveyId)
    return {
      sealing: survey.sealing,
      isDealt: rows.length > 0 && (await findSealingKey(tx, organizationId, surveyId)) !== null,
      trustees: rows.map((row) => ({
        ...standingOf(row),
        email: row.email,
        isMailed: row.mailed_at !== null,
      })),
    }
  })
}
