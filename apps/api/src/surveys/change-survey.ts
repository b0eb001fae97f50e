import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { chooseInstrument } from "../instruments/instrument-of-survey.ts"
import { Problem } from "../problem.ts"
import { findSurvey, updateDraft } from "./queries.ts"
import { surveyInside } from "./read-survey.ts"
import type { Survey, SurveySettings } from "./schemas.ts"

/** Changes a draft. After the launch nothing of a survey can be changed: it has been promised. */
export function changeSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  settings: SurveySettings,
): Promise<Survey> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (settings.instrument !== undefined) await chooseInstrument(tx, organizationId, settings.instrument)
    if (!(await updateDraft(tx, organizationId, surveyId, settings))) {
      const survey = await findSurvey(tx, organizationId, surveyId)
      throw new Problem(survey === undefined ? "survey.unknown" : "survey.not-draft")
    }
    return await surveyInside(tx, organizationId, surveyId)
  })
}
