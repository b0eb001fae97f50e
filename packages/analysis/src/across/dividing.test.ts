import { expect, test } from "vitest"
import { seeded } from "../random.ts"
import { dividingOptions } from "./dividing.ts"

const options = ["a", "b", "c", "d"].map((id) => ({ id, text: id }))

test("the option that units differ about most comes first, with who names it least and most", () => {
  const [first, ...others] = dividingOptions(options, [
    { group: "one", n: 100, shares: [40, 80, 35, 45] },
    { group: "two", n: 100, shares: [45, 20, 40, 40] },
    { group: "three", n: 50, shares: [40, 75, 35, 40] },
  ])
  expect(first).toMatchObject({
    option: "b",
    least: { group: "two", share: 20 },
    most: { group: "one", share: 80 },
  })
  expect(first?.p).toBeLessThan(1e-10)
  for (const { p } of others) expect(p).toBeGreaterThan(0.3)
  expect(dividingOptions(options, [{ group: "one", n: 100, shares: [40, 80, 35, 45] }])).toEqual([])
})

test("units that all think alike are seldom divided by any option", () => {
  const random = seeded(9)
  const truth = [0.7, 0.5, 0.3, 0.1]
  let divided = 0
  for (let survey = 0; survey < 400; survey++) {
    const units = [40, 80, 160, 300, 1000, 60].map((n, at) => ({
      ...{ group: String(at), n },
      shares: truth.map((share) => {
        const count = Array.from({ length: n }, () => random() < share).filter((chose) => chose).length
        return Math.min(95, Math.max(5, 5 * Math.round((20 * count) / n)))
      }),
    }))
    if (dividingOptions(options, units).some(({ p }) => p <= 0.05)) divided++
  }
  // 20 expected of 400; more than 31 about once in 150.
  expect(divided).toBeLessThanOrEqual(31)
  expect(divided).toBeGreaterThan(2)
})
