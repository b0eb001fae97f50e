import fc from "fast-check"
import { expect, test } from "vitest"
import { moments } from "./moments.ts"

test("no value has no mean, one value has no variance", () => {
  expect(moments(0, 0, 0, 1)).toBeNull()
  expect(moments(1, 4, 16, 1)).toEqual({ n: 1, mean: 4, variance: null })
})

test("values 3 and 5 have mean 4 and variance 2", () => {
  expect(moments(2, 8, 34, 1)).toEqual({ n: 2, mean: 4, variance: 2 })
})

test("equal values have variance 0, not a rest of rounding", () => {
  expect(moments(7, 7 * 13, 7 * 169, 12)?.variance).toBe(0)
})

test("agrees with the two-pass formula over the values themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -144, max: 144 }), { minLength: 2, maxLength: 400 }), (whole) => {
      const values = whole.map((value) => value / 72)
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
      const sum = whole.reduce((a, b) => a + b, 0)
      const squares = whole.reduce((a, b) => a + b * b, 0)
      const result = moments(whole.length, sum, squares, 72)
      expect(result?.mean).toBeCloseTo(mean, 11)
      expect(result?.variance).toBeCloseTo(variance, 11)
    }),
  )
})
