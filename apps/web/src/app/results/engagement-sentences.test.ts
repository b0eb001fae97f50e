import { expect, test } from "vitest"
import { beside } from "./derived-example.ts"
import { engagementFinding, linkText } from "./engagement-sentences.ts"
import { engagementPoints, engagementRows, engagementTable } from "./engagement-tables.ts"

const whole = "the whole organization"

test("who is engaged and not aligned is named, beside the whole and what cannot be told", () => {
  const { headline, sure } = engagementFinding(beside, "all", whole)
  expect(headline).toBe("Operations is engaged and not aligned")
  expect(sure).toContain("In the whole organization 70% are favourable on engagement and 55% on alignment.")
  expect(sure).toContain("2 of at least 10 units can be compared")
})

test("where none parts, that is the finding; where none is told, nothing is estimated", () => {
  const near = { ...beside, places: beside.places.map((place) => ({ ...place, part: "near" as const })) }
  expect(engagementFinding(near, "all", whole).headline).toBe(
    "In no unit do engagement and alignment clearly part",
  )
  const none = engagementFinding({ ...beside, places: [] }, "all", whole)
  expect(none).toEqual({
    headline: "Too few answered to set units side by side",
    sure: "Nothing is estimated.",
  })
})

test("a link is told with its interval and never as a cause", () => {
  const link = {
    units: 14,
    depth: 2,
    pearson: { value: -0.6, low: -0.8, high: -0.2 },
    finding: "apart" as const,
  }
  expect(linkText({ ...beside, link })).toBe(
    "Over units the two hardly go together: how engaged one is tells little of how aligned it is (correlation −0.60, 95% interval −0.80 to −0.20, 14 units).",
  )
  expect(linkText({ ...beside, link: { ...link, finding: "cannot-tell" } })).toMatch(/cannot be told/)
})

test("pictures and tables hold the units next below, and hidden ones without a figure", () => {
  expect(engagementPoints(beside, "all").map(({ id, tone }) => [id, tone])).toEqual([
    ["Sales", "faint"],
    ["Operations", "filled"],
  ])
  const table = engagementTable(beside, beside.groups, "by unit")
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  expect(table.rows.find(([name]) => name === "Operations")?.[5]).toBe("engaged, not aligned")
  expect(engagementRows(beside, beside.groups).find(({ id }) => id === "Depot")).toEqual({
    ...{ id: "Depot", label: "Depot", open: null, filled: null },
  })
})
