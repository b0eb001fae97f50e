import type { Tx } from "@throughline/db"
import { Problem } from "../problem.ts"
import { lockSurvey, type SurveyRow } from "./queries.ts"

/** The survey's row, locked until the end of the transaction; refused when it is launched. */
export async function lockDraft(tx: Tx, organizationId: string, surveyId: string): Promise<SurveyRow> {
  const survey = await lockSurvey(tx, organizationId, surveyId)
  if (survey === undefined) throw new Problem("survey.unknown")
  if (survey.state !== "draft") throw new Problem("survey.not-draft")
  return survey
}
