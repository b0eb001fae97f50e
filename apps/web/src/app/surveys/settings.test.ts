import { describe, expect, test } from "vitest"
import type { Survey } from "../api.ts"
import { notReady, settingsFaults, settingsOf } from "./settings.ts"

const now = Date.parse("2026-11-22T12:00:00Z")
const survey: Survey = {
  id: "s",
  name: "Spring",
  state: "draft",
  closesAt: "2026-12-06T18:00:00Z",
  launchedAt: null,
  closedAt: null,
  outcome: null,
  invited: 40,
  k: 5,
  audience: { departments: null, layers: null },
  languages: ["en"],
  ready: { people: true, words: true },
  promise: [],
}
const cut = { refused: null, invited: 40, noEmail: 0, cohorts: [], nodes: [] }

describe("a draft can be launched", () => {
  test("when people, words, a name, a language and a moment ahead are there", () => {
    expect(notReady(survey, cut, settingsFaults(settingsOf(survey), now))).toEqual([])
  })
  test("not when it would close in the past, has no name or no language", () => {
    const settings = { ...settingsOf(survey), name: " ", languages: [], closesAt: "2026-11-22T11:59:00Z" }
    expect(Object.keys(settingsFaults(settings, now)).sort()).toEqual(["closesAt", "languages", "name"])
  })
  test("not when too few are invited, and the reason names both numbers", () => {
    const reasons = notReady(survey, { ...cut, refused: { people: 6, minimum: 8 } }, {})
    expect(reasons.map((reason) => reason.text).join()).toMatch(/6 people.*at least 8/)
  })
  test("not when no mail could reach anybody", () => {
    expect(notReady(survey, { ...cut, noEmail: 40 }, {})).toHaveLength(1)
    expect(notReady(survey, { ...cut, noEmail: 39 }, {})).toHaveLength(0)
  })
})
