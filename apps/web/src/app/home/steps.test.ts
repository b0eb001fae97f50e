import { describe, expect, test } from "vitest"
import type { SurveySummary } from "../api.ts"
import { firstSteps, stepsHeadline } from "./steps.ts"

const nobody = { people: [], lastImport: null, gone: 0, version: 0 }
const ada = { id: "1", name: "Ada", email: null, title: "", department: "", location: "", language: null }
const somebody = { ...nobody, people: [{ ...ada, managerId: null, layer: 1, active: true }] }
const acme = { name: "Acme", timeZone: "Europe/Berlin", timeZoneChosen: true }
const wordless = { ...acme, words: null }
const worded = {
  ...acme,
  words: { mission: "", missionDecoys: [], vision: "", priorities: [], priorityDecoys: [] },
}
const survey = (state: SurveySummary["state"], outcome: SurveySummary["outcome"] = null): SurveySummary => ({
  id: state,
  name: "Spring",
  state,
  closesAt: "2026-12-06T18:00:00Z",
  launchAt: null,
  scheduled: false,
  launchFault: null,
  closeAsked: false,
  launchedAt: null,
  closedAt: null,
  outcome,
  source: "asked",
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
  test("a scheduled survey says when it launches by itself", () => {
    const scheduled = { ...survey("draft"), scheduled: true, launchAt: "2026-11-30T08:00:00Z" }
    expect(firstSteps(somebody, worded, [scheduled])[2]).toMatchObject({
      text: "“Spring” launches by itself Mon, 30 Nov 2026, 09:00 (Berlin time).",
      done: false,
    })
  })
  test("the words are done without being written when a survey went out or is scheduled that does not ask for them", () => {
    expect(firstSteps(somebody, wordless, [survey("draft")])[1]).toMatchObject({ done: false })
    expect(firstSteps(somebody, wordless, [])[1]?.text).toContain("Only if your questionnaire asks for them")
    for (const gone of [survey("open"), { ...survey("draft"), scheduled: true }])
      expect(firstSteps(somebody, wordless, [gone])[1]).toMatchObject({
        done: true,
        text: "The questionnaire of “Spring” does not ask for them.",
      })
  })
  test("the headline counts the steps that are done, in whatever order", () => {
    const said = (...input: Parameters<typeof firstSteps>) => stepsHeadline(firstSteps(...input))
    expect(said(nobody, wordless, [])).toBe("Four steps to your first results")
    expect(said(nobody, worded, [])).toBe("One of four steps done")
    expect(said(somebody, worded, [])).toBe("Two of four steps done")
    expect(said(somebody, wordless, [survey("open")])).toBe("Three of four steps done")
  })
  test("an open survey says when its results come", () => {
    expect(firstSteps(somebody, worded, [survey("open")])[3]?.text).toContain(
      "Sun, 6 Dec 2026, 19:00 (Berlin time)",
    )
  })
  test("a survey that too few answered leads to another one", () => {
    const last = firstSteps(somebody, worded, [survey("closed", "too-few")])[3]
    expect(last?.text).toContain("Too few")
    expect(last?.action?.href).toBe("/surveys")
  })
})
