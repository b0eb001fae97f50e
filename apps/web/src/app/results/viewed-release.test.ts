import { describe, expect, test } from "vitest"
import { centreOf } from "./cell-text.ts"
import { askedOf, firstMeasure, measureChoices, measureName } from "./measure-names.ts"
import { layer, leaderRelease, pulseRelease, release, shown, step, tooFew } from "./release-example.ts"
import { firstGroup, rootOf, wholeName } from "./release-groups.ts"
import { largestDrop, sourceText, strongAndWeak } from "./sentences.ts"
import { measuresTable } from "./tables.ts"

const unit = (id: string, mean: number, parent: string | null) =>
  layer(9, shown(mean), { id, kind: "unit", name: id === "unit:7" ? "Operations" : id, parent, layer: null })
const inUnit = (at: number, mean: number) =>
  layer(at, shown(mean), { id: `unit:7/layer:${at}`, kind: "unit-layer", parent: "unit:7" })

describe("what a leader gets, which has no group of the whole organization", () => {
  const part = leaderRelease(
    [unit("unit:7", 3.4, null), inUnit(3, 3.9), inUnit(4, 3.1), unit("unit:9", 3, "unit:7")],
    [{ ...step(3, -0.8, [-1, -0.6]), group: "unit:7", from: "unit:7/layer:3", to: "unit:7/layer:4" }],
  )
  test("starts at the own unit, and takes its mean for the middle of the scale", () => {
    expect([rootOf(part), firstGroup(part), wholeName(part)]).toEqual([
      "unit:7",
      "unit:7",
      "all of Operations",
    ])
    expect(centreOf(part, "message")).toEqual({ mean: 3.4, bound: undefined })
    expect(largestDrop(part, rootOf(part), "message").headline).toBe(
      "The message falls most in Operations from layer 3 to layer 4: by 0.8 scale points",
    )
  })
  test("says whose answers are counted, and compares with the own unit", () => {
    expect(sourceText(part)).toMatch(/^Operations: 40 of 60 invited answered \(67%\)/)
    const table = measuresTable(part, "unit:9", [{ id: "message", label: "Message" }], "", "Construct")
    expect(table.columns.at(-1)).toBe("All of Operations, mean")
    expect(table.rows[0]?.at(-1)).toBe(3.4)
    const own = measuresTable(part, "unit:7", [{ id: "message", label: "Message" }], "", "Construct")
    expect(own.columns).not.toContain("All of Operations, mean")
  })
  test("starts at the first unit shown where the own is not, and nowhere when none is", () => {
    const below = leaderRelease([unit("unit:9", 3, null)], [])
    expect([rootOf(below), firstGroup(below), centreOf(below, "message")]).toEqual(["unit:7", "unit:9", null])
    expect(sourceText(below)).toMatch(/^Operations: 120 of 180 invited/)
    expect(firstGroup(leaderRelease([], []))).toBeUndefined()
  })
  test("for the whole organization nothing changes", () => {
    const whole = release([], [])
    expect([rootOf(whole), firstGroup(whole), wholeName(whole)]).toEqual([
      "all",
      "all",
      "the whole organization",
    ])
    expect(sourceText(whole)).toMatch(/^120 of 180 invited answered/)
  })
})

describe("a questionnaire without the message", () => {
  const safety = (mean: number) => ({ cells: { safety: shown(mean), sa1: shown(mean) } })
  const pulse = pulseRelease(
    [layer(3, tooFew, safety(4)), layer(4, tooFew, safety(3.2))],
    [{ ...step(3, -0.8, [-1, -0.6]), measure: "safety" }],
  )
  test("is headed by its first construct, and offers no empty choice", () => {
    expect(firstMeasure(pulse.measures)).toBe("safety")
    expect(largestDrop(pulse, "all", "safety").headline).toBe(
      "Safety falls most from layer 3 to layer 4: by 0.8 scale points",
    )
    expect(measureChoices(pulse.measures).map(({ group }) => group)).toEqual(["Constructs", "Items: Safety"])
  })
  test("says the one construct's mean instead of comparing it with nothing", () => {
    const all = layer(0, tooFew, { id: "all", kind: "organization", ...safety(3.6) })
    const one = { ...pulse, groups: [all, ...pulse.groups.filter(({ id }) => id !== "all")] }
    expect(strongAndWeak(one, "all")).toBe("Safety: 3.6 of 5")
    expect(strongAndWeak(pulse, "all")).toBe("Too few answered to compare constructs")
  })
  test("knows who was asked from the release alone", () => {
    expect(askedOf(pulse).peopleWithReports).toEqual([])
    expect(askedOf({ ...pulse, managersOnly: ["safety"] }).everyone).toEqual([])
  })
  test("one that measures nothing has no first measure", () => {
    const measures = { constructs: [], composites: [] }
    expect([firstMeasure(measures), measureChoices(measures), measureName(measures, "")]).toEqual([
      "",
      [],
      "",
    ])
  })
})
