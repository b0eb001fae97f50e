import { describe, expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { linkBand } from "./band.ts"
import { detectableIn } from "./finding.ts"
import { unitsNeeded } from "./needed.ts"

describe("the band of the line", () => {
  test("is least squares in the middle, on every place as wide as the units left out in turn say", () => {
    const points = Array.from({ length: 12 }, (_, unit) => ({ unit, x: unit, y: 3 + 2 * unit + (unit % 3) }))
    const fit = (some: typeof points, at: number) => {
      const [mx, my] = [some, some].map((all, nth) =>
        all.reduce((sum, { x, y }) => sum + (nth === 0 ? x : y) / all.length, 0),
      ) as [number, number]
      const slope =
        some.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) /
        some.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
      return my + slope * (at - mx)
    }
    const band = linkBand(points)
    expect(band).toHaveLength(25)
    for (const { x, y, low, high } of band) {
      expect(y).toBeCloseTo(fit(points, x), 9)
      const squares = points.reduce(
        (sum, { unit }) =>
          sum +
          (fit(
            points.filter((one) => one.unit !== unit),
            x,
          ) -
            y) **
            2,
        0,
      )
      // t of 10 degrees of freedom at .975, R: qt(.975, 10).
      const reach = 2.2281388519649385 * Math.sqrt((11 / 12) * squares)
      expect([low, high]).toEqual([expect.closeTo(y - reach, 9), expect.closeTo(y + reach, 9)])
    }
  })

  test("a unit's periods count as one unit: the same points told five times make no narrower band", () => {
    const next = seeded(7)
    const points = Array.from({ length: 14 }, (_, unit) => ({ unit, x: next() * 4, y: next() }))
    const often = points.flatMap((point) => Array.from({ length: 5 }, () => point))
    for (const [at, { low, high }] of linkBand(points).entries()) {
      const other = linkBand(often)[at]
      expect([other?.low, other?.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)])
    }
  })

  test("holds the line that made the points in about 95 of 100 organizations", () => {
    const normal = normalFrom(seeded(11))
    let held = 0
    for (let nth = 0; nth < 1000; nth++) {
      const points = Array.from({ length: 15 }, (_, unit) => {
        const x = normal()
        return { unit, x, y: 1_000_000 + 0.5 * x + normal() }
      })
      const { x, low, high } = linkBand(points)[12] ?? { x: 0, low: 0, high: 0 }
      const y = 1_000_000 + 0.5 * x
      if (low <= y && y <= high) held++
    }
    expect(held).toBeGreaterThan(930)
    expect(held).toBeLessThan(985)
  })

  test("there is none below ten units, and none when the score is the same everywhere", () => {
    const points = Array.from({ length: 10 }, (_, unit) => ({ unit, x: unit, y: unit * unit }))
    expect(linkBand(points)).toHaveLength(25)
    expect(linkBand(points.slice(1))).toEqual([])
    expect(linkBand(points.map((point) => ({ ...point, x: 3.2 })))).toEqual([])
  })
})

test("as many units as show a correlation, and one fewer does not", () => {
  for (const [tests, r] of [
    [1, 0.3],
    [24, 0.5],
    [24, 0.3],
    [4800, 0.1],
  ] as const) {
    const needed = unitsNeeded(tests, r) ?? 0
    expect(detectableIn(tests, needed)).toBeLessThanOrEqual(r)
    expect(detectableIn(tests, needed - 1)).toBeGreaterThan(r)
  }
  expect(unitsNeeded(24, 0.001)).toBeNull()
})
