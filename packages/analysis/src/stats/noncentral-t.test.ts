import { expect, test } from "vitest"
import { noncentrality, noncentralProbability } from "./noncentral-t.ts"
import { normalProbability } from "./normal.ts"
import { studentProbability } from "./student-t.ts"

// mpmath 25 digits: the integral of Phi(t s - ncp) over the density of s, by adaptive quadrature
const exact: [t: number, df: number, ncp: number, probability: number][] = [
  [2, 10, 1, 0.8076115625303752],
  [5, 58, 4, 0.8126255304280147],
  [-1, 7, 0.5, 0.07810220220087771],
  [0, 3, 1, 0.15865525393145705],
  [30, 58, 28, 0.7340205414238495],
  [50, 4000, 51, 0.19060851786937386],
  [-8, 20, -7, 0.29071207663377197],
  [3, 1, 2, 0.5248571617336879],
  [2, 2, -1, 0.9844873846810808],
  [40, 12, 30, 0.8717091150949666],
]

test.each(exact)("P(T <= %d) with %d degrees of freedom around %d to 1e-13", (t, df, ncp, probability) => {
  expect(Math.abs(noncentralProbability(t, df, ncp) - probability)).toBeLessThan(1e-13)
})

test("around 0 it is Student's t; at 0 it is the normal distribution", () => {
  for (const df of [1, 2.5, 30, 4000]) {
    for (const t of [-3, 0.4, 12]) {
      expect(noncentralProbability(t, df, 0)).toBeCloseTo(studentProbability(t, df), 12)
    }
    expect(noncentralProbability(0, df, 1.3)).toBeCloseTo(normalProbability(-1.3), 12)
  }
})

test("the centre that was looked for has the probability asked for", () => {
  for (const [t, df] of [
    [3.76, 102],
    [-0.5, 2],
    [60, 5000],
  ] as const) {
    for (const p of [0.025, 0.975]) {
      expect(noncentralProbability(t, df, noncentrality(p, t, df))).toBeCloseTo(p, 12)
    }
  }
})

test("limits of a t beyond 100 go on where those below it end, and mirror", () => {
  // From t large against sqrt(df) on, the limits are t times a root of chi-squared over df, by its quantiles.
  const limits = (t: number) => [noncentrality(0.975, t, 2), noncentrality(0.025, t, 2)].map((ncp) => ncp / t)
  const [low, high] = limits(1e6)
  expect(low).toBeCloseTo(Math.sqrt(-Math.log(0.975)), 9)
  expect(high).toBeCloseTo(Math.sqrt(-Math.log(0.025)), 9)
  for (const [side, limit] of limits(99.99).entries()) expect(limit).toBeCloseTo(limits(100.01)[side] ?? 0, 6)
  for (const [side, limit] of limits(-2000).entries())
    expect(limit).toBeCloseTo(limits(2000)[1 - side] ?? 0, 12)
  expect(noncentralProbability(1e4, 3, -5)).toBeCloseTo(1, 13)
})
