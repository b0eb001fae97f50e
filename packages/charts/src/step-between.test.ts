import { expect, test } from "vitest"
import { stepBetween } from "./step-between.ts"

const layers = [{ id: "2" }, { id: "3" }, { id: "4" }]

test("a step with ids stands between its two layers, in whatever order the steps come", () => {
  const steps = [
    { from: "3", to: "4", difference: -0.4 },
    { from: "2", to: "3", difference: -0.1 },
  ]
  expect(stepBetween(steps, layers, 0)?.difference).toBe(-0.1)
  expect(stepBetween(steps, layers, 1)?.difference).toBe(-0.4)
  expect(stepBetween([{ from: "2", to: "4", difference: -0.5 }], layers, 0)).toBeNull()
})

test("a step without ids stands at its place in the list", () => {
  const steps = [null, { difference: -0.4 }]
  expect(stepBetween(steps, layers, 0)).toBeNull()
  expect(stepBetween(steps, layers, 1)?.difference).toBe(-0.4)
  expect(stepBetween(steps, layers, 2)).toBeNull()
})
