import { expect, test } from "vitest"
import { chiSquaredProbability } from "./chi-squared.ts"
import { noncentralChiSquaredProbability, noncentralityBelow } from "./noncentral-chi-squared.ts"

test("as SciPy's ncx2.cdf", () => {
  for (const [x, df, noncentrality, p] of [
    [10, 7, 5, 0.41785464094319785],
    [3.2, 6, 12, 0.003533821517938844],
    [40, 8, 30, 0.599054910799736],
    [0.5, 1, 2, 0.2228026343311321],
    [300, 7, 250, 0.9078775723009211],
  ] as const)
    expect(noncentralChiSquaredProbability(x, df, noncentrality)).toBeCloseTo(p, 12)
  expect(noncentralChiSquaredProbability(4, 3, 0)).toBe(chiSquaredProbability(4, 3))
  expect(noncentralChiSquaredProbability(0, 3, 2)).toBe(0)
})

test("the upper end leaves out noncentralities under which so little is that rare", () => {
  for (const [x, df] of [
    [7, 7],
    [14, 7],
    [400, 8],
  ] as const)
    expect(noncentralChiSquaredProbability(x, df, noncentralityBelow(x, df, 0.025))).toBeCloseTo(0.025, 8)
  // So little comes of no noncentrality at all.
  expect(noncentralityBelow(0.5, 7, 0.025)).toBe(0)
})
