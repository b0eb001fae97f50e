import { describe, expect, test } from "vitest"
import { layer, release, shown, step, tooFew } from "./release-example.ts"
import { gridTable, ladderTable, stepTable, unitLayerCell } from "./tables.ts"

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
    const cell = shown(4.8, { coded: true, favourable: 90, neutral: 10, unfavourable: 10, n: 6 })
    const row = ladderTable(release([layer(3, cell)], []), "all", "message").rows[0] ?? []
    expect([row[1], row[3], row[5]]).toEqual(["≥ 4.8", "≥ 90%", "≤ 10%"])
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
