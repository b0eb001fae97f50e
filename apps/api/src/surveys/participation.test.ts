import { withOrganization } from "@throughline/db"
import { eachDatabase } from "@throughline/db/testing"
import { expect, test } from "vitest"
import { seededCompany } from "../demo/testing.ts"
import { openTestApp } from "../testing.ts"
import { languageOf } from "./launch-survey.ts"
import { readParticipation, roundedRate } from "./participation.ts"

test("rates are rounded to 5 and told only as 10 or less, 90 or more at the ends", () => {
  expect([0, 0.09, 0.124, 0.13, 0.5, 0.77, 0.92, 1].map(roundedRate)).toEqual([
    10, 10, 10, 15, 50, 75, 90, 90,
  ])
})

test("a person's language is the one of the people file where the survey has it", () => {
  expect(
    ["ar", "AR-eg", "Arabic", "العربية", "en-GB", "English", "fr", "", null].map((written) =>
      languageOf(written, ["en", "ar"]),
    ),
  ).toEqual(["ar", "ar", "ar", "ar", "en", "en", "en", "en", "en"])
  expect(languageOf("ar", ["en"])).toBe("en")
  expect(languageOf("fr", ["ar", "en"])).toBe("ar")
})

eachDatabase((_name, open) => {
  test("the picture is made once a day; small groups have no rate; the next day it is another", async () => {
    const api = await openTestApp(await open(), { demo: true })
    const { organizationId, surveyId } = await seededCompany(api.deps, { people: 150, share: 0.6, seed: 1 })
    const on = (day: number) => {
      const now = new Date(Date.UTC(2030, 0, day, 9))
      return readParticipation({ ...api.deps, now: () => now }, organizationId, surveyId)
    }
    const first = await on(1)
    expect(first.day).toBe("2030-01-01")
    expect(first.groups.find(({ id }) => id === "all")).toMatchObject({ invited: 150, rate: 60 })
    expect(first.groups.some(({ rate }) => rate === null)).toBe(true)
    for (const { invited, rate } of first.groups) expect(rate === null).toBe(invited < 20)
    await withOrganization(api.deps.db, "web", organizationId, (tx) =>
      tx
        .updateTable("registry.invitation")
        .set({ answered: false })
        .where("survey_id", "=", surveyId)
        .execute(),
    )
    expect((await on(1)).groups).toEqual(first.groups)
    expect((await on(2)).groups.find(({ id }) => id === "all")?.rate).toBe(10)
    api.remove()
  }, 60_000)
})
