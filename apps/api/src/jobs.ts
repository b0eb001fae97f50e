import type { Database } from "@throughline/db"
import { PgBoss } from "pg-boss"
import { organizationIds } from "./auth/queries.ts"
import type { Deps } from "./deps.ts"
import { sendInvitation } from "./invitations/send-invitation.ts"
import { describe } from "./on-error.ts"
import { closeSurvey } from "./surveys/close-survey.ts"
import { destroyLeftKeys } from "./surveys/destroy-left-keys.ts"
import { renewParticipation } from "./surveys/participation.ts"
import { pendingWork } from "./surveys/pending-work.ts"
import { launchDue } from "./surveys/schedule-launch.ts"

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
/** A process that was killed says nothing any more: after so many seconds its jobs are taken from it. */
const HEARTBEAT = 30
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
    // How often dead jobs are looked for: a job that died bars the next sweep until it is found.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on("error", (error) => log(`jobs: ${describe(error)}`))
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
        heartbeatSeconds: HEARTBEAT,
        deleteAfterSeconds: 3600,
      })
      await boss.createQueue(SWEEP, {
        policy: "exclusive",
        retryLimit: 0,
        heartbeatSeconds: HEARTBEAT,
        expireInSeconds: 3600,
      })
      // Queues made by an earlier version have no heartbeat yet.
      for (const queue of [MAILS, SWEEP]) await boss.updateQueue(queue, { heartbeatSeconds: HEARTBEAT })
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
              // What is thrown may quote an address, and pg-boss would keep it: it is told nothing but "failed".
              const settled = await sendInvitation(deps, organizationId, surveyId, personId, last).catch(
                (error: unknown) => {
                  log(`mail: ${said(error)}`)
                  return false
                },
              )
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

/**
 * What a crash or a date leaves to be done: scheduled surveys are launched, those past their date are closed, waiting mails get a job, open
 * surveys their picture of the day, keys of closed ones are destroyed. What fails is logged and does not keep the rest from being done.
 */
export async function sweep(deps: Deps, jobs: Jobs, log: (line: string) => void): Promise<void> {
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log(`${what}: ${said(error)}`)
    }
  }
  await attempt("sweep", async () => {
    for (const organizationId of await organizationIds(deps.db)) {
      await attempt(`sweep of organization ${organizationId}`, async () => {
        const { launches, due, queued } = await pendingWork(deps, organizationId)
        for (const surveyId of launches)
          await attempt(`launch of survey ${surveyId}`, () => launchDue(deps, organizationId, surveyId))
        for (const { surveyId, personIds } of queued)
          await jobs.sendInvitations(organizationId, surveyId, personIds)
        for (const surveyId of due)
          await attempt(`close of survey ${surveyId}`, () => closeSurvey(deps, organizationId, surveyId))
        await renewParticipation(deps, organizationId)
        await destroyLeftKeys(deps, organizationId)
      })
    }
  })
}

/** For the log: no message of the database or a mail server, which may hold names and addresses. */
function said(error: unknown): string {
  return error instanceof Error ? describe(error) : "failed"
}
