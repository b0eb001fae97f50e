import fc from "fast-check"
import { expect, test } from "vitest"
import { figuresOf } from "../figures.ts"
import { tally } from "../tally.ts"
import { momentsOf } from "./deviations.ts"
import { personScores, personShares } from "./person-scores.ts"

test("the mean of what was answered, if enough was", () => {
  const items = [Int8Array.of(1, 5, -1, -1), Int8Array.of(2, -1, -1, 4), Int8Array.of(3, 4, 2, -1)]
  expect([...personScores(items, 2)]).toEqual([2, 4.5, Number.NaN, Number.NaN])
  expect([...personScores(items, 1)]).toEqual([2, 4.5, 2, 4])
  expect([...personShares(items, 2)]).toEqual([0, 1, Number.NaN, Number.NaN])
  expect([...personShares(items, 1, 3)]).toEqual([1 / 3, 1, 0, 1])
})

test("items keyed the other way round are turned, on any scale", () => {
  const options = { reverse: [1], scale: [1, 6], missing: Number.NaN } as const
  expect([
    ...personScores(
      [
        [6, 2],
        [1, Number.NaN],
      ],
      1,
      options,
    ),
  ]).toEqual([6, 2])
})

test("groups have the mean, spread and percentage favourable that the exact tally gives", () => {
  const answer = fc.integer({ min: -1, max: 5 }) // 0 is "cannot say"
  const people = fc.array(fc.tuple(answer, answer, answer), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(people, (rows) => {
      const columns = [0, 1, 2].map((item) => Int8Array.from(rows, (row) => row[item] as number))
      const measure = { id: "x", kind: "construct", constructs: [columns], needed: [2] } as const
      const exact = figuresOf(
        tally({ ...measure, constructs: [columns], needed: [2] }, new Int32Array(rows.length), 1),
        [0],
      )
      const answered = columns.map((column) => column.map((value) => (value === 0 ? -1 : value)))
      const scores = personScores(answered, 2).filter((score) => !Number.isNaN(score))
      const shares = personShares(answered, 2).filter((share) => !Number.isNaN(share))
      const of = momentsOf(scores)
      expect(exact?.n ?? 0).toBe(scores.length)
      if (of === null || exact === null) return
      expect(exact.moments.mean).toBeCloseTo(of.mean, 12)
      expect(exact.shares[3] + exact.shares[4]).toBeCloseTo(momentsOf(shares)?.mean ?? -1, 12)
      if (of.variance !== null) expect(exact.moments.variance).toBeCloseTo(of.variance, 12)
    }),
  )
})
