import { describe, expect, test } from "vitest"
import type { SurveySummary } from "../api.ts"
import { firstSteps } from "./steps.ts"

const nobody = { people: [], lastImport: null }
const somebody = {
  people: [
    { id: "1", name: "Ada", email: null, title: "", department: "", managerId: null, layer: 1, active: true },
  ],
  lastImport: null,
}
const wordless = { name: "Acme", words: null }
const worded = {
  name: "Acme",
  words: { mission: "", missionDecoys: [], vision: "", priorities: [], priorityDecoys: [] },
}
const survey = (state: SurveySummary["state"], outcome: SurveySummary["outcome"] = null): SurveySummary => ({
  id: state,
  name: "Spring",
  state,
  closesAt: "2026-12-06T18:00:00Z",
  launchedAt: null,
  closedAt: null,
  outcome,
  invited: 40,
})
const done = (...input: Parameters<typeof firstSteps>) => firstSteps(...input).map((step) => step.done)

describe("the four steps to the first results", () => {
  test("begin with nothing done and the import as the next step", () => {
    expect(done(nobody, wordless, [])).toEqual([false, false, false, false])
    expect(firstSteps(nobody, wordless, [])[0]?.action?.href).toBe("/people")
  })
  test("a draft is not a launch, but it is what to go on with", () => {
    expect(done(somebody, worded, [survey("draft")])).toEqual([true, true, false, false])
    expect(firstSteps(somebody, worded, [survey("draft")])[2]?.action?.href).toBe("/surveys/draft")
  })
  test("an open survey says when its results come", () => {
    expect(firstSteps(somebody, worded, [survey("open")])[3]?.text).toContain("2026")
  })
  test("a survey that too few answered leads to another one", () => {
    const last = firstSteps(somebody, worded, [survey("closed", "too-few")])[3]
    expect(last?.text).toContain("Too few")
    expect(last?.action?.href).toBe("/surveys")
  })
})
