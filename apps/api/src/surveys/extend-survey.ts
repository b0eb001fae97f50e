import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { databaseNow, lockSurvey, type SurveyRow, updateSurvey } from "./queries.ts"

const LONGEST = 60 * 24 * 3600 * 1000

/** How far an open survey may be extended in all: what was promised first must stay recognizable. */
export function latestClose({ promised_closes_at, closes_at }: SurveyRow): Date | null {
  const promised = promised_closes_at ?? closes_at
  return promised === null ? null : new Date(promised.getTime() + LONGEST)
}

/**
 * Moves the close of an open survey, only ever to a later date: nobody who read "until Friday" comes too late for it.
 * The first promise is kept beside the new date and the frozen manifest stays as it is. Whoever asked to close it
 * early asks no more.
 */
export function extendSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  closesAt: string,
): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const latest = latestClose(survey)
    if (survey.state !== "open" || survey.closes_at === null || latest === null) {
      throw new Problem("survey.not-open")
    }
    // The box takes nothing any more and respondents read "closed": it stays so.
    if (survey.closes_at <= (await databaseNow(tx))) throw new Problem("survey.not-open")
    const at = new Date(closesAt)
    if (at <= survey.closes_at) {
      throw new Problem("survey.dates", { detail: "An open survey can only be closed later, not earlier." })
    }
    if (at > latest) {
      throw new Problem("survey.dates", {
        detail: "A survey can be extended by 60 days in all after the close that was promised first.",
      })
    }
    await updateSurvey(tx, organizationId, surveyId, {
      closes_at: at,
      promised_closes_at: survey.promised_closes_at ?? survey.closes_at,
      close_asked_by: null,
      close_asked_at: null,
    })
  })
}
