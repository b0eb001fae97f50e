import { describe, expect, test } from "vitest"
import { type IcicleUnit, layOutIcicle, neighbour } from "./icicle-layout.ts"

const unit = (id: string, parent: string | null, layers: [number, number], people: number, own = 0) =>
  ({ id, name: id, parent, layers, people, own }) satisfies IcicleUnit

const company = [
  unit("all", null, [2, 5], 1000, 100),
  unit("small", "all", [3, 4], 200),
  unit("large", "all", [3, 5], 500, 100),
  unit("deep", "large", [5, 5], 300),
]
const plan = (breaks: Parameters<typeof layOutIcicle>[1] = [], units = company) =>
  layOutIcicle(units, breaks, 1000)

describe("the icicle", () => {
  test("draws a unit as wide as its people, the largest first, on the row of its layer", () => {
    const { cells, firstRow, lastRow } = plan()
    expect(cells.map(({ unit, x, width, row }) => [unit.id, x, width, row])).toEqual([
      ["all", 0, 1000, 2],
      ["large", 0, 500, 3],
      ["small", 500, 200, 3],
      ["deep", 0, 300, 5],
    ])
    expect([firstRow, lastRow]).toEqual([2, 5])
  })

  test("hatches who is in no unit that is shown, above one as beside it, and leaves out who has nobody below", () => {
    expect(plan().hidden).toEqual([
      { x: 0, width: 300, row: 4, to: 4 },
      { x: 300, width: 100, row: 4, to: 5 },
      { x: 500, width: 200, row: 4, to: 4 },
      { x: 700, width: 200, row: 3, to: 5 },
    ])
  })

  test("outlines a break from the layer where it begins, down to its deepest", () => {
    const break_ = { id: "b", unit: "large", fromLayer: 4, deepestLayer: 5 }
    expect(plan([break_]).outlines).toEqual([{ id: "b", x: 0, width: 500, row: 4, to: 5 }])
    expect(plan([{ ...break_, unit: "elsewhere" }]).outlines).toEqual([])
  })

  test("draws units narrower than three pixels as one, and a break inside it around all of them", () => {
    const teams = Array.from({ length: 40 }, (_, at) => unit(`t${at}`, "small", [4, 4], 2))
    const { cells, clusters, outlines } = plan(
      [{ id: "b", unit: "t7", fromLayer: 4, deepestLayer: 4 }],
      [...company, ...teams],
    )
    expect(cells).toHaveLength(company.length)
    expect(clusters).toMatchObject([{ x: 500, width: 80, row: 4, units: { length: 40 } }])
    expect(outlines).toMatchObject([{ x: 500, width: 80, row: 4 }])
  })

  test("never lets units outgrow the one around them, whatever the counts say", () => {
    const { cells } = plan(
      [],
      [unit("all", null, [2, 4], 10), unit("a", "all", [3, 4], 30), unit("b", "all", [3, 3], 10)],
    )
    expect(cells.map(({ width }) => width)).toEqual([1000, 750, 250])
  })

  test("stands without any unit, and goes round no loop", () => {
    expect(plan([], []).cells).toEqual([])
    expect(plan([], [unit("a", "b", [3, 4], 9), unit("b", "a", [3, 4], 9)]).cells).toEqual([])
  })
})

test("arrow keys lead beside, up to the unit around and down into the first inside; the ends lead nowhere", () => {
  const { cells } = plan()
  const go = (from: string, ...keys: string[]) =>
    keys.reduce<string | undefined>((at, key) => neighbour(cells, at ?? "", key), from)
  expect(go("all", "ArrowDown")).toBe("large")
  expect(go("large", "ArrowRight")).toBe("small")
  expect(go("small", "ArrowLeft", "ArrowDown")).toBe("deep")
  expect(go("deep", "ArrowUp", "ArrowUp")).toBe("all")
  expect([go("large", "End"), go("small", "Home")]).toEqual(["small", "large"])
  expect([go("small", "ArrowRight"), go("all", "ArrowUp"), go("all", "x"), go("gone", "End")]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
