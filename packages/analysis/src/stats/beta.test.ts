import { expect, test } from "vitest"
import { betaQuantile, incompleteBeta } from "./beta.ts"

// scipy 1.17.1: scipy.special.betainc(a, b, x) and .betaincc(a, b, x)
const scipy: [a: number, b: number, x: number, lower: number, upper: number][] = [
  [0.5, 0.5, 0.1, 0.20483276469913345, 0.7951672353008665],
  [0.5, 20.5, 0.3, 0.9998562020335175, 0.00014379796648219316],
  [2, 3, 0.01, 0.0005920299999999999, 0.99940797],
  [12.5, 3, 0.8, 0.42256890873975644, 0.5774310912602436],
  [49, 2650.5, 0.01, 8.102643485885221e-5, 0.9999189735651411],
  [49, 2650.5, 0.03, 0.9999579277713182, 4.207222868182131e-5],
  [3000, 900, 0.77, 0.5427149505746409, 0.4572850494253582],
  [0.5, 30000, 0.0001, 0.9856961487376118, 0.014303851262388265],
]

// scipy 1.17.1: scipy.stats.beta.ppf(p, a, b)
const quantiles: [p: number, a: number, b: number, x: number][] = [
  [0.025, 0.5, 20.5, 2.4246478459242733e-5],
  [0.975, 12.5, 8.5, 0.7893705860719457],
  [0.5, 3, 3, 0.5],
  [0.001, 40, 60.5, 0.2559501593225369],
  [0.975, 997.5, 3.5, 0.9991543651981701],
]

test.each(scipy)("I(%d, %d) at %d and its rest agree with SciPy to 1e-11", (a, b, x, lower, upper) => {
  const both = incompleteBeta(a, b, x, 1 - x)
  expect(Math.abs(both.lower / lower - 1)).toBeLessThan(1e-11)
  expect(Math.abs(both.upper / upper - 1)).toBeLessThan(1e-11)
})

test.each(quantiles)("the quantile of %d for beta(%d, %d) agrees with SciPy to 1e-12", (p, a, b, x) => {
  expect(Math.abs(betaQuantile(p, a, b) / x - 1)).toBeLessThan(1e-12)
})

test("a uniform variable and the ends", () => {
  expect(incompleteBeta(1, 1, 0.3, 0.7).lower).toBeCloseTo(0.3, 15)
  expect(incompleteBeta(2, 5, 0, 1)).toEqual({ lower: 0, upper: 1 })
  expect(incompleteBeta(2, 5, 1, 0)).toEqual({ lower: 1, upper: 0 })
})
