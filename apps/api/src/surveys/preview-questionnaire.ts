import { withOrganization } from "@throughline/db"
import { freezeQuestionnaire, type Questionnaire } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { instrumentOfSurvey, lacksWords, usable } from "../instruments/instrument-of-survey.ts"
import { findOrganization } from "../organizations/queries.ts"
import { Problem } from "../problem.ts"
import { findFrozen, findSurvey } from "./queries.ts"

/** The questionnaire: after the launch the frozen one, before it what it would be (its options in some order). */
export function previewQuestionnaire(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<Questionnaire> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (frozen !== undefined) return frozen.questionnaire
    const { name, words } = await findOrganization(tx, organizationId)
    const instrument = await instrumentOfSurvey(tx, organizationId, survey)
    if (lacksWords(instrument, words)) {
      throw new Problem("survey.not-ready", { detail: "The words of the strategy are not complete yet." })
    }
    return freezeQuestionnaire(instrument, usable(words), name, crypto.randomUUID()).questionnaire
  })
}
