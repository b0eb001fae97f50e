import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { insertSurvey } from "./queries.ts"
import { surveyInside } from "./read-survey.ts"
import type { Survey } from "./schemas.ts"

/** A draft with the defaults: groups of 5, everybody, both languages, closing in 14 days at 18:00 UTC. */
export function createSurvey(deps: Deps, organizationId: string, name: string): Promise<Survey> {
  const surveyId = crypto.randomUUID()
  const now = deps.now()
  const closesAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 14, 18))
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await insertSurvey(tx, {
      organizationId,
      surveyId,
      name,
      k: 5,
      languages: ["en", "ar"],
      closesAt,
      createdAt: now,
    })
    return await surveyInside(tx, organizationId, surveyId)
  })
}
