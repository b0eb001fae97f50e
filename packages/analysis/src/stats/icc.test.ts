import { expect, test } from "vitest"
import { momentsOf } from "./deviations.ts"
import { icc } from "./icc.ts"
import { reliability, shrunkMean } from "./reliability.ts"

const of = (...groups: number[][]) => icc(groups.map(momentsOf))

test("unequal groups agree with NumPy and with SciPy's f_oneway", () => {
  const result = of([4, 5, 3], [2, 2, 1, 3], [], [5, 4], [3])
  expect(result).toMatchObject({ groups: 4, n: 10, df1: 3, df2: 6 })
  expect(result?.meanSquareBetween).toBeCloseTo(3.7, 13)
  expect(result?.meanSquareWithin).toBeCloseTo(0.75, 13)
  expect(result?.n0).toBeCloseTo(2.3333333333333335, 13)
  expect(result?.meanSize).toBe(2.5)
  expect(result?.icc1).toBeCloseTo(0.6276595744680852, 13)
  expect(result?.icc2).toBeCloseTo(0.7972972972972973, 13)
  expect(result?.f).toBeCloseTo(4.933333333333329, 12)
  expect(result?.p).toBeCloseTo(0.04645208846858174, 12)
  expect(result?.etaSquared).toBeCloseTo((3.7 * 3) / (3.7 * 3 + 0.75 * 6), 13)
})

test("groups that differ less than chance would let them are reported as negative", () => {
  const equal = of([3, 4, 5], [3, 4, 5], [3, 4, 5])
  expect(equal?.icc1).toBe(-0.5)
  expect(equal?.icc2).toBeUndefined()
  // Means that differ in their last bits only do not differ.
  expect(of([0.1, 0.2, 0.3], [0.3, 0.1, 0.2])?.icc2).toBeUndefined()
})

test("people of one mind within groups: certain, but without a test", () => {
  expect(of([3, 3], [4, 4])).toMatchObject({ icc1: 1, icc2: 1, f: undefined, p: undefined })
  expect(of([3, 3], [3, 3])).toMatchObject({ icc1: undefined, icc2: undefined, etaSquared: undefined })
})

test("undefined for one group and for groups of one", () => {
  expect(of([1, 2, 3])).toBeUndefined()
  expect(of([1], [2], [3])).toBeUndefined()
  expect(of([], [1, 2])).toBeUndefined()
})

test("with groups of one size ICC(2) is the reliability of each mean", () => {
  const result = of([1, 2, 2], [4, 5, 3], [3, 3, 5])
  expect(reliability(3, result?.icc1 ?? 0)).toBeCloseTo(result?.icc2 ?? 0, 13)
})

test("reliability grows with the people and is nothing where units do not differ", () => {
  // By hand: 10 * .1 / 1.9
  expect(reliability(10, 0.1)).toBeCloseTo(1 / 1.9, 14)
  expect(reliability(1, 0.1)).toBeCloseTo(0.1, 14)
  expect(reliability(10, -0.05)).toBe(0)
  expect(reliability(0, 0.1)).toBe(0)
  expect(shrunkMean(4.5, 0.6, 3.5)).toBeCloseTo(4.1, 14)
})
