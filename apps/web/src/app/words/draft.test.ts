import { describe, expect, test } from "vitest"
import { noWords, sameWords } from "./draft.ts"

const typed = { ...noWords, mission: "We deliver.", priorities: ["One", "Two", "Three"] }

describe("words that were typed and words that are stored", () => {
  test("are the same whatever the order in which the database keeps the fields", () => {
    const { priorityDecoys, priorities, vision, missionDecoys, mission } = typed
    expect(sameWords(typed, { vision, mission, priorities, missionDecoys, priorityDecoys })).toBe(true)
  })

  test("are the same when only white space around them differs, which is not stored", () => {
    expect(sameWords({ ...typed, mission: " We deliver.\n" }, typed)).toBe(true)
  })

  test("differ when a text, its list or its place differs", () => {
    expect(sameWords({ ...typed, mission: "We deliver" }, typed)).toBe(false)
    expect(sameWords({ ...typed, priorities: ["Two", "One", "Three"] }, typed)).toBe(false)
    expect(sameWords({ ...typed, priorityDecoys: [...typed.priorityDecoys, ""] }, typed)).toBe(false)
  })
})
