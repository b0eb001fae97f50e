import { describe, expect, test } from "vitest"
import { layOutLadder } from "./ladder-layout.ts"

const rows = [4.5, 4.3, 3.6].map((mean, index) => ({
  id: `${index}`,
  label: `Layer ${index + 1}`,
  shares: [5, 10, 20, 40, 25],
  mean,
  favourable: 65,
  n: 40,
  invited: 50,
}))
const steps = [{ difference: -0.2 }, { difference: -0.7 }]
const pieces = (link: string) => link.match(/M/g)?.length ?? 0

describe("the ladder's link between the means", () => {
  test("is one line through shown layers", () => {
    expect(pieces(layOutLadder(rows, steps, 1000).link)).toBe(1)
  })

  test("is torn at a confirmed break", () => {
    const confirmed = [{ difference: -0.2 }, { difference: -0.7, confirmed: true }]
    expect(pieces(layOutLadder(rows, confirmed, 1000).link)).toBe(2)
  })

  test("does not run to a mean that is only a bound", () => {
    const bound = rows.map((row, index) =>
      index === 1 ? { ...row, bounds: { mean: "at-least" as const } } : row,
    )
    expect(pieces(layOutLadder(bound, [], 1000).link)).toBe(2)
  })

  test("does not run through a hidden layer", () => {
    const hidden = rows.map((row, index) => (index === 1 ? { ...row, mean: null } : row))
    expect(pieces(layOutLadder(hidden, [], 1000).link)).toBe(2)
  })
})

test("rows follow each other without gap or overlap, notes included", () => {
  for (const width of [320, 719, 720, 1400]) {
    const { rungs, bottom } = layOutLadder(
      rows.map((row) => ({ ...row, note: "A note about this layer that needs a line of its own." })),
      steps,
      width,
    )
    for (const [index, rung] of rungs.entries())
      expect(rungs[index + 1]?.top ?? bottom).toBeCloseTo(rung.top + rung.height, 5)
  }
})
