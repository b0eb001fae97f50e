import { type Tx, withOrganization } from "@throughline/db"
import { checkWords, type Language, respondentTexts } from "@throughline/instrument"
import { freezeChart } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { findOrganization } from "../organizations/queries.ts"
import { type LoadedChart, loadChart } from "../people/load-chart.ts"
import { Problem } from "../problem.ts"
import { invitedPositions } from "./audience.ts"
import { findFrozen, findSurvey, invitedBySurvey, type SurveyRow, selectSurveys } from "./queries.ts"
import type { Survey, SurveySummary } from "./schemas.ts"

/** All surveys, newest first. */
export function listSurveys(deps: Deps, organizationId: string): Promise<SurveySummary[]> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const surveys = await selectSurveys(tx, organizationId)
    const invited = await invitedBySurvey(tx, organizationId)
    const loaded = surveys.some(({ state }) => state === "draft")
      ? await loadChart(tx, organizationId)
      : undefined
    return surveys.map((row) =>
      summary(row, invited.get(row.survey_id) ?? (loaded ? wouldBeInvited(loaded, row) : 0)),
    )
  })
}

export function readSurvey(deps: Deps, organizationId: string, surveyId: string): Promise<Survey> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await surveyInside(tx, organizationId, surveyId)
    if (survey.state !== "closing") return survey
    const sealingKey = (await findFrozen(tx, organizationId, surveyId))?.manifest.sealingKey ?? ""
    const isThere = (await deps.keys.readSealingKey(surveyId, sealingKey)) !== undefined
    return { ...survey, closeProblem: isThere ? null : ("key-missing" as const) }
  })
}

/** The survey as HR sees it, inside a transaction. Throws survey.unknown. */
export async function surveyInside(tx: Tx, organizationId: string, surveyId: string): Promise<Survey> {
  const row = await findSurvey(tx, organizationId, surveyId)
  if (row === undefined) throw new Problem("survey.unknown")
  const organization = await findOrganization(tx, organizationId)
  const invited = (await invitedBySurvey(tx, organizationId)).get(surveyId)
  const loaded = row.state === "draft" ? await loadChart(tx, organizationId) : undefined
  return {
    ...summary(row, invited ?? (loaded ? wouldBeInvited(loaded, row) : 0)),
    k: row.k,
    audience: row.audience,
    languages: row.languages as Language[],
    ready: {
      people: loaded === undefined || wouldBeInvited(loaded, row) > 0,
      words:
        row.state !== "draft" || (organization.words !== null && checkWords(organization.words).length === 0),
    },
    promise: respondentTexts("en")
      .promise({
        organization: organization.name,
        invitedInGroup: row.k + 3,
        k: row.k,
        closesAt: (row.closes_at ?? new Date(0)).toISOString(),
        timeZone: "UTC",
      })
      .points.map(({ title, text }) => `${title}: ${text}`),
  }
}

function wouldBeInvited({ chart }: LoadedChart, row: SurveyRow): number {
  return invitedPositions(chart, freezeChart(chart), row.audience).filter(Boolean).length
}

function summary(row: SurveyRow, invited: number): SurveySummary {
  const { survey_id, name, state, closes_at, launched_at, closed_at, outcome } = row
  return {
    id: survey_id,
    name,
    state,
    closesAt: closes_at?.toISOString() ?? null,
    launchedAt: launched_at?.toISOString() ?? null,
    closedAt: closed_at?.toISOString() ?? null,
    outcome,
    invited,
  }
}
