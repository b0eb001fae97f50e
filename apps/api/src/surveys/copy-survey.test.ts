import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { openTestApp, peopleForm, type TestApp } from "../testing.ts"
import type { Survey } from "./schemas.ts"
import { inHours, readyDraft } from "./testing.ts"

eachDatabase((_name, open) => {
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open())
    return () => api.remove()
  })

  test("a copy has the settings of a survey, in whatever state, and none of its life", async () => {
    const { hr, survey } = await readyDraft(api)
    const settings = {
      name: "Spring",
      k: 7,
      audience: { departments: null, layers: 4 },
      languages: ["de", "en"],
      closesAt: inHours(72).toISOString(),
      mailSpreadMinutes: 120,
      reminders: { days: [5, 1] },
    }
    expect((await hr.call("PUT", `/api/surveys/${survey.id}`, settings)).json).toMatchObject(settings)
    await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    const copied = await hr.call("POST", `/api/surveys/${survey.id}/copies`, { name: "Autumn" })
    expect(copied.status).toBe(201)
    const { closesAt: _, ...kept } = settings
    expect(copied.json).toMatchObject({ ...kept, name: "Autumn", state: "draft", launchedAt: null })
    const ahead = Date.parse((copied.json as Survey).closesAt ?? "") - Date.now()
    expect(ahead).toBeGreaterThan(12 * 24 * 3600 * 1000)
    const other = await api.hr("Other")
    expect((await other.call("POST", `/api/surveys/${survey.id}/copies`, { name: "Mine" })).status).toBe(404)
  }, 60_000)

  test("settings that are left out stay, and impossible ones are refused", async () => {
    const { hr, survey } = await readyDraft(api)
    const path = `/api/surveys/${survey.id}`
    const { name, k, audience, languages } = survey
    const basic = { name, k, audience, languages, closesAt: survey.closesAt }
    await hr.call("PUT", path, { ...basic, mailSpreadMinutes: 30, reminders: { days: [3] } })
    expect((await hr.call("PUT", path, basic)).json).toMatchObject({
      mailSpreadMinutes: 30,
      reminders: { days: [3] },
    })
    for (const wrong of [
      { mailSpreadMinutes: 1441 },
      { mailSpreadMinutes: -1 },
      { reminders: { days: [2, 2] } },
      { reminders: { days: [0] } },
      { reminders: { days: [1, 2, 3, 4, 5, 6] } },
    ]) {
      expect((await hr.call("PUT", path, { ...basic, ...wrong })).status).toBe(400)
    }
  }, 60_000)

  test("a draft is deleted; a launched survey and one of another organization are not", async () => {
    const { hr, survey } = await readyDraft(api)
    const other = await api.hr("Other")
    expect((await other.call("DELETE", `/api/surveys/${survey.id}`)).status).toBe(404)
    const draft = (await hr.call("POST", "/api/surveys", { name: "Draft" })).json as Survey
    expect((await hr.call("DELETE", `/api/surveys/${draft.id}`)).json).toEqual({ deleted: true })
    expect((await hr.call("GET", `/api/surveys/${draft.id}`)).status).toBe(404)
    await hr.call("POST", `/api/surveys/${survey.id}/launch`)
    expect(await hr.call("DELETE", `/api/surveys/${survey.id}`)).toMatchObject({
      status: 409,
      json: { code: "survey.not-draft" },
    })
    expect((await hr.call("GET", `/api/surveys/${survey.id}`)).status).toBe(200)
  }, 60_000)

  test("a new draft speaks English and the languages of the people file, and closes at 18:00 on our clock", async () => {
    const hr = await api.hr()
    await hr.call("PUT", "/api/organization/settings", { name: "Acme", timeZone: "Asia/Tokyo" })
    const text = ["id,name,email,manager id,language", "1,A,a@example.org,,de", "2,B,b@example.org,1,tr-TR"]
    const imported = await hr.call("POST", "/api/people/import", peopleForm(text.join("\n")))
    expect(imported.status).toBe(200)
    const survey = (await hr.call("POST", "/api/surveys", { name: "New" })).json as Survey
    expect(survey.languages).toEqual(["en", "de", "tr"])
    expect(survey.closesAt).toMatch(/T09:00:00.000Z$/)
    expect(survey.timeZone).toBe("Asia/Tokyo")
    expect(survey.promise.join(" ")).toMatch(/18:00/)
  })
})
