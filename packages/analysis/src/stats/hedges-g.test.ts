import { expect, test } from "vitest"
import { momentsOf } from "./deviations.ts"
import { approximateInterval, hedgesG } from "./hedges-g.ts"
import type { Moments } from "./moments.ts"

const a = momentsOf([3, 4, 5, 4, 5]) as Moments
const b = momentsOf([2, 3, 3, 1]) as Moments

test("g, its correction and the noncentral interval agree with SciPy", () => {
  // scipy 1.17.1: gammaln, and brentq on stats.nct.cdf
  const of = hedgesG(a, b)
  expect(of?.df).toBe(7)
  expect(of?.d).toBeCloseTo(2.1899648275590975, 12)
  expect(of?.correction).toBeCloseTo(0.8882029076727513, 13)
  expect(of?.g).toBeCloseTo(1.945133127539046, 12)
  expect(of?.interval.low).toBeCloseTo(0.37060382834461303, 9)
  expect(of?.interval.high).toBeCloseTo(3.443493549407024, 9)
})

test("the closed form by hand", () => {
  const none = { low: 0, high: 0 }
  const of = { g: 0.5, d: 0.6, correction: 0.9, df: 28, interval: none, intervalOfD: none }
  const { variance, interval } = approximateInterval(of, 10, 20)
  expect(variance).toBeCloseTo(0.81 * (0.15 + 0.36 / 60), 14)
  expect(interval.high - interval.low).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(variance), 12)
  expect(interval.high + interval.low).toBeCloseTo(1, 13)
})

test("turned round it changes its sign only", () => {
  for (const by of ["pooled", "average"] as const) {
    const [one, other] = [hedgesG(a, b, by), hedgesG(b, a, by)]
    expect(other?.g).toBe(-(one?.g ?? 0))
    expect(other?.interval.low).toBeCloseTo(-(one?.interval.high ?? 0), 10)
  }
})

test("with equal sizes and spreads both divisors are the same", () => {
  const [one, other] = [
    { n: 30, mean: 4, variance: 0.8 },
    { n: 30, mean: 3.7, variance: 0.8 },
  ]
  const [pooled, average] = [hedgesG(one, other), hedgesG(one, other, "average")]
  expect(average?.g).toBeCloseTo(pooled?.g ?? 0, 12)
  expect(average?.interval.low).toBeCloseTo(pooled?.interval.low ?? 0, 10)
})

test("undefined below two values on a side, when neither side varies, at one degree of freedom", () => {
  expect(hedgesG({ n: 1, mean: 3, variance: null }, b)).toBeUndefined()
  expect(hedgesG({ n: 3, mean: 3, variance: 0 }, { n: 3, mean: 4, variance: 0 })).toBeUndefined()
  expect(hedgesG({ n: 2, mean: 3, variance: 0 }, { n: 2, mean: 4, variance: 1 }, "average")).toBeUndefined()
  expect(hedgesG({ n: 3, mean: 3, variance: 0 }, b)?.g).toBeGreaterThan(0)
})
