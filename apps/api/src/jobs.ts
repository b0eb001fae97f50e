import type { Database } from "@throughline/db"
import { type ConstructorOptions, PgBoss } from "pg-boss"
import { organizationIds } from "./auth/queries.ts"
import type { Deps } from "./deps.ts"
import { createCourier } from "./mail/courier.ts"
import { deliverMails } from "./mail/deliver-mails.ts"
import { describe } from "./on-error.ts"
import { destroyLeftKeys } from "./surveys/destroy-left-keys.ts"
import { sweep } from "./sweep.ts"

/** Work that happens in the background. Jobs hold ids of organizations and surveys and nothing else. */
export interface Jobs {
  /** Sends the mails of a survey that are due; asked twice, each mail still goes once. */
  sendInvitations(organizationId: string, surveyId: string): Promise<void>
  /** Starts to work; `deps` are what the verbs need. */
  start(deps: Deps): Promise<void>
  stop(): Promise<void>
}

const MAILS = "mails"
const SWEEP = "sweep"
/** A process that was killed says nothing any more: after so many seconds its jobs are taken from it. */
const HEARTBEAT = 30
/** Surveys whose mails one process sends at the same time. */
const MAILINGS = 4
interface MailJob {
  organizationId: string
  surveyId: string
}

/** pg-boss on this database, in a schema that the first migration makes. */
const boss = (database: Database, options: ConstructorOptions) =>
  new PgBoss({
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
    createSchema: false,
    ...options,
  })

/** Makes the queue's tables as the owner. The worker's login fills and empties them, and makes none. */
export async function prepareJobs(owner: Database): Promise<void> {
  const queue = boss(owner, { supervise: false, schedule: false })
  await queue.start()
  await queue.stop({ graceful: false })
  await owner.executeSql(`grant usage on schema jobs to throughline_worker;
    grant select, insert, update, delete on all tables in schema jobs to throughline_worker`)
}

/** Jobs on pg-boss in the same database; every process that starts them shares the work. */
export function createJobs(database: Database, log: (line: string) => void): Jobs {
  const queue = boss(database, {
    // How often dead jobs are looked for: a job that died bars the next sweep until it is found.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    // A login that is not the owner makes no tables and builds no index anew.
    ...(database.logins ? { migrate: false, reindex: false } : {}),
  })
  queue.on("error", (error) => log(`jobs: ${describe(error)}`))
  const stopping = new AbortController()
  let started = false
  return {
    async sendInvitations(organizationId, surveyId) {
      if (!started) return
      await queue.send(MAILS, { organizationId, surveyId } satisfies MailJob, { singletonKey: surveyId })
    },
    async start(deps) {
      for (const organizationId of await organizationIds(deps.db)) await destroyLeftKeys(deps, organizationId)
      await queue.start()
      // At most one job a survey is waiting or running: sweeping again is harmless. What waits is in the mails' own
      // rows, so a job that fails or is lost costs a minute at most.
      await queue.createQueue(MAILS, {
        policy: "exclusive",
        retryLimit: 0,
        heartbeatSeconds: HEARTBEAT,
        expireInSeconds: 12 * 3600,
        deleteAfterSeconds: 3600,
      })
      await queue.createQueue(SWEEP, {
        policy: "exclusive",
        retryLimit: 0,
        heartbeatSeconds: HEARTBEAT,
        expireInSeconds: 3600,
      })
      // Queues made by an earlier version have no heartbeat yet.
      for (const name of [MAILS, SWEEP]) await queue.updateQueue(name, { heartbeatSeconds: HEARTBEAT })
      started = true
      const courier = createCourier(deps.config.mailPace, deps.mailer.size)
      const { signal } = stopping
      await queue.work<MailJob>(MAILS, { batchSize: 1, localConcurrency: MAILINGS }, async ([job]) => {
        if (job === undefined) return
        const { organizationId, surveyId } = job.data
        // What is thrown may quote an address, and pg-boss would keep it.
        await deliverMails(deps, courier, organizationId, surveyId, { signal }).catch((error: unknown) =>
          log(`mail: ${error instanceof Error ? describe(error) : "failed"}`),
        )
      })
      await queue.work(SWEEP, async () => sweep(deps, this, log))
      await queue.schedule(SWEEP, "* * * * *")
      await queue.send(SWEEP)
    },
    async stop() {
      started = false
      // Mails that are under way are still settled; no new ones are begun.
      stopping.abort()
      await queue.stop({ graceful: true, timeout: 10_000 })
    },
  }
}
