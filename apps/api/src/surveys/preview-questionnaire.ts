import { withOrganization } from "@throughline/db"
import { freezeQuestionnaire, type Questionnaire } from "@throughline/instrument"
import { freezeAttribute } from "../attributes/freeze-attribute.ts"
import type { Deps } from "../deps.ts"
import { instrumentOfSurvey, lacksWords, usable } from "../instruments/instrument-of-survey.ts"
import { findOrganization } from "../organizations/queries.ts"
import { loadChart } from "../people/load-chart.ts"
import { Problem } from "../problem.ts"
import { cutPeople } from "./cut.ts"
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
    if (survey.source === "imported") throw new Problem("survey.imported")
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (frozen !== undefined) return frozen.questionnaire
    const { name, words } = await findOrganization(tx, organizationId)
    const instrument = await instrumentOfSurvey(tx, organizationId, survey)
    if (lacksWords(instrument, words)) {
      throw new Problem("survey.not-ready", { detail: "The words of the strategy are not complete yet." })
    }
    const { questionnaire } = freezeQuestionnaire(instrument, usable(words), name, crypto.randomUUID())
    if (survey.attribute === null) return questionnaire
    const { chart } = await loadChart(tx, organizationId)
    const { invited } = cutPeople(chart, survey.audience, survey.k)
    return freezeAttribute(questionnaire, survey, chart, invited).questionnaire
  })
}
