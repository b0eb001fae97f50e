import fc from "fast-check"
import { expect, test } from "vitest"
import { toPercent } from "./round.ts"

test("a half goes to the even percent", () => {
  expect([0.005, 0.015, 0.145, 0.375, 0.625, 0.635, 0.995].map(toPercent)).toEqual([
    0, 2, 14, 38, 62, 64, 100,
  ])
})

test("a share and the rest of its people add up to 100", () => {
  const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))
  fc.assert(fc.property(counts, ([held, n]) => toPercent(held / n) + toPercent((n - held) / n) === 100))
})

test("rounding keeps the nearest whole percent", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(Math.abs(toPercent(share) - share * 100)).toBeLessThanOrEqual(0.5 + 1e-9)
    }),
  )
})
