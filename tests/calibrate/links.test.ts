import { expect, test } from "vitest"
import { links } from "../../packages/analysis/src/index.ts"
import { linkOrganization, skewedTruth } from "./link-organization.ts"
import { linkRows } from "./link-rows.ts"
import { readChoosing } from "./settings.ts"

test("where nothing is linked little is found, a strong link of fifty units is, and intervals hold what is true", () => {
  const { null: nothing, pooled, power, coverage } = linkRows(5, 30)
  expect(nothing.map(({ units, waves, found }) => [units, waves, found.of])).toEqual([
    ...[10, 20, 50].flatMap((units) => [1, 3].map((waves) => [units, waves, 5])),
  ])
  expect(pooled.of).toBe(30)
  expect(pooled.count).toBeLessThanOrEqual(3)
  const found = (units: number, r: number) => power.find((row) => row.units === units && row.r === r)
  expect(found(50, 0.7)?.alone.share).toBe(1)
  expect(found(50, 0.7)?.inFamily.share).toBeGreaterThan(0.8)
  expect(found(10, 0.3)?.inFamily.share).toBeLessThan(0.3)
  expect(coverage).toHaveLength(24)
  const held = coverage.reduce((sum, { pearson }) => sum + pearson.count, 0)
  // At 95%, fewer than 90% of 720 never come by chance.
  expect(held / coverage.reduce((sum, { pearson }) => sum + pearson.of, 0)).toBeGreaterThan(0.9)
}, 120_000)

test("made-up organizations are as they are said to be", () => {
  const world = {
    ...{ units: 4000, waves: 2, constructs: 1, kpis: 1, lags: [0], r: 0.5 },
    ...{ skewed: false, trend: false, gaps: false },
  }
  const told = (changed: Partial<typeof world>) => links(linkOrganization({ ...world, ...changed }, 3))[0]
  expect(told({})?.pearson).toBeCloseTo(0.5, 1)
  expect(told({ skewed: true })?.pearson).toBeCloseTo(skewedTruth(0.5), 1)
  expect(told({})?.n).toBe(8000)
  expect(told({ gaps: true })?.n).toBeLessThan(7000)
  // Both rise with time: the pooled correlation of what is unrelated is that of the trend, and no link.
  const trend = told({ r: 0, trend: true, units: 180, waves: 4 })
  expect(trend?.pearson).toBeGreaterThan(0.3)
  expect(trend?.finding).not.toBe("link")
})

test("links can be asked for", () => {
  expect(readChoosing(["links", "--organizations", "7"])).toEqual({
    ...{ what: "links", seed: 1, organizations: 7, json: false },
  })
})
