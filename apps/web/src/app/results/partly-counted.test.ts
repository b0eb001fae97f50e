import { expect, test } from "vitest"
import { partlyCounted } from "./partly-counted.ts"

test("a figure that leaves people out says so", () => {
  const groups = [
    { name: "Layer 2", invited: 9, covered: 9 },
    { name: "Layer 3", invited: 43, covered: 18 },
  ]
  expect(partlyCounted(groups)).toBe(
    "Layer 3 counts 18 of its 43 people: the others stand in cohorts of several layers.",
  )
  expect(partlyCounted(groups.slice(0, 1))).toBe("")
})
