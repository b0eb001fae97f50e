import fc from "fast-check"
import { expect, test } from "vitest"
import { heatClass } from "./heat-scale.ts"

test("the heat scale is fixed in scale points around the organization's mean", () => {
  const classes = [-0.9, -0.8, -0.7, -0.5, -0.4, -0.2, -0.1, 0, 0.1, 0.2, 0.4, 0.5, 0.7, 0.8, 2]
  expect(classes.map((away) => heatClass(3.4 + away, 3.4))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 7,
  ])
})

test("a higher mean never gets a lower class, and both directions are alike", () => {
  const tenths = fc.integer({ min: 10, max: 50 })
  fc.assert(
    fc.property(tenths, tenths, tenths, (a, b, centre) => {
      const [low, high] = [Math.min(a, b) / 10, Math.max(a, b) / 10]
      expect(heatClass(low, centre / 10)).toBeLessThanOrEqual(heatClass(high, centre / 10))
      expect(heatClass(a / 10, b / 10) + heatClass(b / 10, a / 10)).toBe(8)
    }),
  )
})
