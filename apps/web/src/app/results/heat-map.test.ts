import type { Cell, ReleaseGroup } from "@throughline/analysis"
import { describe, expect, test } from "vitest"
import type { ViewedRelease } from "../api.ts"
import { furthestBelow } from "./heat-finding.ts"
import {
  type HeatOrder,
  heatColumns,
  inTree,
  named,
  ordered,
  type Rank,
  shrunkRank,
  treeRows,
} from "./heat-rows.ts"
import { heatTable } from "./heat-table.ts"
import { layer, leaderRelease, release, shown, tooFew } from "./release-example.ts"

const unit = (id: string, name: string, message: Cell, more: Partial<ReleaseGroup> = {}) =>
  layer(3, message, { id, kind: "unit", name, ...more })
const byMessage: HeatOrder = { by: "measure", measure: "message", descending: false }

// As the release lists them: not in the order of the tree.
const units = () => [
  unit("unit:1", "Sales", shown(3.9)),
  unit("unit:2", "Operations", shown(3.1)),
  unit("unit:3", "Verkauf Süd", shown(3.4), { parent: "unit:1", respondents: 12 }),
  unit("unit:4", "Depot North", tooFew, { parent: "unit:2", respondents: 9 }),
  unit("unit:5", "Depot South", shown(2.6), { parent: "unit:2", respondents: 30 }),
]
const made = () => release(units(), [])
const names = (rows: ReturnType<typeof treeRows>) => rows.map((row) => row.unit.name)
const shrunk = (of: Record<string, number | null>): ViewedRelease => ({
  ...made(),
  statistics: {
    message: {
      alpha: null,
      omega: null,
      icc1: 0.1,
      icc2: 0.6,
      units: Object.fromEntries(
        Object.entries(of).map(([id, value]) => [id, { reliability: 0.7, shrunk: value, agreement: null }]),
      ),
    },
  },
})

describe("order", () => {
  test("units stand right below the one they are inside", () => {
    const rows = treeRows(made())
    expect(names(rows)).toEqual(["Sales", "Verkauf Süd", "Operations", "Depot North", "Depot South"])
    expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 0, 1, 1])
  })
  test("a unit whose enclosing one is not shown stands outermost; a leader's own unit is the root, not a row", () => {
    const own = unit("unit:7", "Operations", shown(3.2), { parent: null })
    const lost = unit("unit:9", "Lost", shown(3), { parent: "unit:77" })
    const led = leaderRelease([own, unit("unit:8", "Depot", shown(3), { parent: "unit:7" }), lost], [])
    expect(names(treeRows(led))).toEqual(["Depot", "Lost"])
    expect(heatColumns(led)[0]?.centre).toEqual({ mean: 3.2, bound: undefined })
  })
  test("by a measure, those without a figure last and in the order of the tree, whichever way round", () => {
    const rows = treeRows(made())
    expect(names([...ordered(rows, byMessage)])).toEqual([
      "Depot South",
      "Operations",
      "Verkauf Süd",
      "Sales",
      "Depot North",
    ])
    expect(names([...ordered(rows, { ...byMessage, descending: true })]).at(-1)).toBe("Depot North")
  })
  test("what is hidden cannot move a row: any value smuggled behind it leaves the order as it is", () => {
    const orderOf = (behind: number, rank?: Rank) => {
      const groups = units()
      const hidden = { state: "hidden", reason: "too-few", mean: behind } as Cell
      groups[0] = unit("unit:1", "Sales", { ...hidden })
      groups[3] = unit("unit:4", "Depot North", { ...hidden, mean: 6 - behind } as Cell, { parent: "unit:2" })
      return names([...ordered(treeRows(release(groups, [])), byMessage, rank)])
    }
    expect(orderOf(1)).toEqual(orderOf(5))
    // The guard off: a ranking that looks behind the hatching tells which of the two is higher.
    const peeking: Rank = (cell) => (cell as { mean?: number }).mean ?? null
    expect(orderOf(1, peeking)).not.toEqual(orderOf(5, peeking))
  })
  test("by name and by size, which the release tells of every unit", () => {
    const rows = treeRows(made())
    expect(names([...ordered(rows, { by: "name", measure: "", descending: false })])[0]).toBe("Depot North")
    expect(names([...ordered(rows, { by: "size", measure: "", descending: false })])[0]).toBe("Depot North")
    expect(ordered(rows, inTree)).toBe(rows)
  })
  test("drawn towards the average where the release tells it; a unit without has no place", () => {
    const told = shrunk({ "unit:1": 3.7, "unit:2": 3.2, "unit:3": 3.5, "unit:5": 3.4, "unit:4": 2 })
    const rank = shrunkRank(told, "message")
    expect(names([...ordered(treeRows(told), byMessage, rank ?? undefined)])).toEqual([
      "Operations",
      "Depot South",
      "Verkauf Süd",
      "Sales",
      "Depot North",
    ])
    expect(shrunkRank(made(), "message")).toBeNull()
    expect(shrunkRank(shrunk({ "unit:1": null }), "message")).toBeNull()
  })
  test("names are found by their words, whatever case and accents", () => {
    const rows = treeRows(made())
    expect(names([...named(rows, "sud verk")])).toEqual(["Verkauf Süd"])
    expect(named(rows, "  ")).toBe(rows)
    expect(named(rows, "depot south x")).toEqual([])
  })
})

