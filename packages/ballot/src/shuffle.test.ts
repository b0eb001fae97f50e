import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { shuffle } from "./shuffle.ts"

describe("shuffle", () => {
  test("gives the same items in another order and leaves the list it was given alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const given = [...items]
        const shuffled = shuffle(given)
        expect(given).toEqual(items)
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
      }),
    )
  })

  test("makes all 24 orders of four items equally likely (chi-square, 23 degrees of freedom)", () => {
    const rounds = 48_000
    const counts = new Map<string, number>()
    for (let round = 0; round < rounds; round++) {
      const order = shuffle(["a", "b", "c", "d"]).join("")
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // qchisq(1 - 1e-6, 23) = 70.55: a fair shuffle fails once in a million runs.
    expect(chiSquare([...counts.values()], rounds / 24)).toBeLessThan(70.55)
  })

  test("brings every one of 50 items to every place equally often (chi-square per place, 49 degrees of freedom)", () => {
    const rounds = 20_000
    const items = Array.from({ length: 50 }, (_, at) => at)
    const counts = items.map(() => new Array<number>(50).fill(0))
    for (let round = 0; round < rounds; round++) {
      shuffle(items).forEach((item, place) => {
        const row = counts[place]
        if (row) row[item] = (row[item] ?? 0) + 1
      })
    }
    // qchisq(1 - 1e-6 / 50, 49) = 124.0: fifty looks together fail once in a million runs.
    for (const row of counts) expect(chiSquare(row, rounds / 50)).toBeLessThan(124)
  })

  test("the bound of the chi-square catches the naive shuffle that swaps with any place", () => {
    const rounds = 48_000
    const counts = new Map<string, number>()
    for (let round = 0; round < rounds; round++) {
      const items = ["a", "b", "c", "d"]
      for (let at = 0; at < 4; at++) {
        const other = Math.floor(Math.random() * 4)
        const held = items[at] as string
        items[at] = items[other] as string
        items[other] = held
      }
      counts.set(items.join(""), (counts.get(items.join("")) ?? 0) + 1)
    }
    expect(chiSquare([...counts.values()], rounds / 24)).toBeGreaterThan(70.55)
  })
})

function chiSquare(observed: number[], expected: number): number {
  return observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
