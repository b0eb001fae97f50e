import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { beforeAll, expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { updateSettings } from "../organizations/queries.ts"
import { openTestApp, type TestApp } from "../testing.ts"
import { readParticipation, renewParticipation, roundedRate } from "./participation.ts"
import { saveParticipation } from "./participation-queries.ts"
import type { Participation } from "./schemas.ts"
import { moveSurvey } from "./testing.ts"

test("rates are told in steps of 5 from 15 to 85, and only as 10 or less, 90 or more at the ends", () => {
  const told = new Set(Array.from({ length: 1001 }, (_, index) => roundedRate(index / 1000)))
  expect([...told].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, step) => 10 + step * 5))
  for (let percent = 15; percent <= 85; percent += 5) {
    expect([-2, 0, 2].map((off) => roundedRate((percent + off) / 100))).toEqual([percent, percent, percent])
  }
  expect([0, 0.02, 0.09, 0.1, 0.124].map(roundedRate)).toEqual([10, 10, 10, 10, 10])
  expect([0.88, 0.9, 0.92, 0.99, 1].map(roundedRate)).toEqual([90, 90, 90, 90, 90])
})

eachDatabase((_name, open) => {
  let api: TestApp
  beforeAll(async () => {
    api = await openTestApp(await open(), { demo: true })
    return () => api.remove()
  })
  /** The database's clock on a day of January 2030; nobody can move the real one. */
  const on = (day: number) => async () => new Date(Date.UTC(2030, 0, day, 9))
  const mark = (surveyId: string, organizationId: string, signed: boolean) =>
    withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("registry.invitation")
        .set({ signed_message: signed ? new Uint8Array(32) : null })
        .where("survey_id", "=", surveyId)
        .execute(),
    )
  const rateOfAll = ({ groups }: Participation) => groups.find(({ id }) => id === "all")?.rate

  test("no look makes a picture; the sweep makes one each day, the first after half a day at least", async () => {
    const survey = await seededCompany(api.deps, { people: 150, share: 0.6, seed: 1 })
    const { organizationId, surveyId } = survey
    // The database's clock decides what is late; this survey is of another year.
    await moveSurvey(api, organizationId, surveyId, {
      launched_at: new Date(Date.UTC(2029, 11, 31, 13)),
      closes_at: new Date(Date.UTC(2030, 0, 14, 18)),
    })
    const look = (day: number) => readParticipation(api.deps, organizationId, surveyId, on(day))
    // Launched in the afternoon: at midnight it was eleven hours old, which is too early.
    await renewParticipation(api.deps, organizationId, on(1))
    expect(await look(1)).toMatchObject({ firstDay: "2030-01-02", groups: [] })
    expect((await look(2)).groups).toEqual([])
    await renewParticipation(api.deps, organizationId, on(2))
    const first = await look(2)
    expect(first.day).toBe("2030-01-02")
    expect(first.groups.find(({ id }) => id === "all")).toMatchObject({ invited: 150, rate: 60 })
    expect(first.groups.some(({ rate }) => rate === null)).toBe(true)
    for (const { invited, rate } of first.groups) expect(rate === null).toBe(invited < 40)

    await mark(surveyId, organizationId, false)
    await renewParticipation(api.deps, organizationId, on(2))
    expect((await look(2)).groups).toEqual(first.groups)
    // Whoever looks first on the next day does not choose its moment, nor does who changes the time zone.
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      updateSettings(tx, organizationId, { name: "Seeded", timeZone: "Pacific/Kiritimati" }),
    )
    await renewParticipation(api.deps, organizationId, on(2))
    expect(await look(3)).toMatchObject({ day: "2030-01-02", groups: first.groups })
    await renewParticipation(api.deps, organizationId, on(3))
    await mark(surveyId, organizationId, true)
    await renewParticipation(api.deps, organizationId, on(3))
    const second = await look(3)
    expect([second.day, rateOfAll(second)]).toEqual(["2030-01-03", 10])
    // A clock that goes back brings no older day back.
    await renewParticipation(api.deps, organizationId, on(2))
    expect(await look(2)).toMatchObject({ day: "2030-01-03", groups: second.groups })
    const kept = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx.selectFrom("app.participation").select("day").where("survey_id", "=", surveyId).execute(),
    )
    expect(kept).toEqual([{ day: "2030-01-03" }])
  }, 60_000)

  test("a survey launched in the morning has its first picture on the next day", async () => {
    const survey = await seededCompany(api.deps, { people: 40, share: 0, seed: 3 })
    const { organizationId, surveyId } = survey
    for (const [hour, firstDay] of [
      [0, "2030-01-02"],
      [11, "2030-01-02"],
      [12, "2030-01-02"],
      [13, "2030-01-03"],
      [23, "2030-01-03"],
    ] as const) {
      await moveSurvey(api, organizationId, surveyId, { launched_at: new Date(Date.UTC(2030, 0, 1, hour)) })
      expect([hour, (await readParticipation(api.deps, organizationId, surveyId, on(1))).firstDay]).toEqual([
        hour,
        firstDay,
      ])
    }
  }, 60_000)

  test("two pictures made at once on one day: the first stays and everybody sees it", async () => {
    const survey = await seededCompany(api.deps, { people: 40, share: 0, seed: 2 })
    const { organizationId, surveyId } = survey
    const save = (rate: number, day: string) =>
      withOrganization(api.deps.db, "web", organizationId, (tx) =>
        saveParticipation(tx, organizationId, surveyId, day, [
          { id: "all", kind: "organization", name: "All", layer: null, invited: 40, covered: 40, rate },
        ]),
      )
    const look = async () => rateOfAll(await readParticipation(api.deps, organizationId, surveyId, on(1)))
    await save(30, "2030-01-01")
    await save(45, "2030-01-01")
    expect(await look()).toBe(30)
    await save(45, "2030-01-02")
    expect(await look()).toBe(45)
  }, 60_000)
})
