import { organizationIds } from "./auth/queries.ts"
import type { Deps } from "./deps.ts"
import { activeDrivers, foretellDriver } from "./drivers/foretell-driver.ts"
import { sendAlerts } from "./drivers/send-alerts.ts"
import type { Jobs } from "./jobs.ts"
import { watchKeys } from "./keys/watch-keys.ts"
import { beginReminders } from "./mail/begin-reminders.ts"
import { queueMended } from "./mail/queue-mended.ts"
import { describe } from "./on-error.ts"
import { makeDraftKeys } from "./signing/make-draft-keys.ts"
import { closeSurvey } from "./surveys/close-survey.ts"
import { destroyLeftKeys } from "./surveys/destroy-left-keys.ts"
import { renewParticipation } from "./surveys/participation.ts"
import { pendingWork } from "./surveys/pending-work.ts"
import { launchDue } from "./surveys/schedule-launch.ts"
import { remindTrustees } from "./trustees/remind-trustees.ts"
import { waitsForTrustees } from "./trustees/waits-for-trustees.ts"

/**
 * What a crash or a date leaves to be done: scheduled surveys are launched, those past their date are closed, reminders
 * are begun on their days, due mails get a job, open surveys their picture of the day, keys of closed ones are
 * destroyed, trustees are reminded while a survey waits for them, drivers foretell and their alerts are sent, and a key that is missing while it is needed raises an alarm. What fails is logged and does not keep the rest from being done.
 */
export async function sweep(deps: Deps, jobs: Jobs, log: (line: string) => void): Promise<void> {
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log(`${what}: ${error instanceof Error ? describe(error) : "failed"}`)
    }
  }
  await attempt("sweep", async () => {
    for (const organizationId of await organizationIds(deps.db)) {
      await attempt(`reminders of organization ${organizationId}`, () => beginReminders(deps, organizationId))
      await attempt(`addresses of organization ${organizationId}`, () => queueMended(deps, organizationId))
      await attempt(`keys of organization ${organizationId}`, () => watchKeys(deps, organizationId))
      await attempt(`sweep of organization ${organizationId}`, async () => {
        const { launches, due, queued } = await pendingWork(deps, organizationId)
        for (const surveyId of launches)
          await attempt(`launch of survey ${surveyId}`, () => launchDue(deps, organizationId, surveyId))
        for (const surveyId of queued) await jobs.sendInvitations(organizationId, surveyId)
        for (const surveyId of due)
          await attempt(`close of survey ${surveyId}`, async () => {
            if (await waitsForTrustees(deps, organizationId, surveyId)) return
            await closeSurvey(deps, organizationId, surveyId)
          })
        await attempt(`trustees of organization ${organizationId}`, () =>
          remindTrustees(deps, organizationId),
        )
        await renewParticipation(deps, organizationId)
        await destroyLeftKeys(deps, organizationId)
      })
      await attempt(`drivers of organization ${organizationId}`, async () => {
        for (const driverId of await activeDrivers(deps, organizationId))
          await attempt(`driver ${driverId}`, () => foretellDriver(deps, organizationId, driverId))
        await sendAlerts(deps, organizationId)
      })
    }
    // Last: nothing that is due waits for keys that are made in advance.
    await attempt("signing keys", () => makeDraftKeys(deps))
  })
}
