import fc from "fast-check"
import { expect, test } from "vitest"
import { meanScale } from "./mean-scale.ts"

test("small differences stay small: the window is two scale points or more and holds every mean", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1, max: 5, noNaN: true })), (means) => {
      const [from = 0, to = 0] = meanScale(means, 0, 400).x.domain()
      expect(to - from).toBeGreaterThanOrEqual(2)
      expect(from).toBeGreaterThanOrEqual(1)
      expect(to).toBeLessThanOrEqual(5)
      for (const mean of means) expect(mean >= from && mean <= to).toBe(true)
    }),
  )
})

test("labels only whole and half points", () => {
  expect(meanScale([3.4, 4.4], 0, 400).ticks).toEqual([2.5, 3, 3.5, 4, 4.5])
  expect(meanScale([3.4, 4.4], 0, 100).ticks.every((tick) => Number.isInteger(tick * 2))).toBe(true)
})
