import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { selectWaitingMails } from "../invitations/queries.ts"
import { selectSurveys } from "./queries.ts"

/** What waits in one organization: surveys past their date or half closed, and mails not sent yet. */
export function pendingWork(
  deps: Deps,
  organizationId: string,
): Promise<{ due: string[]; queued: { surveyId: string; personIds: string[] }[] }> {
  return withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const due: string[] = []
    const queued: { surveyId: string; personIds: string[] }[] = []
    const now = deps.now()
    for (const { survey_id: surveyId, state, closes_at } of await selectSurveys(tx, organizationId)) {
      if (state === "closing" || (state === "open" && closes_at !== null && closes_at <= now))
        due.push(surveyId)
      else if (state === "open") {
        const personIds = await selectWaitingMails(tx, organizationId, surveyId)
        if (personIds.length > 0) queued.push({ surveyId, personIds })
      }
    }
    return { due, queued }
  })
}
