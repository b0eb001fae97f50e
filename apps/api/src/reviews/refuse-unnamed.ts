import type { Tx } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import { Problem } from "../problem.ts"
import { findSurvey, type SurveyRow } from "../surveys/queries.ts"
import { selectReviewers } from "./queries.ts"

/** Refuses whoever was not named before the launch, HR too. A test takes it away and meets the database's own refusal. */
export async function refuseUnnamed(
  tx: Tx,
  { organizationId, userId }: Session,
  surveyId: string,
): Promise<void> {
  const named = await selectReviewers(tx, organizationId, surveyId)
  if (!named.some(({ user_id }) => user_id === userId)) throw new Problem("review.not-named")
}

/** A survey whose comments may be read by this caller. */
export async function reviewable(
  tx: Tx,
  session: Session,
  surveyId: string,
  refuse = refuseUnnamed,
): Promise<SurveyRow> {
  const survey = await findSurvey(tx, session.organizationId, surveyId)
  if (survey === undefined) throw new Problem("survey.unknown")
  await refuse(tx, session, surveyId)
  if (survey.state !== "closed" || survey.outcome !== "released") throw new Problem("review.not-yet")
  return survey
}
