import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { selectWaitingMails } from "../invitations/queries.ts"
import { isDue } from "./is-due.ts"
import { databaseNow, selectSurveys } from "./queries.ts"

/**
 * What waits in one organization: surveys to be launched, surveys past their date or half closed, and mails not sent
 * yet. What is due is decided by the database's clock.
 */
export function pendingWork(
  deps: Deps,
  organizationId: string,
): Promise<{ launches: string[]; due: string[]; queued: { surveyId: string; personIds: string[] }[] }> {
  return withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const launches: string[] = []
    const due: string[] = []
    const queued: { surveyId: string; personIds: string[] }[] = []
    const now = await databaseNow(tx)
    for (const survey of await selectSurveys(tx, organizationId)) {
      const { survey_id: surveyId, state, closes_at } = survey
      if (isDue(survey, now)) launches.push(surveyId)
      else if (state === "closing" || (state === "open" && closes_at !== null && closes_at <= now))
        due.push(surveyId)
      else if (state === "open") {
        const personIds = await selectWaitingMails(tx, organizationId, surveyId)
        if (personIds.length > 0) queued.push({ surveyId, personIds })
      }
    }
    return { launches, due, queued }
  })
}
