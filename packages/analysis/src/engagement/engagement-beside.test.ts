import { expect, test } from "vitest"
import { cell, group, release } from "../knowing/testing-release.ts"
import type { Cell, MeasureSpec } from "../release.ts"
import { engagementBeside } from "./engagement-beside.ts"

const measures: MeasureSpec = {
  constructs: [{ id: "engagement", name: "Engagement", items: [] }],
  composites: [{ id: "message", name: "Message", constructs: [] }],
}
const both = (engaged: number, aligned: number, n = 300) => ({
  engagement: cell(n, engaged),
  message: cell(n, aligned),
})
const all = group("all", "organization", null, both(60, 60, 2000), 0)

const unitsOf = (means: [number, number][], depth = 1) =>
  means.map(([engaged, aligned], at) => {
    const cells = both(60, 60, 40) as Record<string, Extract<Cell, { state: "shown" }>>
    return group(
      `unit:${depth}${at}`,
      "unit",
      "all",
      {
        engagement: { ...cells.engagement, mean: engaged } as Cell,
        message: { ...cells.message, mean: aligned } as Cell,
      },
      depth,
    )
  })
const linkOf = (means: [number, number][], rest = unitsOf([])) =>
  engagementBeside(release([all, ...unitsOf(means), ...rest], { measures }))

test("a unit parts from the whole where both intervals leave the whole's share out", () => {
  const told = engagementBeside(
    release(
      [
        all,
        group("unit:1", "unit", "all", both(80, 40)),
        group("unit:2", "unit", "all", both(40, 80)),
        group("unit:3", "unit", "all", both(80, 80)),
        group("unit:4", "unit", "all", both(40, 40)),
        group("unit:5", "unit", "all", both(80, 62)),
        group("unit:6", "unit", "all", both(80, 40, 8)),
        group("unit:7", "unit", "all", { engagement: cell(40, 50) }),
      ],
      { measures },
    ),
  )
  expect(told.places.map(({ part }) => part)).toEqual([
    ...["near", "engaged-not-aligned", "aligned-not-engaged", "both-high", "both-low", "near", "near"],
  ])
  expect(told.places[1]?.engaged).toMatchObject({ value: 80 })
  expect(told).toMatchObject({ units: 6, link: null, alignment: { id: "message", name: "Message" } })
})

test("over ten units or more: together, apart, or cannot tell", () => {
  const rising = Array.from({ length: 12 }, (_, at): [number, number] => [
    3 + at / 10,
    3 + at / 10 + (at % 3) / 10,
  ])
  expect(linkOf(rising).link).toMatchObject({ units: 12, depth: 1, finding: "together" })
  const falling = rising.map(([engaged, aligned]): [number, number] => [engaged, 8 - aligned])
  expect(linkOf(falling).link).toMatchObject({ finding: "apart" })
  expect(linkOf(falling).link?.pearson.high).toBeLessThan(0)
  const mixed = rising.map(([engaged], at): [number, number] => [engaged, 3 + ((at * 5) % 7) / 10])
  expect(linkOf(mixed).link?.finding).toBe("cannot-tell")
  expect(linkOf(rising.slice(0, 9))).toMatchObject({ link: null, units: 9 })
  expect(linkOf(rising.map(([engaged]) => [engaged, 3.4])).link).toBeNull()
})

test("units of one depth only, that of most of them, and none of which a mean is only a bound", () => {
  const rising = Array.from({ length: 12 }, (_, at): [number, number] => [3 + at / 10, 3 + at / 10])
  expect(linkOf(rising, unitsOf(rising.concat([[4, 4]]), 2)).link).toMatchObject({ units: 13, depth: 2 })
  const bounded = group("unit:99", "unit", "all", {
    engagement: cell(9, 60, 0, { mean: "at-least" }),
    message: cell(9, 60),
  })
  expect(linkOf(rising, [bounded]).link).toMatchObject({ units: 12, depth: 1 })
})

test("a leader's units are set beside the own unit", () => {
  const own = group("unit:1", "unit", null, both(80, 40))
  const below = [
    group("unit:2", "unit", "unit:1", both(80, 40), 2),
    group("unit:3", "unit", "unit:1", both(40, 80), 2),
  ]
  const { places } = engagementBeside(release([own, ...below], { measures }))
  expect(places.map(({ part }) => part)).toEqual(["near", "near", "aligned-not-engaged"])
})

test("what was not asked is said, and mission clarity stands in for the message", () => {
  const clarity = { id: "mission-clarity", name: "Mission clarity", items: [] }
  const nothing = { groups: [], places: [], link: null, units: 0 }
  const without = (spec: MeasureSpec) => engagementBeside(release([all], { measures: spec }))
  expect(without({ constructs: [clarity], composites: [] })).toEqual({
    ...{ engagement: null, alignment: { id: "mission-clarity", name: "Mission clarity" } },
    ...nothing,
  })
  expect(without({ ...measures, composites: [] })).toMatchObject({
    alignment: null,
    engagement: { id: "engagement" },
  })
})
