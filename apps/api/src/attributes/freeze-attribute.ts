import { type Questionnaire, withAttribute } from "@throughline/instrument"
import type { OrgChart } from "@throughline/org"
import type { SurveyRow } from "../surveys/queries.ts"
import { columnValues, valuesByPosition } from "./attribute-values.ts"
import { refusedColumn } from "./choose-attribute.ts"

/** The questionnaire with the question that HR chose, and by position which value the people file gives. */
export function freezeAttribute(
  questionnaire: Questionnaire,
  survey: Pick<SurveyRow, "attribute" | "k">,
  chart: OrgChart,
  invited: readonly boolean[],
): { questionnaire: Questionnaire; fileValues: (number | null)[] } {
  if (survey.attribute === null) return { questionnaire, fileValues: [] }
  const column = columnValues(chart, invited, survey.attribute, survey.k)
  // People or audience have changed since it was chosen.
  if (column.refused !== null) throw refusedColumn(survey.attribute)
  const values = column.values.map(({ value }) => value)
  return {
    questionnaire: withAttribute(questionnaire, survey.attribute, values, survey.k),
    fileValues: valuesByPosition(chart, invited, column),
  }
}
