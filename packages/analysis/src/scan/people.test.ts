import { describe, expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { normalScoresWithin, scanInput } from "./people.ts"
import type { ScanInput } from "./types.ts"

describe("normal scores within levels", () => {
  test("a level with few answers takes the map of the whole organization", () => {
    // (below + below or equal) / 2 / N = 1/8, 1/2, 1/2, 7/8; R: qnorm(c(.125, .5, .5, .875))
    const scores = normalScoresWithin(Float64Array.of(1, 2, 2, 5), Int32Array.of(0, 1, 2, 1))
    const expected = [-1.1503493803760083, 0, 0, 1.1503493803760083]
    for (const [at, value] of expected.entries()) expect(scores[at]).toBeCloseTo(value, 12)
  })

  test("a level with many is on its own: a lower level with the same order has the same scores", () => {
    const upper = Array.from({ length: 100 }, (_, at) => 4 + (at % 7) / 7)
    const values = Float64Array.from([...upper, ...upper.map((value) => value - 2)])
    const scores = normalScoresWithin(
      values,
      Int32Array.from(values, (_, at) => (at < 100 ? 1 : 2)),
    )
    expect(scores.subarray(100)).toEqual(scores.subarray(0, 100))
    // 15 tied for the lowest place: mid-rank 8; R: qnorm((8 - .5) / 100)
    expect(scores[0]).toBeCloseTo(-1.4395314709384563, 12)
  })
})

describe("what the scan needs, from people", () => {
  const nodes = { parent: Int32Array.of(-1, 0, 0), level: Int32Array.of(0, 1, 1) }

  test("means, pooled variance and residuals, without those who gave no score", () => {
    const atom = Int32Array.of(1, 2, 1, 0, 1, 2, 2)
    const score = Float64Array.of(1, 4, 3, 5, Number.NaN, 2, 3)
    const input = scanInput(nodes, atom, score, "points") as ScanInput
    expect([...input.n]).toEqual([1, 2, 3])
    expect([...input.mean]).toEqual([5, 2, 3])
    expect(input.points).toEqual(input.mean)
    // (1 + 1) + (1 + 1 + 0) over (1 + 2) degrees of freedom
    expect(input.variance).toBeCloseTo(4 / 3, 12)
    // Level 1: 1, 3, 4, 2, 3 about 2.6, on 4 degrees of freedom; level 0 has one person.
    expect(input.deviation).toBeCloseTo(Math.sqrt(5.2 / 4), 12)
    // Both levels have few, so each holds all: residuals of 1 and 3 times sqrt 2, of 4, 2 and 3 times sqrt(3/2).
    const [two, three] = [Math.SQRT2, Math.sqrt(1.5)]
    expect([...(input.residuals?.offsets ?? [])]).toEqual([0, 5, 10])
    for (const [at, value] of [-two, three, two, -three, 0].entries()) {
      expect(input.residuals?.values[at]).toBeCloseTo(value, 12)
    }
  })

  test("a level with enough residuals keeps its own, centred, of the variance of its people", () => {
    const normal = normalFrom(seeded(4))
    const people = 40_000
    const atom = Int32Array.from({ length: people }, (_, at) => (at % 4 === 0 ? 0 : 1 + (at % 2)))
    // Level 0 varies twice as much as level 1.
    const score = Float64Array.from(atom, (m) => (m === 0 ? 2 : 1) * normal())
    const { residuals } = scanInput(nodes, atom, score, "points") as ScanInput
    const [low = 0, middle = 0, high = 0] = residuals?.offsets ?? []
    const variance = (from: number, to: number) => {
      const values = [...(residuals?.values.subarray(from, to) ?? [])]
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(Math.abs(mean)).toBeLessThan(1e-12)
      return values.reduce((sum, value) => sum + value ** 2, 0) / values.length
    }
    expect(high).toBe(people)
    // Four standard errors of a variance, sqrt(2/n).
    expect(Math.abs(variance(low, middle) / 4 - 1)).toBeLessThan(4 * Math.sqrt(2 / 10_000))
    expect(Math.abs(variance(middle, high) - 1)).toBeLessThan(4 * Math.sqrt(2 / 30_000))
  })

  test("undefined when nobody has a colleague, and when all say the same", () => {
    expect(scanInput(nodes, Int32Array.of(0, 1, 2), Float64Array.of(1, 2, 3))).toBeUndefined()
    expect(scanInput(nodes, Int32Array.of(1, 1, 2, 2), Float64Array.of(3, 3, 3, 3))).toBeUndefined()
  })
})
