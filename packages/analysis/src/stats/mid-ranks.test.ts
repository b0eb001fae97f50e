import fc from "fast-check"
import { expect, test } from "vitest"
import { midRanks, tieSizes } from "./mid-ranks.ts"
import { normalScores } from "./normal-scores.ts"

test("equal values share the mean of their ranks", () => {
  // scipy.stats.rankdata
  const values = [4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4]
  expect([...midRanks(values)]).toEqual([7.5, 5.5, 2, 10, 9, 4, 5.5, 1, 3, 7.5])
  expect(tieSizes(values)).toEqual([1, 1, 1, 1, 2, 2, 1, 1])
  expect([...midRanks([])]).toEqual([])
})

test("ranks always add up to n(n+1)/2 and any increasing change of the values leaves them", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }), (values) => {
      const ranks = midRanks(values)
      const n = values.length
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2)
      expect(tieSizes(values).reduce((sum, size) => sum + size, 0)).toBe(n)
      expect(midRanks(values.map((value) => value ** 3 - 40))).toEqual(ranks)
    }),
  )
})

test("normal scores of 3, 1, 4, 1, 5", () => {
  // scipy.stats.norm.ppf((rankdata(x) - .5) / 5)
  const expected = [0, -0.8416212335729142, 0.5244005127080407, -0.8416212335729142, 1.2815515655446004]
  for (const [at, score] of normalScores([3, 1, 4, 1, 5]).entries())
    expect(score).toBeCloseTo(expected[at] ?? 9, 13)
})
