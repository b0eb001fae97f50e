import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { memoryMailer } from "../mail/mailer.ts"
import { sweep } from "../sweep.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { launchDue } from "./schedule-launch.ts"
import type { Survey } from "./schemas.ts"
import { inHours, moveSurvey, readyDraft, secondHr } from "./testing.ts"

eachDatabase((_name, open) => {
  const mailer = memoryMailer(() => new Date())
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { mailer })
    return () => api.remove()
  })
  const run = (deps = api.deps) => sweep(deps, deps.jobs, () => {})

  test("a draft launches by itself when its moment has come, once, and not before", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    const launchAt = inHours(1).toISOString()
    const scheduled = await hr.call("PUT", `${path}/launch-schedule`, { launchAt })
    expect(scheduled).toMatchObject({
      status: 200,
      json: { state: "draft", launchAt, scheduled: true, launchFault: null },
    })
    const state = async () => ((await hr.call("GET", path)).json as Survey).state
    await run()
    expect(await state()).toBe("draft")

    await moveSurvey(api, hr.organizationId, survey.id, { launch_at: inHours(-1) })
    // Two sweeps at once, as of two processes.
    await Promise.all([run(), run()])
    expect((await hr.call("GET", path)).json).toMatchObject({ state: "open", launchAt: null, invited: 40 })
    await run()
    await launchDue(api.deps, hr.organizationId, survey.id)
    const invitations = await withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx.selectFrom("registry.invitation").select("person_id").where("survey_id", "=", survey.id).execute(),
    )
    expect(invitations).toHaveLength(40)
  }, 60_000)

  test("a server whose clock is a day off launches and closes when the database says so", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    await hr.call("PUT", `${path}/launch-schedule`, { launchAt: inHours(2).toISOString() })
    const state = async () => ((await hr.call("GET", path)).json as Survey).state
    const shifted = (hours: number) => ({ ...api.deps, now: () => inHours(hours) })
    await run(shifted(24))
    expect(await state()).toBe("draft")
    await moveSurvey(api, hr.organizationId, survey.id, { launch_at: inHours(-1) })
    await run(shifted(-24))
    expect(await state()).toBe("open")
    await moveSurvey(api, hr.organizationId, survey.id, { closes_at: inHours(2) })
    await run(shifted(24))
    expect(await state()).toBe("open")
    await moveSurvey(api, hr.organizationId, survey.id, { closes_at: inHours(-1) })
    await run(shifted(-24))
    expect(await state()).toBe("closed")
  }, 60_000)

  test("what is missing when it is due is said to whoever scheduled it, once, and nobody is invited", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    const deputy = await secondHr(api, hr.organizationId)
    await deputy.call("PUT", `${path}/launch-schedule`, { launchAt: inHours(1).toISOString() })
    await moveSurvey(api, hr.organizationId, survey.id, { launch_at: inHours(-1), closes_at: inHours(-0.5) })
    await run()
    await run()
    const { json } = await hr.call("GET", path)
    expect(json).toMatchObject({
      state: "draft",
      scheduled: false,
      launchFault: expect.stringContaining("closing date"),
    })
    const [mail, ...more] = mailer.outbox(deputy.email)
    expect(more).toEqual([])
    expect(mail?.subject).toContain("“Spring” was not launched")
    expect(mail?.text).toContain("Nobody has been invited")
    expect(mailer.outbox(hr.email)).toEqual([])

    // A new moment clears the fault; taking it back clears both.
    await moveSurvey(api, hr.organizationId, survey.id, { closes_at: inHours(48) })
    const again = await hr.call("PUT", `${path}/launch-schedule`, { launchAt: inHours(1).toISOString() })
    expect(again.json).toMatchObject({ launchFault: null, scheduled: true })
    expect((await hr.call("DELETE", `${path}/launch-schedule`)).json).toMatchObject({
      scheduled: false,
      launchFault: null,
    })
    await moveSurvey(api, hr.organizationId, survey.id, { launch_at: inHours(-1) })
    await run()
    expect((await hr.call("GET", path)).json).toMatchObject({ state: "draft" })
  }, 60_000)

  test("the moment is a setting until the launch is scheduled, and then no setting changes it", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    const { name, k, audience, languages, closesAt } = survey
    const save = async (launchAt: string | null | undefined) =>
      (await hr.call("PUT", path, { name, k, audience, languages, closesAt, launchAt })).json
    const planned = inHours(5).toISOString()
    expect(await save(planned)).toMatchObject({ launchAt: planned, scheduled: false })
    expect(await save(undefined)).toMatchObject({ launchAt: planned })
    expect(await save(null)).toMatchObject({ launchAt: null })
    const scheduled = inHours(6).toISOString()
    await hr.call("PUT", `${path}/launch-schedule`, { launchAt: scheduled })
    expect(await save(planned)).toMatchObject({ launchAt: scheduled, scheduled: true })
    expect(await save(null)).toMatchObject({ launchAt: scheduled, scheduled: true })
    await hr.call("DELETE", `${path}/launch-schedule`)
    expect(await save(planned)).toMatchObject({ launchAt: planned, scheduled: false })
  }, 60_000)

  test("a moment that has passed, or one after the close, and a draft that could not be launched are refused", async () => {
    const { hr, survey } = await readyDraft(api)
    const schedule = (id: string, hours: number) =>
      hr.call("PUT", `/api/surveys/${id}/launch-schedule`, { launchAt: inHours(hours).toISOString() })
    expect(await schedule(survey.id, -1)).toMatchObject({ status: 422, json: { code: "survey.dates" } })
    expect(await schedule(survey.id, 24 * 30)).toMatchObject({ status: 422, json: { code: "survey.dates" } })
    const few = await api.hr()
    const { id } = (await few.call("POST", "/api/surveys", { name: "Nobody" })).json as Survey
    const refused = await few.call("PUT", `/api/surveys/${id}/launch-schedule`, {
      launchAt: inHours(1).toISOString(),
    })
    expect(refused).toMatchObject({ status: 409, json: { code: "survey.not-ready" } })
    // Another organization's survey is not known, and stays as it is.
    const foreign = await few.call("PUT", `/api/surveys/${survey.id}/launch-schedule`, {
      launchAt: inHours(1).toISOString(),
    })
    expect(foreign).toMatchObject({ status: 404, json: { code: "survey.unknown" } })
    expect((await few.call("DELETE", `/api/surveys/${survey.id}/launch-schedule`)).status).toBe(404)
    await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    expect(await schedule(survey.id, 1)).toMatchObject({ status: 409, json: { code: "survey.not-draft" } })
  }, 60_000)
})
