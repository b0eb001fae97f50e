import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findSurvey } from "../surveys/queries.ts"
import { countSealed } from "./queries.ts"

/** Whether only trustees can end this close: then nobody need read the whole box every minute to find that out. */
export function waitsForTrustees(deps: Deps, organizationId: string, surveyId: string): Promise<boolean> {
  return withOrganization(deps.db, "close", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey?.sealing !== "trustees" || survey.state !== "closing") return false
    return (await countSealed(tx, organizationId, surveyId)) >= survey.k
  })
}
