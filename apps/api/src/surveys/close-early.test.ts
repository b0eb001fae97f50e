import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { readSession } from "../auth/session.ts"
import { memoryMailer } from "../mail/mailer.ts"
import { type Caller, openTestApp, type TestApp } from "../testing.ts"
import { agreeToEarlyClose } from "./close-early.ts"
import type { Survey } from "./schemas.ts"
import { inHours, moveSurvey, readyDraft, secondHr } from "./testing.ts"

eachDatabase((_name, open) => {
  const mailer = memoryMailer(() => new Date())
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { mailer })
    return () => api.remove()
  })
  const openSurvey = async () => {
    const { hr, survey } = await readyDraft(api)
    await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    const path = `/api/surveys/${survey.id}`
    const ask = (who: Caller) => who.call("POST", `${path}/early-close`)
    const agree = (who: Caller) => who.call("POST", `${path}/early-close/agreement`)
    const decline = (who: Caller) => who.call("DELETE", `${path}/early-close`)
    const state = async () => ((await hr.call("GET", path)).json as Survey).state
    return { hr, id: survey.id, path, ask, agree, decline, state }
  }

  test("one HR member asks, another agrees, and the survey is closed", async () => {
    const { hr, path, ask, agree, state } = await openSurvey()
    const deputy = await secondHr(api, hr.organizationId)
    expect((await ask(hr)).json).toMatchObject({
      state: "open",
      closeAsked: true,
      earlyClose: { by: "Helen Rowe", mine: true },
      otherHr: 1,
    })
    const [mail, ...more] = mailer.outbox(deputy.email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe("Helen Rowe asks to close “Spring” early")
    expect(mail?.text).toContain(`${api.deps.config.publicUrl}${path.replace("/api", "")}`)
    expect(mailer.outbox(hr.email)).toEqual([])
    // Asking again sends no second mail.
    await ask(hr)
    await ask(deputy)
    expect(mailer.outbox(deputy.email)).toHaveLength(1)
    expect(await agree(hr)).toMatchObject({ status: 403, json: { code: "survey.own-request" } })
    expect(await state()).toBe("open")
    expect((await deputy.call("GET", path)).json).toMatchObject({ earlyClose: { mine: false } })
    expect((await agree(deputy)).json).toMatchObject({ state: "closed", earlyClose: null })
  }, 60_000)

  test("one person alone cannot close early, and it is the look at who asked that holds them back", async () => {
    const { hr, id, path, ask, agree, state } = await openSurvey()
    await secondHr(api, hr.organizationId)
    expect(await hr.call("POST", `${path}/close`)).toMatchObject({
      status: 409,
      json: { code: "survey.second-needed" },
    })
    expect(await agree(hr)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    await ask(hr)
    expect((await agree(hr)).status).toBe(403)
    expect(await state()).toBe("open")
    const session = await readSession(api.deps, new Headers({ Cookie: hr.cookie }))
    if (session === undefined) throw new Error("not signed in")
    await expect(agreeToEarlyClose(api.deps, session, id)).rejects.toMatchObject({
      code: "survey.own-request",
    })
    // The same attack with the guard taken away: one person opens the box at a moment of their choosing.
    await agreeToEarlyClose(api.deps, session, id, () => {})
    expect(await state()).toBe("closed")
  }, 60_000)

  test("a second person declines, or the first takes it back, and it stays open", async () => {
    const { hr, ask, agree, decline, state } = await openSurvey()
    const deputy = await secondHr(api, hr.organizationId)
    await ask(hr)
    expect((await decline(deputy)).json).toMatchObject({ state: "open", earlyClose: null })
    expect(mailer.outbox(hr.email)[0]?.subject).toBe("“Spring” stays open")
    expect(await agree(deputy)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    await ask(deputy)
    await decline(deputy)
    expect(await agree(hr)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    expect(await state()).toBe("open")
  }, 60_000)

  test("with one HR member there is nobody to ask; what a former member asked counts for nothing", async () => {
    const { hr, path, ask, agree, state } = await openSurvey()
    expect(await ask(hr)).toMatchObject({ status: 409, json: { code: "survey.no-second" } })
    expect((await hr.call("GET", path)).json).toMatchObject({ otherHr: 0, earlyClose: null })
    const gone = await secondHr(api, hr.organizationId)
    await ask(gone)
    await withOrganization(api.deps.db, "web", hr.organizationId, (tx) =>
      tx.deleteFrom("app.member").where("user_id", "=", gone.userId).execute(),
    )
    expect(await agree(hr)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    expect(await state()).toBe("open")
    // Members of another organization have no say and see nothing.
    const other = await api.hr("Other")
    expect((await ask(other)).status).toBe(404)
    expect((await agree(other)).status).toBe(404)
  }, 60_000)

  test("at its date it needs nobody, and an extension ends the request", async () => {
    const { hr, id, path, ask, agree, state } = await openSurvey()
    const deputy = await secondHr(api, hr.organizationId)
    await ask(hr)
    await hr.call("POST", `${path}/extension`, { closesAt: inHours(24 * 20).toISOString() })
    expect(await agree(deputy)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    await moveSurvey(api, hr.organizationId, id, { closes_at: inHours(-0.1) })
    expect((await hr.call("POST", `${path}/close`)).status).toBe(200)
    expect(await state()).toBe("closed")
  }, 60_000)
})
