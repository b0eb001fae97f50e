import { describe, expect, test } from "vitest"
import { settingsFaults, settingsOf } from "./settings.ts"
import { now, survey } from "./testing-survey.ts"

const faultsOf = (changed: Partial<ReturnType<typeof settingsOf>>) =>
  Object.keys(settingsFaults({ ...settingsOf(survey), ...changed }, now)).sort()

describe("settings are saved", () => {
  test("when a name, a language and moments ahead are there", () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ launchAt: "2026-11-23T08:00:00Z" })).toEqual([])
  })
  test("not when it would close in the past, has no name or no language", () => {
    expect(faultsOf({ name: " ", languages: [], closesAt: "2026-11-22T11:59:00Z" })).toEqual([
      ...["closesAt", "languages", "name"],
    ])
  })
  test("not when it would open in the past, or close before it opens, or a moment is incomplete", () => {
    expect(faultsOf({ launchAt: "2026-11-22T11:00:00Z" })).toEqual(["launchAt"])
    expect(faultsOf({ launchAt: "2026-12-06T18:00:00Z" })).toEqual(["closesAt"])
    expect(faultsOf({ launchAt: "", closesAt: "" })).toEqual(["closesAt", "launchAt"])
  })
})
