import { expect, test } from "vitest"
import { covarianceMatrix } from "./covariance.ts"
import { alphaInterval, cronbachAlpha } from "./cronbach-alpha.ts"

const of = (...items: number[][]) => cronbachAlpha(covarianceMatrix(items).matrix)

test("alpha and what belongs to it agree with NumPy", () => {
  // numpy 2: cov, corrcoef of these columns; scipy 1.17.1: f.ppf for Feldt's interval
  const alpha = of([1, 2, 3, 4, 5, 2], [2, 3, 3, 5, 4, 1], [2, 1, 4, 3, 5, 2])
  expect(alpha?.alpha).toBeCloseTo(0.8694690265486724, 13)
  expect(alpha?.standardized).toBeCloseTo(0.8687549197163599, 13)
  expect(alpha?.meanInterItemR).toBeCloseTo(0.6881280716880983, 13)
  for (const [item, r] of [0.9210407202268573, 0.6554853293164938, 0.6925087691903253].entries()) {
    expect(alpha?.itemRestR[item]).toBeCloseTo(r, 13)
  }
  for (const [item, rest] of [0.6486486486486487, 0.8983050847457625, 0.8687782805429862].entries()) {
    expect(alpha?.ifDropped[item]).toBeCloseTo(rest, 13)
  }
  const interval = alphaInterval(alpha?.alpha ?? 0, 6, 3)
  expect(interval?.low).toBeCloseTo(0.44705961410812045, 12)
  expect(interval?.high).toBeCloseTo(0.9802798111487413, 12)
})

test("an item keyed the wrong way round makes it negative, not undefined", () => {
  // By hand: variances 2.5 and 1.7, covariance -1.75: 2 (1 - 4.2 / .7)
  expect(of([1, 2, 3, 4, 5], [4, 5, 3, 2, 2])?.alpha).toBeCloseTo(-10, 12)
})

test("undefined for one item and for items that cancel out", () => {
  expect(of([1, 2, 3])).toBeUndefined()
  expect(of([1, 5, 3, 2], [5, 1, 3, 4])).toBeUndefined()
  expect(of([1, 5, 3.3, 2.1], [0.2, -3.8, -2.1, -0.9])).toBeUndefined()
  expect(of([2], [3])).toBeUndefined()
})

test("an item that does not vary stays counted and has no correlation", () => {
  const alpha = of([1, 2, 3, 4, 5], [2, 2, 3, 5, 5], [3, 3, 3, 3, 3])
  // R 4.2.2, multilevel::cronbach
  expect(alpha?.alpha).toBeCloseTo(0.725806451612903, 13)
  expect(alpha?.itemRestR[2]).toBeUndefined()
  expect(alpha?.standardized).toBeUndefined()
})

test("equal items are perfectly consistent", () => {
  expect(of([1, 2, 5], [1, 2, 5], [1, 2, 5])?.alpha).toBeCloseTo(1, 14)
  expect(alphaInterval(1, 3, 3)).toEqual({ low: 1, high: 1 })
  expect(alphaInterval(0.8, 1, 3)).toBeUndefined()
})
