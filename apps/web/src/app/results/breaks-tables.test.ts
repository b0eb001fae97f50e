import { describe, expect, test } from "vitest"
import { breaks, companyWithBreaks, found } from "./breaks-example.ts"
import { breaksTable, icicleUnits, unitsByVerdict } from "./breaks-tables.ts"
import { layer, leaderRelease, shown } from "./release-example.ts"

const company = companyWithBreaks()
const all = company.breaks ?? breaks()
const [first] = all.findings
const findings = first ? [first] : []
const drawn = (measure = "message", root = "all") => icicleUnits(company, all, measure, findings, root)
const one = (id: string, units = drawn()) => units.find((unit) => unit.id === id)

describe("what the icicle draws", () => {
  test("the organization outermost, each unit inside the one around it", () => {
    expect(drawn()[0]).toMatchObject({ id: "all", parent: null, layers: [2, 6], people: 1187, mean: 3.6 })
    expect(one("unit:7")).toMatchObject({ parent: "all", layers: [3, 6], people: 612, own: 11 })
    expect(one("unit:9")).toMatchObject({ parent: "unit:8" })
  })
  test("what is hidden has no figure, a bound stays a bound, and too few is grey", () => {
    expect(one("unit:18")).toMatchObject({ mean: null, unknown: false })
    expect(one("unit:18")?.spoken).toMatch(/^Legal: too few to show; 20 people invited/)
    expect(one("unit:16")).toMatchObject({ mean: 4.1, bound: "at-least" })
    expect(one("unit:16")?.spoken).toMatch(/mean ≥ 4\.1; 80/)
    expect(one("unit:10")).toMatchObject({ unknown: true })
  })
  test("says of each unit what can be said", () => {
    expect(one("unit:7")?.spoken).toBe(
      "Operations: mean 3.2, 0.4 below the whole organization; 612 people invited. A confirmed break: In Operations, the message is 0.6 scale points lower from layer 4 down than at those layers elsewhere.",
    )
    expect(one("unit:9")?.spoken).toMatch(/It stands inside the confirmed break in Operations\.$/)
    expect(one("unit:17")?.spoken).toMatch(/Lower than the average, within normal variation/)
  })
  test("by another measure judges no single unit, and paints none grey", () => {
    const units = icicleUnits(company, all, "strategy", [], "all")
    expect(units.some(({ unknown }) => unknown)).toBe(false)
    expect(one("unit:17", units)?.spoken).toMatch(
      /No break is confirmed here; more is not told of single units\.$/,
    )
  })
  test("can be one unit and what is inside it", () => {
    const inside = drawn("message", "unit:8")
    expect(inside.map(({ id, parent }) => [id, parent])).toEqual([
      ["unit:8", null],
      ["unit:9", "unit:8"],
      ["unit:10", "unit:8"],
    ])
    expect(inside[0]).toMatchObject({ layers: [4, 6], own: 30, people: 218 })
  })
  test("is a leader's own unit, also where that is hidden and only units below are told", () => {
    const unit = (id: string, parent: string | null) =>
      layer(0, shown(3), { id, kind: "unit", name: id, parent, layer: null, layers: [4, 5], invited: 30 })
    const part = leaderRelease([unit("unit:9", "unit:8"), unit("unit:11", null)], [])
    expect(
      icicleUnits(part, breaks(), "message", [], "unit:7").map(({ id, parent, people }) => [
        id,
        parent,
        people,
      ]),
    ).toEqual([
      ["unit:7", null, 0],
      ["unit:9", "unit:7", 30],
      ["unit:11", "unit:7", 30],
    ])
  })
})

test("units are listed by what can be said; what stands in a break is not called normal variation", () => {
  const names = (told: { name: string }[]) => told.map(({ name }) => name)
  const by = unitsByVerdict(company, all, findings)
  expect(names(by.lower)).toEqual(["Finance"])
  expect(names(by["no-evidence"])).toEqual(["Signals", "Product and engineering", "Timetables"])
  expect(names(by["too-few"])).toEqual(["Day shift", "Overhaul of rolling stock", "People"])
  expect(names(unitsByVerdict(company, all, []).lower)).toHaveLength(4)
})

test("the table says no more than the picture: no difference of what is a bound or hidden", () => {
  const { rows, columns } = breaksTable(company, all, "message", findings)
  const row = (name: string) => rows.find(([unit]) => unit === name) ?? []
  const difference = columns.indexOf("Less the whole organization")
  expect(row("Operations")[difference]).toBe(-0.4)
  expect([row("Tickets")[difference], row("Legal")[difference]]).toEqual(["", ""])
  expect(row("Day shift").slice(1, 4)).toEqual(["Depot North", "5", 81])
  expect(row("Finance").at(-2)).toBe("0.6")
})

test("a break of a unit that is not shown is in no other unit's words", () => {
  const hidden = found({ unit: "unit:99", name: "Somewhere" })
  expect(
    icicleUnits(company, all, "message", [hidden], "all").every(
      ({ spoken }) => !spoken.includes("Somewhere"),
    ),
  ).toBe(true)
})
