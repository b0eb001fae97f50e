import { type Tx, withOrganization } from "@throughline/db"
import { type AttributeColumn, attributeColumns } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { loadChart } from "../people/load-chart.ts"
import { Problem } from "../problem.ts"
import { cutPeople } from "../surveys/cut.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { findSurvey, type SurveyRow } from "../surveys/queries.ts"
import { columnValues } from "./attribute-values.ts"
import { updateAttribute } from "./queries.ts"
import type { Attribute } from "./schemas.ts"

/** What a draft asks of the people file's columns, and what it could ask. */
export function readAttribute(deps: Deps, organizationId: string, surveyId: string): Promise<Attribute> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    return await attributeInside(tx, organizationId, survey)
  })
}

/** HR chooses a column that can be asked, or none; only in a draft. */
export function chooseAttribute(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  chosen: AttributeColumn | null,
): Promise<Attribute> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    const before = await attributeInside(tx, organizationId, survey)
    if (before.columns.find(({ column }) => column === chosen)?.refused) throw refusedColumn(chosen)
    await updateAttribute(tx, organizationId, surveyId, chosen)
    return { ...before, chosen }
  })
}

export function refusedColumn(column: string | null): Problem {
  return new Problem("survey.not-ready", {
    detail: `The people file's ${column} has too few or too many values among the people invited to be asked.`,
  })
}

async function attributeInside(tx: Tx, organizationId: string, survey: SurveyRow): Promise<Attribute> {
  if (survey.state !== "draft") return { chosen: survey.attribute, columns: [] }
  const { chart } = await loadChart(tx, organizationId)
  const { invited } = cutPeople(chart, survey.audience, survey.k)
  return {
    chosen: survey.attribute,
    columns: attributeColumns.map((column) => columnValues(chart, invited, column, survey.k)),
  }
}
