import { readdirSync } from "node:fs"
import { eachDatabase } from "@throughline/db/testing"
import { PgBoss } from "pg-boss"
import { expect, test } from "vitest"
import { seededCompany } from "./demo/testing.ts"
import type { Deps } from "./deps.ts"
import { createJobs } from "./jobs.ts"
import type { Mail, Mailer } from "./mail/mailer.ts"
import { readSurveyMails } from "./mail/read-mail.ts"
import { closeSurvey } from "./surveys/close-survey.ts"
import { readParticipation } from "./surveys/participation.ts"
import { readSurvey } from "./surveys/read-survey.ts"
import { moveSurvey } from "./surveys/testing.ts"
import { sweep } from "./sweep.ts"
import { openTestApp } from "./testing.ts"

const DAY = 24 * 3600 * 1000

/** Takes mails as `take` says; throws what a mail server would answer. */
const mailerThat = (take: (mail: Mail) => void): Mailer => ({
  send: async (mail) => take(mail),
  size: 10,
  probe: async () => undefined,
  outbox: () => [],
  close: () => {},
})

eachDatabase((_name, open) => {
  test("a survey past its date is closed by the sweep, one before its date is not", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const survey = await seededCompany(api.deps, { people: 60, share: 0.6, seed: 1 })
    // The sweep goes through organizations with an account.
    await api.deps.auth.createUser({
      email: "a@example.com",
      name: "A",
      password: "long-enough-1",
      organizationId: survey.organizationId,
    })
    const state = async () => (await readSurvey(api.deps, survey.organizationId, survey.surveyId)).state
    await sweep(api.deps, api.deps.jobs, () => {})
    expect(await state()).toBe("open")
    // A clock of the server's that runs ahead closes nothing and shows nothing: the database's decides.
    const ahead: Deps = { ...api.deps, now: () => new Date(Date.now() + 15 * DAY) }
    await sweep(ahead, api.deps.jobs, () => {})
    expect(await state()).toBe("open")
    const picture = () => readParticipation(api.deps, survey.organizationId, survey.surveyId)
    expect((await picture()).groups).toEqual([])
    // Participation is renewed by the sweep of a later day, without a look and not by one.
    const launched_at = new Date(Date.now() - 3 * DAY)
    await moveSurvey(api, survey.organizationId, survey.surveyId, { launched_at })
    expect((await picture()).groups).toEqual([])
    await sweep(api.deps, api.deps.jobs, () => {})
    expect((await picture()).groups.length).toBeGreaterThan(0)
    await moveSurvey(api, survey.organizationId, survey.surveyId, { closes_at: new Date(Date.now() - 1000) })
    await sweep(api.deps, api.deps.jobs, () => {})
    expect(await state()).toBe("closed")
    api.remove()
  }, 120_000)

  test("mails whose job was lost are found waiting and go once; a refused address counts as failed", async () => {
    const database = await open()
    const jobs = createJobs(database, () => {})
    const sent: string[] = []
    const mailer = mailerThat(({ to }) => {
      if (to.address.startsWith("a")) {
        const cause = { stage: "recipient", code: 550, status: "5.1.1", mayHaveArrived: false, slow: false }
        throw new Error("no such user", { cause })
      }
      sent.push(to.address)
    })
    const api = await openTestApp(database, { demo: true, mailer, jobs })
    const survey = await seededCompany(
      { ...api.deps, jobs: { ...jobs, sendInvitations: async () => {} } },
      { people: 60, share: 0, seed: 1 },
    )
    await api.deps.auth.createUser({
      email: "b@example.com",
      name: "B",
      password: "long-enough-1",
      organizationId: survey.organizationId,
    })
    await jobs.start(api.deps)
    // Asked three times over, as by the launch and two sweeps.
    await Promise.all([1, 2, 3].map(() => sweep(api.deps, jobs, () => {})))
    const mails = async () =>
      (await readSurveyMails(api.deps, survey.organizationId, survey.surveyId)).invitations
    await expect.poll(mails, { timeout: 30_000, interval: 200 }).toMatchObject({ queued: 0, deferred: 0 })
    const { sent: counted, unsure, refused } = await mails()
    expect(counted + refused).toBe(60)
    expect(unsure).toBe(0)
    expect(refused).toBeGreaterThan(0)
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent).toHaveLength(counted)
    await jobs.stop()
    api.remove()
  }, 90_000)

  test("a sweep whose process was killed bars the next one for half a minute, not for an hour", async () => {
    const database = await open()
    const jobs = createJobs(database, () => {})
    const api = await openTestApp(database, { jobs })
    await jobs.start(api.deps)
    await jobs.stop()
    // Another process: takes a sweep and is never heard of again.
    const boss = new PgBoss({
      db: {
        executeSql: (text, values) =>
          database.executeSql(
            text,
            values?.map((value) => value ?? null),
          ),
      },
      backend: database.embedded ? "pglite" : "postgres",
      schema: "jobs",
      createSchema: false,
      supervise: false,
      schedule: false,
    })
    boss.on("error", () => {})
    await boss.start()
    await database.executeSql("delete from jobs.job where name = 'sweep'", [])
    await boss.send("sweep")
    const [taken] = await boss.fetch("sweep")
    expect(taken).toBeDefined()
    expect(await boss.send("sweep")).toBeNull()
    const secondsLater = async (seconds: number) => {
      await database.executeSql(
        `update jobs.job set started_on = started_on - interval '${seconds} s', heartbeat_on = heartbeat_on - interval '${seconds} s'
         where name = 'sweep'`,
        [],
      )
      await database.executeSql("update jobs.queue set monitor_on = null, monitor_claim_on = null", [])
      await boss.supervise("sweep")
    }
    await secondsLater(20)
    expect(await boss.send("sweep")).toBeNull()
    await secondsLater(15)
    expect(await boss.send("sweep")).not.toBeNull()
    await boss.stop({ graceful: false })
    api.remove()
  }, 60_000)

  test("the sweep destroys a key that a crash after the commit left behind", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const survey = await seededCompany(api.deps, { people: 60, share: 0.6, seed: 2 })
    await api.deps.auth.createUser({
      email: "c@example.com",
      name: "C",
      password: "long-enough-1",
      organizationId: survey.organizationId,
    })
    const crash = closeSurvey(api.deps, survey.organizationId, survey.surveyId, (reached) => {
      if (reached === "committed") throw new Error("killed")
    })
    await expect(crash).rejects.toThrow("killed")
    const left = () => readdirSync(api.keyDirectory).filter((file) => file.includes(survey.surveyId))
    expect(left()).toHaveLength(1)
    await sweep(api.deps, api.deps.jobs, () => {})
    expect(left()).toEqual([])
    api.remove()
  }, 60_000)

  test("what fails in the background leaves no address and no message of the database, in the log or in the queue", async () => {
    const database = await open()
    const lines: string[] = []
    const jobs = createJobs(database, (line) => lines.push(line))
    const api = await openTestApp(database, { demo: true, jobs, mailer: mailerThat(() => {}) })
    const survey = await seededCompany(
      { ...api.deps, jobs: { ...jobs, sendInvitations: async () => {} } },
      { people: 40, share: 0, seed: 3 },
    )
    await api.deps.auth.createUser({
      email: "d@example.com",
      name: "D",
      password: "long-enough-1",
      organizationId: survey.organizationId,
    })
    const secret = "jane.doe@example.com"
    // Computing the link comes after the mail's own try and stands for anything that may be thrown there.
    const broken = {
      ...api.deps,
      log: (line: string) => void lines.push(line),
      keys: {
        ...api.deps.keys,
        get invitationKey(): Uint8Array {
          throw new Error(`duplicate key value (email)=(${secret})`)
        },
      },
    }
    await jobs.start(broken)
    await sweep(broken, jobs, (line) => lines.push(line))
    await expect
      .poll(() => lines.filter((line) => line.startsWith("mail:")).length, { timeout: 20_000 })
      .toBeGreaterThan(0)
    await moveSurvey(api, survey.organizationId, survey.surveyId, { closes_at: new Date(Date.now() - 1000) })
    const late = {
      ...api.deps,
      keys: {
        ...api.deps.keys,
        deleteSealingKey: async () => {
          throw new Error(`cannot delete, says ${secret}`)
        },
      },
    }
    await sweep(late, jobs, (line) => lines.push(line))
    expect(lines.some((line) => line.startsWith(`close of survey ${survey.surveyId}`))).toBe(true)
    await jobs.stop()
    const { rows } = await database.executeSql(
      "select output::text from jobs.job where output is not null",
      [],
    )
    expect(`${JSON.stringify(rows)}${lines.join()}`).not.toContain(secret)
    api.remove()
  }, 60_000)
})
