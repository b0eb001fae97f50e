import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { readSession } from "../auth/session.ts"
import { memoryMailer } from "../mail/mailer.ts"
import { type Caller, openTestApp, type TestApp } from "../testing.ts"
import { agreeToEarlyClose, askEarlyClose, finishClose } from "./close-early.ts"
import type { Survey } from "./schemas.ts"
import { inHours, moveSurvey, readyDraft, secondHr } from "./testing.ts"

eachDatabase((_name, open) => {
  const mailer = memoryMailer(() => new Date())
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { mailer })
    return () => api.remove()
  })
  const openSurvey = async ({ alone = false } = {}) => {
    const { hr, survey } = await readyDraft(api)
    // Only who is of HR before the launch has a say.
    const deputy = alone ? undefined : await secondHr(api, hr.organizationId)
    await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    const path = `/api/surveys/${survey.id}`
    const ask = (who: Caller) => who.call("POST", `${path}/early-close`)
    const agree = (who: Caller) => who.call("POST", `${path}/early-close/agreement`)
    const decline = (who: Caller) => who.call("DELETE", `${path}/early-close`)
    const state = async () => ((await hr.call("GET", path)).json as Survey).state
    return {
      hr,
      deputy: deputy as NonNullable<typeof deputy>,
      id: survey.id,
      path,
      ask,
      agree,
      decline,
      state,
    }
  }
  const sessionOf = async (who: Caller) => {
    const session = await readSession(api.deps, new Headers({ Cookie: who.cookie }))
    if (session === undefined) throw new Error("not signed in")
    return session
  }

  test("one HR member asks, another agrees, and the survey is closed", async () => {
    const { hr, deputy, path, ask, agree, state } = await openSurvey()
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
    expect(await hr.call("POST", `${path}/close`)).toMatchObject({
      status: 409,
      json: { code: "survey.second-needed" },
    })
    expect(await agree(hr)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    await ask(hr)
    expect((await agree(hr)).status).toBe(403)
    expect(await state()).toBe("open")
    const session = await sessionOf(hr)
    await expect(agreeToEarlyClose(api.deps, session, id)).rejects.toMatchObject({
      code: "survey.own-request",
    })
    // The same attack with the guard taken away: one person opens the box at a moment of their choosing.
    await agreeToEarlyClose(api.deps, session, id, () => {})
    expect(await state()).toBe("closed")
  }, 60_000)

  test("an account made or given HR after the launch has no say: one person with two accounts closes nothing", async () => {
    const { hr, deputy, id, ask, agree, state } = await openSurvey()
    const change = (who: { userId: string }, role: string) =>
      hr.call("PUT", `/api/members/${who.userId}`, { role, personId: null })
    const own = await secondHr(api, hr.organizationId, "Helen Again")
    expect((await change(deputy, "analyst")).status).toBe(200)
    // Nobody is left who could agree, so not even asking is possible.
    expect(await ask(hr)).toMatchObject({ status: 409, json: { code: "survey.no-second" } })
    expect(await ask(own)).toMatchObject({ status: 403, json: { code: "survey.joined-later" } })
    // Given back, it is a new membership: who was taken out meanwhile has no say either.
    expect((await change(deputy, "hr")).status).toBe(200)
    expect(await ask(deputy)).toMatchObject({ status: 403, json: { code: "survey.joined-later" } })
    expect(await ask(hr)).toMatchObject({ status: 409, json: { code: "survey.no-second" } })
    // A role that stays HR stays what it was.
    const self = (await sessionOf(hr)).userId
    expect((await change({ userId: self }, "hr")).status).toBe(200)
    const [first, second] = [await sessionOf(hr), await sessionOf(own)]
    await expect(askEarlyClose(api.deps, second, id)).rejects.toMatchObject({ code: "survey.joined-later" })
    // The same attack with the guard taken away: one person asks, agrees with the second account, and opens the box.
    const anybody = () => true
    await askEarlyClose(api.deps, first, id, anybody)
    expect(await agree(own)).toMatchObject({ status: 403, json: { code: "survey.joined-later" } })
    expect(await state()).toBe("open")
    await agreeToEarlyClose(api.deps, second, id, undefined, anybody)
    expect(await state()).toBe("closed")
  }, 60_000)

  test("what somebody asked who left HR and came back counts for nothing, and holds up nobody's own request", async () => {
    const { hr, deputy, ask, agree, state } = await openSurvey()
    const third = await secondHr(api, hr.organizationId)
    await ask(deputy)
    for (const role of ["analyst", "hr"]) {
      await hr.call("PUT", `/api/members/${deputy.userId}`, { role, personId: null })
    }
    expect(await agree(hr)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    expect(await agree(third)).toMatchObject({ status: 403, json: { code: "survey.joined-later" } })
    expect(await state()).toBe("open")
  }, 60_000)

  test("the date is what lets a close through without a second person: without that look one person closes early", async () => {
    const { hr, id, state } = await openSurvey()
    const { organizationId } = hr
    await expect(finishClose(api.deps, organizationId, id)).rejects.toMatchObject({
      code: "survey.second-needed",
    })
    expect(await state()).toBe("open")
    await finishClose(api.deps, organizationId, id, () => {})
    expect(await state()).toBe("closed")
  }, 60_000)

  test("a second person declines, or the first takes it back, and it stays open", async () => {
    const { hr, deputy, ask, agree, decline, state } = await openSurvey()
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
    const { hr: only, path: lonely, ask: askAlone } = await openSurvey({ alone: true })
    expect(await askAlone(only)).toMatchObject({ status: 409, json: { code: "survey.no-second" } })
    expect((await only.call("GET", lonely)).json).toMatchObject({ otherHr: 0, earlyClose: null })
    const { hr, deputy: gone, ask, agree, state } = await openSurvey()
    expect((await ask(gone)).json).toMatchObject({ closeAsked: true })
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
    const { hr, deputy, id, path, ask, agree, state } = await openSurvey()
    await ask(hr)
    await hr.call("POST", `${path}/extension`, { closesAt: inHours(24 * 20).toISOString() })
    expect(await agree(deputy)).toMatchObject({ status: 409, json: { code: "survey.not-asked" } })
    await moveSurvey(api, hr.organizationId, id, { closes_at: inHours(-0.1) })
    expect((await hr.call("POST", `${path}/close`)).status).toBe(200)
    expect(await state()).toBe("closed")
  }, 60_000)
})
