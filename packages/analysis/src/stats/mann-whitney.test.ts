import fc from "fast-check"
import { expect, test } from "vitest"
import { cliffDelta } from "./cliff-delta.ts"
import { mannWhitney } from "./mann-whitney.ts"

const a = [3, 4, 4, 5, 2]
const b = [1, 3, 2, 4, 2, 3]

test("Mann-Whitney with ties, with and without continuity, as SciPy", () => {
  // scipy.stats.mannwhitneyu(a, b, method="asymptotic", use_continuity=True | False)
  const test = mannWhitney(a, b)
  expect(test?.u).toBe(23)
  expect(test?.pContinuity).toBeCloseTo(0.1590565284525134, 13)
  expect(test?.p).toBeCloseTo(0.13306218742776546, 13)
})

test("Cliff's delta and its interval", () => {
  // NumPy: 2 * 23/30 - 1 and tanh(atanh(d) -+ 1.959964 sqrt(12/90))
  const effect = cliffDelta(a, b)
  expect(effect?.delta).toBeCloseTo(0.5333333333333334, 14)
  expect(effect?.superiority).toBeCloseTo(23 / 30, 14)
  expect(effect?.interval?.low).toBeCloseTo(-0.12030019848228087, 13)
  expect(effect?.interval?.high).toBeCloseTo(0.8643942095727681, 13)
})

test("nothing to test without answers on a side or with one value only; no interval at delta 1", () => {
  expect(mannWhitney([], b)).toBeUndefined()
  expect(cliffDelta(a, [])).toBeUndefined()
  expect(mannWhitney([4, 4], [4])).toMatchObject({ u: 1, p: undefined, pContinuity: undefined })
  expect(cliffDelta([5, 4], [1, 2])).toEqual({ delta: 1, superiority: 1, interval: undefined })
})

test("equal halves have p = 1, and the sides can be exchanged", () => {
  expect(mannWhitney([1, 2], [1, 2])).toMatchObject({ u: 2, p: 1, pContinuity: 1 })
  const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(answers, answers, (x, y) => {
      const one = mannWhitney(x, y)
      const other = mannWhitney(y, x)
      expect((one?.u ?? 0) + (other?.u ?? 0)).toBe(x.length * y.length)
      expect(one?.p).toBe(other?.p)
      const pairs = x.flatMap((left) => y.map((right) => Math.sign(left - right)))
      const mean = pairs.reduce<number>((sum, sign) => sum + sign, 0) / pairs.length
      expect(cliffDelta(x, y)?.delta).toBeCloseTo(mean, 12)
    }),
  )
})
