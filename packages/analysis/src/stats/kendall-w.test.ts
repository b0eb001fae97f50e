import { expect, test } from "vitest"
import { kendallTauB } from "./kendall-tau.ts"
import { concordancePermutation, kendallW } from "./kendall-w.ts"
import { ranksOfChoice } from "./overlap.ts"

test("four raters with ties, as SciPy's Friedman test: W = chi²/(m(k-1))", () => {
  // scipy.stats.friedmanchisquare of the columns
  const result = kendallW([
    [1, 2, 3, 4],
    [2, 1, 3, 4],
    [1, 3, 3, 5],
    [2, 2, 1, 4],
  ])
  expect(result?.w).toBeCloseTo(0.6907894736842106, 14)
  expect(result?.chiSquared).toBeCloseTo(8.289473684210527, 12)
  expect(result?.df).toBe(3)
  expect(result?.p).toBeCloseTo(0.040393071239830054, 13)
  expect(result?.f).toBeCloseTo((3 * 0.6907894736842106) / (1 - 0.6907894736842106), 11)
  expect(result?.meanRanks).toEqual([1.625, 2, 2.375, 4])
})

test("opposite orders have W 0, equal ones 1 without an F", () => {
  const opposite = kendallW([
    [1, 2, 3],
    [3, 2, 1],
  ])
  expect(opposite).toMatchObject({ w: 0, meanSpearman: -1, p: 1 })
  const same = kendallW([
    [1, 2, 3],
    [10, 20, 30],
  ])
  expect(same).toMatchObject({ w: 1, meanSpearman: 1, f: undefined, pF: undefined })
})

test("undefined with one rater, and when nobody ranks; defined when somebody does", () => {
  expect(kendallW([[1, 2, 3]])).toBeUndefined()
  expect(kendallW([])).toBeUndefined()
  const none = [
    [2, 2, 2],
    [3, 3, 3],
  ]
  expect(kendallW(none)).toBeUndefined()
  expect(concordancePermutation(none, { seed: 1 })).toBeUndefined()
  expect(kendallW([...none, [1, 2, 3]])?.w).toBeDefined()
})

test("for three raters of three objects in one order the permutation p is 1/36", () => {
  // By hand: the second and third order equal the first in 1 of 6 * 6 draws.
  const same = [
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]
  const p = concordancePermutation(same, { seed: 9 }) ?? 0
  expect(Math.abs(p - 1 / 36)).toBeLessThan(4 * Math.sqrt(1 / 36 / 9999))
  expect(concordancePermutation(same, { seed: 9 })).toBe(p)
})

test("ranks of a choice of three of seven: those not named share (7 + 4)/2", () => {
  expect([...ranksOfChoice([4, 0, 6], 7)]).toEqual([2, 5.5, 5.5, 5.5, 1, 5.5, 3])
})

test("tau-b with ties, as SciPy", () => {
  // scipy.stats.kendalltau(x, y, method="asymptotic")
  const result = kendallTauB([4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4], [12, 9, 7, 15, 11, 9, 13, 4, 8, 8])
  expect(result?.tau).toBeCloseTo(0.6744186046511628, 14)
  expect(result?.p).toBeCloseTo(0.008403922215618065, 13)
  const answers = kendallTauB([1, 1, 1, 2, 2, 3, 4, 5, 5, 5], [2, 2, 2, 1, 3, 3, 3, 5, 4, 1])
  expect(answers?.tau).toBeCloseTo(0.4210526315789474, 14)
  expect(answers?.p).toBeCloseTo(0.12616353585329282, 13)
})

test("tau-b is 1 for one order, -1 for the opposite, undefined without an order", () => {
  expect(kendallTauB([1, 2, 2, 4], [1, 5, 5, 9])?.tau).toBeCloseTo(1, 14)
  expect(kendallTauB([1, 2, 3], [3, 2, 1])?.tau).toBeCloseTo(-1, 14)
  expect(kendallTauB([1, 2], [2, 1])).toMatchObject({ tau: -1, z: -1 })
  expect(kendallTauB([1, 1, 1], [3, 2, 1])).toBeUndefined()
  expect(kendallTauB([], [])).toBeUndefined()
})
