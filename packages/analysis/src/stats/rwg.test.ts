import { expect, test } from "vitest"
import { moderateSkewNull, rwg, slightSkewNull, uniformNull } from "./rwg.ts"

test("nulls of five options", () => {
  // By hand: the variance of 1..5 each with probability 1/5
  expect(uniformNull(5)).toBe(2)
  // Shares .05 .15 .20 .35 .25 and 0 .10 .15 .40 .35 of answers 1..5 (LeBreton & Senter 2008, table 2)
  const variance = (shares: number[]) => {
    const mean = shares.reduce((sum, share, at) => sum + share * (at + 1), 0)
    return shares.reduce((sum, share, at) => sum + share * (at + 1 - mean) ** 2, 0)
  }
  expect(variance([0.05, 0.15, 0.2, 0.35, 0.25])).toBeCloseTo(slightSkewNull, 2)
  expect(variance([0, 0.1, 0.15, 0.4, 0.35])).toBeCloseTo(moderateSkewNull, 2)
})

test("one item: by hand 1 - .5/2; everybody agrees; opposite opinions", () => {
  expect(rwg(0.5, 2)).toEqual({ value: 0.75, raw: 0.75 })
  expect(rwg(0, 2)).toEqual({ value: 1, raw: 1 })
  // 1, 5, 1, 5: variance 16/3
  expect(rwg(16 / 3, 2)?.value).toBe(0)
  expect(rwg(16 / 3, 2)?.raw).toBeCloseTo(-5 / 3, 14)
})

test("of several items it is stepped up as by Spearman and Brown", () => {
  // By hand: 4 * .75 / (4 * .75 + .25)
  expect(rwg(0.5, 2, 4)?.value).toBeCloseTo(3 / 3.25, 14)
  expect(rwg(0.5, 2, 4)?.raw).toBe(0.75)
  expect(rwg(2.5, 2, 4)?.value).toBe(0)
})

test("undefined for one person", () => {
  expect(rwg(null, 2)).toBeUndefined()
  expect(rwg(undefined, 2)).toBeUndefined()
  expect(rwg(1, 0)).toBeUndefined()
})
