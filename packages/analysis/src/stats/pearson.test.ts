import fc from "fast-check"
import { expect, test } from "vitest"
import { detectableCorrelation } from "./detectable-correlation.ts"
import { leaveOneOutRange } from "./leave-one-out.ts"
import { pearson } from "./pearson.ts"
import { spearman } from "./spearman.ts"

const x = [4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4]
const y = [12, 9, 7, 15, 11, 9, 13, 4, 8, 8]

test("Pearson's correlation, its t, p and interval, as SciPy", () => {
  // scipy.stats.pearsonr(x, y) and .confidence_interval()
  const result = pearson(x, y)
  expect(result?.r).toBeCloseTo(0.8536597714854336, 14)
  expect(result?.t).toBeCloseTo(4.635887971730137, 12)
  expect(result?.df).toBe(8)
  expect(result?.p).toBeCloseTo(0.001675154018208316, 14)
  expect(result?.interval?.low).toBeCloseTo(0.4843827060358061, 13)
  expect(result?.interval?.high).toBeCloseTo(0.9647472893122868, 13)
})

test("Spearman's, with Bonett and Wright's interval wider than Fisher's", () => {
  // scipy.stats.spearmanr(x, y); interval by hand: tanh(atanh(r) -+ 1.959964 sqrt((1 + r²/2) / 7))
  const result = spearman(x, y)
  const r = 0.7852760736196319
  expect(result?.r).toBeCloseTo(r, 14)
  expect(result?.p).toBeCloseTo(0.007111775281156254, 14)
  const half = 1.959963984540054 * Math.sqrt((1 + r ** 2 / 2) / 7)
  expect(result?.interval?.low).toBeCloseTo(Math.tanh(Math.atanh(r) - half), 13)
  expect(result?.interval?.high).toBeCloseTo(Math.tanh(Math.atanh(r) + half), 13)
  expect(result?.fisher?.low).toBeGreaterThan(result?.interval?.low ?? 1)
})

test("undefined below three pairs and when a side does not vary, in its last bits either", () => {
  expect(pearson([1, 2], [5, 3])).toBeUndefined()
  expect(pearson([1, 2, 3, 4], [2, 2, 2, 2])).toBeUndefined()
  const equal = [0.1 + 0.2, 0.3, 0.3, 0.15 * 2]
  expect(new Set(equal).size).toBe(2)
  expect(pearson([1, 2, 3, 4], equal)).toBeUndefined()
  expect(spearman([1, 2, 3], [7, 7, 7])).toBeUndefined()
})

test("three pairs have a p but no interval, and a straight line has neither interval nor t", () => {
  expect(pearson([1, 2, 4], [2, 1, 5])?.interval).toBeUndefined()
  // scipy.stats.pearsonr([1, 2, 4], [2, 1, 5]).pvalue
  expect(pearson([1, 2, 4], [2, 1, 5])?.p).toBeCloseTo(0.366716573320923, 12)
  const line = pearson([0.1, 0.2, 0.3, 0.7], [-0.3, -0.6, -0.9, -2.1])
  expect(line).toMatchObject({ r: -1, t: undefined, p: 0, interval: undefined })
  // Rounding takes the first beyond -1 and keeps the second from 1.
  const x = [0.1, 0.2, 0.3, 0.7, 1.3, 0.9]
  const beyond = pearson(
    x,
    x.map((value) => 0.1 - 1.1 * value),
  )
  expect(beyond).toMatchObject({ r: -1, t: undefined, p: 0 })
  const short = [0.1, 0.2, 0.3, 0.7, 1.3, 0.4]
  const almost = pearson(
    short,
    short.map((value) => 0.1 + 0.04 * value),
  )
  expect(almost).toMatchObject({ r: 1, t: undefined, p: 0, interval: undefined })
  expect(spearman([1, 2, 3], [1, 3, 2])?.interval).toBeUndefined()
})

test("a correlation keeps under change of unit and origin, and turns with a sign", () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 40 }), (rows) => {
      const a = rows.map(([value]) => value)
      const b = rows.map(([, value]) => value)
      const one = pearson(a, b)?.r
      const moved = pearson(
        a.map((value) => 1000 - 0.37 * value),
        b,
      )?.r
      if (one === undefined) expect(moved).toBeUndefined()
      else expect(moved).toBeCloseTo(-one, 9)
    }),
  )
})

test("one unit that makes the correlation is found by leaving it out", () => {
  // Eight units in a square without any correlation, and one far away.
  const square = [1, 1, 2, 2, 1, 1, 2, 2]
  const other = [1, 2, 1, 2, 2, 1, 2, 1]
  const range = leaveOneOutRange([...square, 30], [...other, 30])
  expect(range?.low).toBeCloseTo(0, 12)
  expect(range?.high).toBeGreaterThan(0.99)
  expect(leaveOneOutRange([1, 2, 3, 4, 9], [2, 3, 3, 5, 9])?.fragile).toBe(false)
  expect(leaveOneOutRange([1, 2, 3, 4, 9], [4, 3, 3, 1, 9])?.fragile).toBe(true)
  expect(leaveOneOutRange([1, 1, 1, 1, 9], [4, 3, 3, 1, 9])?.fragile).toBe(true)
  expect(leaveOneOutRange([1, 2, 3], [2, 3, 3])).toBeUndefined()
})

test("detectable correlations with 80% power", () => {
  // By hand: tanh((1.95996 + .84162) / sqrt(n - 3)): 20 units .59, 30 .49, 50 .39, 100 .28, 200 .20
  const expected: [n: number, r: number][] = [
    [20, 0.59],
    [30, 0.49],
    [50, 0.39],
    [100, 0.28],
    [200, 0.2],
  ]
  for (const [n, r] of expected) expect(Math.abs((detectableCorrelation(n) ?? 0) - r)).toBeLessThan(0.005)
  expect(detectableCorrelation(3)).toBeUndefined()
})
