import { describe, expect, test } from "vitest"
import {
  cutTable,
  ladderTable,
  measureTable,
  participationTable,
  throughlineTable,
  unitLayerTable,
} from "./tables.ts"

const shown = {
  id: "3",
  label: "Layer 3",
  shares: [1, 4, 11, 40, 44],
  mean: 4.3,
  low: 4.2,
  high: 4.4,
  favourable: 84,
  n: 41,
  invited: 48,
}
const hidden = { ...shown, id: "4", label: "Layer 4", shares: null, mean: null, favourable: null, n: 4 }

describe("the table behind a chart", () => {
  test("of the ladder prints what the picture prints", () => {
    const { columns, rows } = ladderTable([shown, hidden], [{ difference: -0.72, low: -0.9, high: -0.5 }])
    const cell = (row: number, id: string) =>
      rows[row]?.cells[columns.findIndex((column) => column.id === id)]
    expect([cell(0, "mean"), cell(0, "favourable"), cell(0, "share-5")]).toEqual(["4.3", "84%", "44"])
    expect([cell(0, "step"), cell(0, "step-range")]).toEqual(["−0.7", "−0.9 to −0.5"])
  })

  test("says too few to show, and keeps the interval of a hidden mean to itself", () => {
    const [, row] = ladderTable([shown, hidden]).rows
    expect(row?.cells.filter((cell) => cell === "too few to show")).toHaveLength(7)
    expect(row?.cells.join()).not.toMatch(/4\.[24]/)
    expect(throughlineTable([hidden]).rows[0]?.cells).toEqual(["Layer 4", "too few to show", "", "", "", ""])
  })

  test("codes the extremes of small groups", () => {
    const row = { id: "a", label: "A", mean: 4.9, favourable: 100, coded: true, n: 6 }
    expect(measureTable([row]).rows[0]?.cells.slice(1, 4)).toEqual(["≥ 4.8", "", "≥ 90%"])
    expect(participationTable([{ id: "a", label: "A", rate: 0, invited: 12 }]).rows[0]?.cells).toEqual([
      "A",
      "≤ 10%",
      "12",
    ])
  })

  test("has as many cells in every row as columns", () => {
    const tables = [
      ladderTable([shown, hidden]),
      throughlineTable([shown, hidden]),
      measureTable([{ ...shown }, { ...hidden, hidden: "not-asked" }]),
      participationTable([{ id: "a", label: "A", rate: null, invited: 5 }]),
      cutTable([{ id: 0, label: "Top", size: 9, kind: "top" }]),
      unitLayerTable({
        units: [{ id: "u", name: "U", depth: 0 }],
        layers: [1, 2, 3].map((layer) => ({ layer, label: `Layer ${layer}` })),
        cells: (_, layer) => (layer === 1 ? { mean: 3.4 } : layer === 2 ? "hidden" : "none"),
      }),
    ]
    for (const { columns, rows } of tables)
      for (const row of rows) expect(row.cells).toHaveLength(columns.length)
    expect(tables.at(-1)?.rows[0]?.cells).toEqual(["U", "3.4", "too few to show", ""])
  })
})
