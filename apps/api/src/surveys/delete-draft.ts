import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { deleteDraft as deleteRow, findSurvey } from "./queries.ts"

/** Only a draft: what has been launched was promised to people and stays. */
export async function deleteDraft(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  const key = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (await deleteRow(tx, organizationId, surveyId)) return survey?.sealing_key ?? null
    throw new Problem(survey === undefined ? "survey.unknown" : "survey.not-draft")
  })
  if (key !== null) await deps.keys.deleteSealingKey(surveyId, key)
}
