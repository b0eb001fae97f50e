import { expect, test } from "vitest"
import { layer, release, shown, step } from "./release-example.ts"
import { cellOf, groupOf, stepsOf } from "./release-groups.ts"
import { withItems } from "./with-items.ts"

test("items come back to their groups and steps, and the release without them stays as it was", () => {
  const bare = release([layer(3, shown(4)), layer(4, shown(3))], [step(3, -1, null)])
  const whole = withItems(bare, {
    construct: "strategy",
    groups: [{ id: "layer:3", cells: { st1: shown(4.4) }, distributions: {} }],
    steps: [{ ...step(3, -0.4, null), measure: "st1" }],
  })
  expect(cellOf(groupOf(whole, "layer:3"), "st1")).toMatchObject({ mean: 4.4 })
  expect(cellOf(groupOf(whole, "layer:3"), "message")).toMatchObject({ mean: 4 })
  expect(cellOf(groupOf(whole, "layer:4"), "st1").state).toBe("hidden")
  expect([stepsOf(whole, "all", "st1").length, stepsOf(whole, "all", "message").length]).toEqual([1, 1])
  expect(cellOf(groupOf(bare, "layer:3"), "st1").state).toBe("hidden")
})
