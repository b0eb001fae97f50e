import { describe, expect, test } from "vitest"
import { checkWords, type StrategyWords } from "./words.ts"

const good: StrategyWords = {
  mission: "We bring clean water to every household.",
  missionDecoys: ["We sell water.", "We bring power.", "We protect rivers.", "We serve towns."],
  vision: "Nobody in the valley boils water.",
  priorities: ["Repair the mains", "Halve the leaks", "Answer within a day"],
  priorityDecoys: ["New meters", "Lower prices", "A second plant", "More tankers"],
}
const fields = (change: Partial<StrategyWords>) =>
  checkWords({ ...good, ...change }).map(({ field }) => field)

describe("the organization's words", () => {
  test("without a fault are accepted, with four to six priority decoys", () => {
    expect(checkWords(good)).toEqual([])
    expect(fields({ priorityDecoys: [...good.priorityDecoys, "New pumps", "New trucks"] })).toEqual([])
  })

  test("that are empty or white space are named field by field", () => {
    expect(fields({ mission: "", vision: " \n" })).toEqual(["mission", "vision"])
    expect(fields({ priorities: ["Repair the mains", "", "Answer within a day"] })).toEqual(["priorities.1"])
    expect(fields({ missionDecoys: ["a", "b", " ", "d"] })).toEqual(["missionDecoys.2"])
  })

  test("that are too few or too many are named as a list", () => {
    expect(fields({ missionDecoys: [] })).toEqual(["missionDecoys"])
    expect(fields({ missionDecoys: [...good.missionDecoys, "We dig wells."] })).toEqual(["missionDecoys"])
    expect(fields({ priorities: ["Repair the mains"] })).toEqual(["priorities"])
    expect(fields({ priorityDecoys: ["a", "b", "c"] })).toEqual(["priorityDecoys"])
    expect(fields({ priorityDecoys: ["a", "b", "c", "d", "e", "f", "g"] })).toEqual(["priorityDecoys"])
  })

  test("that are too long are named with their length", () => {
    expect(checkWords({ ...good, mission: "x".repeat(301) })).toEqual([
      { field: "mission", message: "This has 301 characters; at most 300 can be read well on a phone." },
    ])
    expect(fields({ mission: "x".repeat(300) })).toEqual([])
    expect(fields({ vision: "x".repeat(601), priorityDecoys: ["x".repeat(121), "b", "c", "d"] })).toEqual([
      "vision",
      "priorityDecoys.0",
    ])
  })

  test("that say the same twice are named, whatever the case, the spaces or the full stop", () => {
    expect(fields({ missionDecoys: ["a", "b", "c", " we BRING  clean water to every household "] })).toEqual([
      "missionDecoys.3",
    ])
    expect(checkWords({ ...good, priorityDecoys: ["a", "b", "A.", "halve the leaks"] })).toEqual([
      { field: "priorityDecoys.2", message: "This says the same as priorityDecoys.0." },
      { field: "priorityDecoys.3", message: "This says the same as priorities.1." },
    ])
  })
})
