import { expect, test } from "vitest"
import { wilsonInterval } from "../stats/proportion.ts"
import { gapOf, product } from "./combine.ts"

const share = (x: number, n: number) => ({ value: x / n, ...(wilsonInterval(x, n) ?? { low: 0, high: 1 }) })

test("a difference of two shares as in Newcombe 1998, table II, method 10", () => {
  const a = gapOf(share(56, 70), share(48, 80))
  expect([a.low, a.high].map((end) => end.toFixed(4))).toEqual(["0.0524", "0.3339"])
  const b = gapOf(share(9, 10), share(3, 10))
  expect([b.low, b.high].map((end) => end.toFixed(4))).toEqual(["0.1705", "0.8090"])
})

test("a product lies between what its parts allow, also where one is below nought", () => {
  const whole = { value: 1, low: 1, high: 1 }
  const one = { value: 0.4, low: 0.2, high: 0.5 }
  expect(product(one, whole)).toEqual(one)
  const below = { value: -0.2, low: -0.4, high: 0.1 }
  const found = product(below, { value: 0.5, low: 0.4, high: 0.7 })
  expect(found.value).toBeCloseTo(-0.1, 12)
  // By hand: 0.5 · 0.2 and 0.2 · 0.2 below, 0.5 · 0.3 and 0.2 · 0.1 above.
  expect(found.low).toBeCloseTo(-0.1 - Math.hypot(0.1, 0.04), 12)
  expect(found.high).toBeCloseTo(-0.1 + Math.hypot(0.15, 0.02), 12)
})
