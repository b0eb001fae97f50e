import { withOrganization } from "@throughline/db"
import { languages } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { findOrganization } from "../organizations/queries.ts"
import { loadChart } from "../people/load-chart.ts"
import { hourOnDay } from "../time-zone.ts"
import { knownLanguage } from "./language-of.ts"
import { insertSurvey } from "./queries.ts"
import { surveyInside } from "./read-survey.ts"
import type { Survey } from "./schemas.ts"

/** A draft with the defaults: groups of 5, everybody, English and the languages of the people file, two weeks. */
export function createSurvey(deps: Deps, organizationId: string, name: string): Promise<Survey> {
  const surveyId = crypto.randomUUID()
  const now = deps.now()
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { timeZone } = await findOrganization(tx, organizationId)
    const { chart } = await loadChart(tx, organizationId)
    const named = new Set(chart.people.map(({ language }) => knownLanguage(language)))
    await insertSurvey(tx, {
      organizationId,
      surveyId,
      name,
      k: 5,
      languages: languages.filter((language) => language === "en" || named.has(language)),
      closesAt: firstClose(now, timeZone),
      createdAt: now,
    })
    return await surveyInside(tx, organizationId, surveyId)
  })
}

/** In two weeks, at 18:00 on the organization's clock. */
export function firstClose(now: Date, timeZone: string): Date {
  return hourOnDay(now, 14, 18, timeZone)
}
