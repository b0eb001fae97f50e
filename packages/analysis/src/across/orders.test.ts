import fc from "fast-check"
import { expect, test } from "vitest"
import { kendallTauB } from "../stats/kendall-tau.ts"
import { apart, dealtAnew, inCommon, pairsOf, rarelyInCommon, tauB } from "./orders.ts"

const official = (count: number, options: number) => ({
  shares: Array.from({ length: options }, (_, at) => (at < count ? 100 : 0)),
  n: null,
})

test("between orders that are set it is Kendall's tau-b", () => {
  const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(values, values, (one, other) => {
      const expected = kendallTauB(one, other)?.tau ?? null
      const found = tauB(pairsOf({ shares: one, n: null }), pairsOf({ shares: other, n: null }))
      if (expected === null) expect(found).toBeNull()
      else expect(found).toBeCloseTo(expected, 12)
    }),
  )
})

test("shares that chance and rounding may have put apart are tied, and the more people the less is", () => {
  const shares = [80, 75, 70, 30, 25, 20, 15]
  const of = (n: number) => pairsOf({ shares, n })
  const three = official(3, 7)
  expect(tauB(of(30), pairsOf(three))).toBe(1)
  expect([30, 300, 30_000].map((n) => apart(of(n)))).toEqual([12, 14, 16])
  expect(apart(pairsOf({ shares, n: null }))).toBe(21)
  expect(tauB(pairsOf({ shares: [40, 40, 35, 40, 35, 40, 40], n: 30 }), pairsOf(three))).toBeNull()
})

test("official options are dealt in every different way, each once", () => {
  for (const [options, ways] of [
    [5, 10],
    [7, 35],
    [8, 56],
    [9, 84],
  ] as const) {
    const dealt = dealtAnew(official(3, options)).map(String)
    expect(dealt).toHaveLength(ways)
    expect(new Set(dealt).size).toBe(ways)
  }
  // 8! orders are too many to go through.
  expect(dealtAnew({ shares: [1, 2, 3, 4, 5, 6, 7, 8], n: null })).toHaveLength(1999)
})

test("what no more than one in 25 deals reaches, worked by hand", () => {
  const needed = (options: number) => {
    const untied = pairsOf({ shares: Array.from({ length: options }, (_, at) => options - at), n: null })
    return rarelyInCommon(untied, dealtAnew(official(3, options)))
  }
  // Of 35 ways only the best is so rare: all 12 pairs. Of 56 the two best, of 84 too: the fourth is one in 21.
  expect([needed(7), needed(8), needed(9)]).toEqual([12, 13, 16])
  // Of ten ways even the best one is not.
  expect(needed(5)).toBeUndefined()
  expect(inCommon(Int8Array.of(1, -1, 0), Int8Array.of(1, 1, 1))).toBe(0)
})