describe("the finding", () => {
  const told = (of: ViewedRelease) => furthestBelow(of, treeRows(of), heatColumns(of))
  test("names the unit furthest below everybody's mean, its interval, and that the lowest of many is partly luck", () => {
    expect(told(made())).toEqual({
      headline: "Furthest below: Depot South, 1.0 scale points in the message",
      sure: "Mean 2.6, the whole organization 3.6. 95% interval 2.4 to 2.8, for who did not answer. The lowest of 4 figures, which is partly luck.",
    })
  })
  test("is chosen by the mean drawn towards the average where the release has it", () => {
    const finding = told(shrunk({ "unit:1": 3.8, "unit:2": 3.2, "unit:3": 3.5, "unit:5": 3.4 }))
    expect(finding.headline).toBe("Furthest below: Operations, 0.5 scale points in the message")
    expect(finding.sure).toContain("drawn towards the average before they are ranked: that leaves 0.4 points")
  })
  test("says that it may be nothing where the interval holds everybody's mean", () => {
    const wide = shown(3.4, { interval: { kind: "group-now", low: 2.9, high: 3.9, level: 0.95 } })
    expect(told(release([unit("unit:1", "Sales", wide)], [])).sure).toContain("it may be nothing")
  })
  test("a bound is no figure to compare, nor is anything compared with one", () => {
    const bound = shown(1.9, { coded: true, bounds: { mean: "at-most" }, interval: null })
    expect(told(release([unit("unit:1", "Sales", bound)], [])).headline).toBe("Units cannot be compared")
    const whole = release([unit("unit:1", "Sales", shown(2))], [])
    const [all] = whole.groups
    if (all) all.cells = { message: shown(4.2, { coded: true, bounds: { mean: "at-least" } }) }
    expect(told(whole).headline).toBe("Units cannot be compared")
  })
  test("nobody below is said as such, and so is nobody at all", () => {
    expect(told(release([unit("unit:1", "Sales", shown(3.6))], [])).headline).toBe(
      "No unit stands below the mean of the whole organization in anything",
    )
    expect(told(release([], [])).headline).toBe("No unit below has enough answers to show")
  })
})

test("the table holds everybody and every unit, hidden ones in words", () => {
  const of = made()
  const table = heatTable(of, treeRows(of), heatColumns(of))
  expect(table.columns).toEqual(["Unit", "Inside", "Answered", "The message", "Strategy"])
  expect(table.rows.map((row) => row.slice(0, 4))).toEqual([
    ["Whole organization", "", 40, 3.6],
    ["Sales", "Whole organization", 40, 3.9],
    ["Verkauf Süd", "Sales", 12, 3.4],
    ["Operations", "Whole organization", 40, 3.1],
    ["Depot North", "Operations", 9, "too few to show"],
    ["Depot South", "Operations", 30, 2.6],
  ])
})
