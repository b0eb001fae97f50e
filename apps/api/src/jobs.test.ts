import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { seededCompany } from "./demo/testing.ts"
import { createJobs, sweep } from "./jobs.ts"
import type { Mail, Mailer } from "./mail/mailer.ts"
import { readParticipation } from "./surveys/participation.ts"
import { readSurvey } from "./surveys/read-survey.ts"
import type { Participation } from "./surveys/schemas.ts"
import { openTestApp } from "./testing.ts"

/** Takes mails as `take` says; throws what a mail server would answer. */
const mailerThat = (take: (mail: Mail) => void): Mailer => ({
  send: async (mail) => take(mail),
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
    const later = { ...api.deps, now: () => new Date(Date.now() + 15 * 24 * 3600 * 1000) }
    await sweep(later, api.deps.jobs, () => {})
    expect(await state()).toBe("closed")
    api.remove()
  }, 60_000)

  test("mails whose job was lost are found waiting and go once; a refused address counts as failed", async () => {
    const database = await open()
    const jobs = createJobs(database, () => {})
    const sent: string[] = []
    const mailer = mailerThat(({ to }) => {
      if (to.address.startsWith("a")) throw Object.assign(new Error("no such user"), { responseCode: 550 })
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
      ((await readParticipation(api.deps, survey.organizationId, survey.surveyId)) satisfies Participation)
        .mails
    await expect.poll(mails, { timeout: 30_000, interval: 200 }).toMatchObject({ queued: 0 })
    const { sent: counted, failed } = await mails()
    expect(counted + failed).toBe(60)
    expect(failed).toBeGreaterThan(0)
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent).toHaveLength(counted)
    await jobs.stop()
    api.remove()
  }, 90_000)
})
