import type { Database } from "@throughline/db"
import { PgBoss } from "pg-boss"
import { organizationIds } from "./auth/queries.ts"
import type { Deps } from "./deps.ts"
import { sendInvitation } from "./invitations/send-invitation.ts"
import { closeSurvey } from "./surveys/close-survey.ts"
import { destroyLeftKeys } from "./surveys/destroy-left-keys.ts"
import { pendingWork } from "./surveys/pending-work.ts"

/** Work that happens in the background. Jobs hold ids and nothing else. */
export interface Jobs {
  /** Sends the invitations of these people; asked twice, each mail still goes once. */
  sendInvitations(organizationId: string, surveyId: string, personIds: readonly string[]): Promise<void>
  /** Starts to work; `deps` are what the verbs need. */
  start(deps: Deps): Promise<void>
  stop(): Promise<void>
}

const MAILS = "invitation-mail"
const SWEEP = "sweep"
interface MailJob {
  organizationId: string
  surveyId: string
  personId: string
}

/** Jobs on pg-boss in the same database; every process that starts them shares the work. */
export function createJobs(database: Database, log: (line: string) => void): Jobs {
  const boss = new PgBoss({
    db: {
      // pg-boss leaves some parameters undefined; postgres.js takes null only.
      executeSql: (text, values) =>
        database.executeSql(
          text,
          values?.map((value) => value ?? null),
        ),
    },
    backend: database.embedded ? "pglite" : "postgres",
    schema: "jobs",
    // The schema itself is made by the first migration.
    createSchema: false,
  })
  boss.on("error", (error) => log(`jobs: ${error.message}`))
  let started = false
  return {
    async sendInvitations(organizationId, surveyId, personIds) {
      if (!started) return
      for (let at = 0; at < personIds.length; at += 1000) {
        await boss.insert(
          MAILS,
          personIds.slice(at, at + 1000).map((personId) => ({
            data: { organizationId, surveyId, personId } satisfies MailJob,
            singletonKey: `${surveyId}/${personId}`,
          })),
        )
      }
    },
    async start(deps) {
      for (const organizationId of await organizationIds(deps.db)) await destroyLeftKeys(deps, organizationId)
      await boss.start()
      // At most one job an invitation is waiting or running: sweeping again is harmless.
      await boss.createQueue(MAILS, {
        policy: "exclusive",
        retryLimit: 8,
        retryDelay: 30,
        retryBackoff: true,
        deleteAfterSeconds: 3600,
      })
      await boss.createQueue(SWEEP, { policy: "exclusive", retryLimit: 0, expireInSeconds: 3600 })
      started = true
      await boss.work<
        MailJob,
        unknown,
        { batchSize: 20; perJobResults: true; burstWhenBatchFull: true; includeMetadata: true }
      >(
        MAILS,
        { batchSize: 20, perJobResults: true, burstWhenBatchFull: true, includeMetadata: true },
        // Each job of a batch is settled on its own: one mail that fails does not send the others again.
        (jobs) =>
          Promise.all(
            jobs.map(async ({ id, data, retryCount, retryLimit }) => {
              const { organizationId, surveyId, personId } = data
              const last = retryCount >= retryLimit
              const settled = await sendInvitation(deps, organizationId, surveyId, personId, last)
              return { id, status: settled ? ("completed" as const) : ("failed" as const) }
            }),
          ),
      )
      await boss.work(SWEEP, async () => sweep(deps, this, log))
      await boss.schedule(SWEEP, "* * * * *")
      await boss.send(SWEEP)
    },
    async stop() {
      started = false
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** What a crash or a date leaves to be done: surveys past their date are closed, waiting mails get a job. */
export async function sweep(deps: Deps, jobs: Jobs, log: (line: string) => void): Promise<void> {
  for (const organizationId of await organizationIds(deps.db)) {
    const { due, queued } = await pendingWork(deps, organizationId)
    for (const { surveyId, personIds } of queued)
      await jobs.sendInvitations(organizationId, surveyId, personIds)
    for (const surveyId of due) {
      try {
        await closeSurvey(deps, organizationId, surveyId)
      } catch (error) {
        log(`close of survey ${surveyId}: ${error instanceof Error ? error.message : "failed"}`)
      }
    }
  }
}
