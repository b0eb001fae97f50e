import { expect, test } from "vitest"
import { rootBetween } from "./root.ts"

test("a root is found to its last digits, rising or falling", () => {
  expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
  expect(rootBetween((x) => Math.exp(-x) - 1e-12, 0, 100)).toBeCloseTo(12 * Math.LN10, 12)
  expect(rootBetween((x) => Math.cbrt(x - 1e-5), 0, 1)).toBeCloseTo(1e-5, 15)
})

test("a root at an end of the bracket is that end", () => {
  expect(rootBetween((x) => x, 0, 1)).toBe(0)
  expect(rootBetween((x) => 1 - x, 0, 1)).toBe(1)
})
