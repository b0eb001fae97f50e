import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { surveysWithMail } from "../mail/queue-queries.ts"
import { isDue } from "./is-due.ts"
import { databaseNow, selectSurveys } from "./queries.ts"
import { closePercent } from "./tell-progress.ts"

/**
 * What waits in one organization: surveys to be launched, surveys past their date or half closed that nobody is closing, and mails not sent
 * yet. What is due is decided by the database's clock.
 */
export function pendingWork(
  deps: Deps,
  organizationId: string,
): Promise<{ launches: string[]; due: string[]; queued: string[] }> {
  return withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const launches: string[] = []
    const due: string[] = []
    const now = await databaseNow(tx)
    for (const survey of await selectSurveys(tx, organizationId)) {
      const { survey_id: surveyId, state, closes_at } = survey
      // Somebody, maybe another process, is at it.
      if (closePercent(survey, now) !== null) continue
      if (isDue(survey, now)) launches.push(surveyId)
      else if (state === "closing" || (state === "open" && closes_at !== null && closes_at <= now))
        due.push(surveyId)
    }
    return { launches, due, queued: await surveysWithMail(tx, organizationId) }
  })
}
