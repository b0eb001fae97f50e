import { expect, test } from "vitest"
import { driver } from "../../packages/analysis/src/index.ts"
import { driverCalibration } from "./driver-rows.ts"
import { madeUpDriver } from "./made-up-driver.ts"
import { readChoosing } from "./settings.ts"

test("of four periods and more 90% intervals hold as they say, with and without shocks of whole periods", () => {
  const { rows, pooled, publishedBy } = driverCalibration(2, 8)
  expect(pooled.map(({ shock }) => shock)).toEqual([0, 0.5, 1])
  for (const { shock, held } of pooled) {
    expect([shock, held.of]).toEqual([shock, (8 * 2 * 3 * 3 * (3 * 80)) / 6])
    expect(held.share, `${shock}`).toBeGreaterThanOrEqual(0.86)
    expect(held.share, `${shock}`).toBeLessThanOrEqual(0.94)
  }
  const published = (effect: number) =>
    publishedBy.find((row) => row.effect === effect)?.published.share as number
  // One in twenty would be expected of the test of the coefficient alone; of 216, more than 22 come once in 1,000.
  expect(published(0)).toBeLessThanOrEqual(0.1)
  expect(published(1)).toBeGreaterThan(0.6)
  // What refuses an indicator that means nothing is that it adds nothing: the model itself often beats last period.
  const vain = rows.filter(({ effect, periods }) => effect === 0 && periods === 12)
  const sum = (reason: string) => vain.reduce((all, { refused }) => all + (refused[reason] ?? 0), 0)
  expect(sum("indicator-adds-nothing")).toBeGreaterThan(2 * sum("no-better-than-last-period"))
}, 120_000)

test("made-up companies are as they are said to be", () => {
  const world = { units: 400, periods: 9, effect: 1, shock: 0 }
  const calm = driver(madeUpDriver(3, world).known)
  // Levels that units keep are in no row: the KPI's last value stands for them, and takes some of the indicator's part.
  expect(calm.fit?.coefficients.indicator).toBeGreaterThan(0.75)
  expect(calm.fit?.coefficients.indicator).toBeLessThan(1.05)
  expect(calm.fit?.shock).toBeLessThan(0.3)
  const shaken = driver(madeUpDriver(3, { ...world, periods: 40, shock: 1 }).known)
  expect(shaken.fit?.shock).toBeGreaterThan(0.7)
  expect(shaken.fit?.shock).toBeLessThan(1.4)
  expect(driver(madeUpDriver(3, { ...world, effect: 0 }).known).fit?.coefficients.indicator).toBeCloseTo(0, 1)
})

test("drivers can be asked for", () => {
  expect(readChoosing(["drivers", "--organizations", "7", "--seed", "3"])).toEqual({
    ...{ what: "drivers", seed: 3, organizations: 7, json: false },
  })
})
