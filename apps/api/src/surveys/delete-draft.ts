import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { deleteDraft as deleteRow, findSurvey } from "./queries.ts"

/** Only a draft: what has been launched was promised to people and stays. */
export function deleteDraft(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (await deleteRow(tx, organizationId, surveyId)) return
    const survey = await findSurvey(tx, organizationId, surveyId)
    throw new Problem(survey === undefined ? "survey.unknown" : "survey.not-draft")
  })
}
