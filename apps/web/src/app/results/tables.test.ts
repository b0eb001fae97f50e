import { describe, expect, test } from "vitest"
import { csvText } from "../csv.ts"
import { layer, release, shown, step, tooFew } from "./release-example.ts"
import { gridTable, ladderTable, measuresTable, stepTable, unitLayerCell } from "./tables.ts"

const nearlyAll = shown(4.1, {
  coded: true,
  bounds: { mean: "at-least", favourable: "at-least", unfavourable: "at-most" },
  interval: null,
  favourable: 80,
  neutral: 16,
  unfavourable: 20,
  n: 6,
})

describe("the table behind a picture", () => {
  test("a hidden layer has words and no number of answers", () => {
    const hidden = layer(3, tooFew, { distributions: { message: { state: "hidden", reason: "too-few" } } })
    const table = ladderTable(release([layer(2, shown(4)), hidden], []), "all", "message")
    const row = table.rows[1] ?? []
    expect(row[1]).toBe("too few to show")
    expect(row.slice(2, 8)).toEqual(["", "", "", "", "", ""])
    expect(row.slice(9)).toEqual(["too few to show", "", "", "", ""])
  })
  test("a small group's extremes are told as bounds only", () => {
    const row = ladderTable(release([layer(3, nearlyAll)], []), "all", "message").rows[0] ?? []
    expect(row.slice(1, 8)).toEqual(["≥ 4.1", "", "≥ 80%", "16%", "≤ 20%", "4%", 6])
  })
  test("a bound is a bound in every table and in what leaves as CSV, whatever its value", () => {
    const unit = layer(9, nearlyAll, { id: "u", kind: "unit", name: "Sales", layers: [3, 4] })
    const meets = layer(3, nearlyAll, { id: "u:3", kind: "unit-layer", parent: "u" })
    const made = release([unit, meets, layer(3, nearlyAll)], [])
    const all = made.groups[0]
    if (all) all.cells = { message: shown(4.2, { coded: true, bounds: { mean: "at-least" } }) }
    expect(gridTable(made, [unit], "message").rows).toEqual([["Sales", "≥ 4.1", "≥ 4.1", "too few to show"]])
    const measures = measuresTable(made, "u", [{ id: "message", label: "Message" }], "", "Construct")
    expect([measures.rows[0]?.[1], measures.rows[0]?.at(-1)]).toEqual(["≥ 4.1", "≥ 4.2"])
    expect(csvText(ladderTable(made, "all", "message"))).toContain("Layer 3,≥ 4.1,,≥ 80%,16%,≤ 20%,4%,6,")
  })
  test("the five answers are figures, as small as the group may be: they are told only where nothing is a bound", () => {
    const shares = {
      state: "shown" as const,
      shares: [0, 10, 0, 0, 90] as [number, number, number, number, number],
      n: 9,
    }
    const row = ladderTable(
      release([layer(3, shown(4.6), { distributions: { message: shares } })], []),
      "all",
      "message",
    ).rows[0]
    expect(row?.slice(9)).toEqual(["0%", "10%", "0%", "0%", "90%"])
  })
  test("a large group's same figures are exact", () => {
    const row =
      ladderTable(release([layer(3, shown(4.8, { favourable: 90 }))], []), "all", "message").rows[0] ?? []
    expect([row[1], row[3]]).toEqual([4.8, "90%"])
  })
  test("steps carry the sign of lower less upper", () => {
    const table = stepTable(
      release([layer(3, shown(4)), layer(4, shown(3))], [step(3, -0.6, [-0.8, -0.4])]),
      "all",
      "message",
    )
    expect(table.rows).toEqual([["Layer 3", "Layer 4", "−0.6", "−0.8 to −0.4"]])
  })
  test("where unit and layer meet: a figure, too few, or nobody", () => {
    const unit = layer(9, shown(3.5), { id: "u", kind: "unit", name: "Sales", layers: [3, 5] })
    const meets = (at: number, cell: typeof tooFew) =>
      layer(at, cell, { id: `u:${at}`, kind: "unit-layer", parent: "u" })
    const made = release([unit, meets(3, shown(3.7)), meets(4, tooFew)], [])
    expect(unitLayerCell(made, unit, 3, "message")).toMatchObject({ mean: 3.7 })
    expect(unitLayerCell(made, unit, 4, "message")).toBe("hidden")
    expect(unitLayerCell(made, unit, 5, "message")).toBe("hidden")
    expect(unitLayerCell(made, unit, 2, "message")).toBe("none")
    expect(gridTable(made, [unit], "message").rows).toEqual([
      ["Sales", 3.5, 3.7, "too few to show", "too few to show"],
    ])
  })
})
