import { expect, test } from "vitest"
import { meanOfPopulation } from "./finite-population.ts"
import { welchDifference } from "./welch.ts"

test("four of eight answered 3, 4, 5, 4: half of the sampling variance is left", () => {
  // By hand: s² = 2/3, SE = sqrt(2/3 / 4 * (1 - 4/8)) = 0.2886751, t(.975, 3) = 3.1824463
  const mean = meanOfPopulation({ n: 4, mean: 4, variance: 2 / 3 }, 8)
  expect(mean?.error).toBeCloseTo(Math.sqrt(1 / 12), 14)
  expect(mean?.low).toBeCloseTo(4 - 3.1824463052837078 * Math.sqrt(1 / 12), 10)
  expect(mean?.high).toBeCloseTo(4 + 3.1824463052837078 * Math.sqrt(1 / 12), 10)
})

test("when all answered there is no sampling error", () => {
  expect(meanOfPopulation({ n: 4, mean: 4, variance: 2 / 3 }, 4)).toEqual({ error: 0, low: 4, high: 4 })
})

test("more answers than people is an error of the roster and refused", () => {
  expect(meanOfPopulation({ n: 4, mean: 4, variance: 2 / 3 }, 3)).toBeUndefined()
})

test("Welch: 3, 5 against 4, 1 has t 0.832 on 1.742 degrees of freedom", () => {
  // By hand: variances 2 and 4.5, SE² = 1 + 2.25, df = 3.25² / (1 + 2.25²)
  const gap = welchDifference({ n: 2, mean: 4, variance: 2 }, { n: 2, mean: 2.5, variance: 4.5 })
  expect(gap?.difference).toBe(1.5)
  expect(gap?.error).toBeCloseTo(Math.sqrt(3.25), 14)
  expect(gap?.df).toBeCloseTo(10.5625 / 6.0625, 14)
  expect((gap?.low ?? 0) + (gap?.high ?? 0)).toBeCloseTo(3, 12)
})

test("Welch is undefined with one value on a side and when nothing varies, defined when one side varies", () => {
  const constant = { n: 3, mean: 4, variance: 0 }
  expect(welchDifference({ n: 1, mean: 3, variance: null }, constant)).toBeUndefined()
  expect(welchDifference(constant, { n: 3, mean: 3, variance: 0 })).toBeUndefined()
  expect(welchDifference(constant, { n: 3, mean: 3, variance: 1 })?.df).toBeCloseTo(2, 14)
})
