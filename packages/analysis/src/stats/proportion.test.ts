import fc from "fast-check"
import { expect, test } from "vitest"
import { clopperPearsonInterval, jeffreysInterval, wilsonInterval } from "./proportion.ts"

// scipy 1.17.1: binomtest(x, n).proportion_ci(method="wilson" | "exact"), beta.ppf for Jeffreys's
const scipy: [x: number, n: number, wilson: number[], exact: number[], jeffreys: number[]][] = [
  [0, 5, [0, 0.43448246478317476], [0, 0.5218237501049814], [0, 0.37937714229903935]],
  [
    3,
    7,
    [0.1582198552514697, 0.7495416354723428],
    [0.09898827844243689, 0.81594843235993],
    [0.13886421910489025, 0.7654987507479062],
  ],
  [
    997,
    1000,
    [0.9912169859464968, 0.9989792161188613],
    [0.9912579767613423, 0.9993809000683501],
    [0.9920156326415965, 0.9991543651981701],
  ],
]

test.each(scipy)("%d of %d agree with SciPy to 1e-12", (x, n, wilson, exact, jeffreys) => {
  for (const [ours, theirs] of [
    [wilsonInterval(x, n), wilson],
    [clopperPearsonInterval(x, n), exact],
    [jeffreysInterval(x, n), jeffreys],
  ] as const) {
    expect(ours?.low).toBeCloseTo(theirs[0] as number, 12)
    expect(ours?.high).toBeCloseTo(theirs[1] as number, 12)
  }
})

test("all of the people there are leave no sampling error, nearly all leave little", () => {
  expect(wilsonInterval(3, 7, 0.95, 7)).toEqual({ low: 3 / 7, high: 3 / 7 })
  // By hand: 20 of 40 people count as n* = 20 * 39 / 20 = 39.
  expect(wilsonInterval(10, 20, 0.95, 40)).toEqual(wilsonInterval(19.5, 39))
})

test("refused: more answers than people, nobody, more in favour than there are", () => {
  expect(wilsonInterval(3, 7, 0.95, 6)).toBeUndefined()
  for (const interval of [wilsonInterval, jeffreysInterval, clopperPearsonInterval]) {
    expect(interval(0, 0)).toBeUndefined()
    expect(interval(4, 3)).toBeUndefined()
  }
})

test("intervals hold the share, mirror it and widen with the confidence asked for", () => {
  const share = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(share, ([x, n]) => {
      for (const interval of [wilsonInterval, jeffreysInterval, clopperPearsonInterval]) {
        const of = interval(x, n) ?? { low: 1, high: 0 }
        expect(of.low).toBeLessThanOrEqual(x / n)
        expect(of.high).toBeGreaterThanOrEqual(x / n)
        expect(interval(n - x, n)?.high).toBeCloseTo(1 - of.low, 10)
        expect(interval(x, n, 0.8)?.high).toBeLessThanOrEqual(of.high)
      }
    }),
    { numRuns: 40 },
  )
})
