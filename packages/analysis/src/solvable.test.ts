import fc from "fast-check"
import { expect, test } from "vitest"
import { areSolvable } from "./solvable.ts"

test("a whole less its published part gives away the rest", () => {
  expect(
    areSolvable(
      [
        [1, 1, 1],
        [1, 0, 0],
      ],
      [
        [0, 1, 1],
        [0, 1, 0],
      ],
    ),
  ).toEqual([true, false])
})

test("three overlapping pairs give away each one, two do not", () => {
  const pairs = [
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
  ]
  expect(areSolvable(pairs, [[1, 0, 0]])).toEqual([true])
  expect(areSolvable(pairs.slice(0, 2), [[1, 0, 0]])).toEqual([false])
})

test("any whole-number combination of published sets is found, and one with a stranger is not", () => {
  const sets = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }), {
    minLength: 1,
    maxLength: 7,
  })
  const factors = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(sets, factors, (published, weights) => {
      const rows = published.map((row) => [...row, 0])
      const sum = Array.from({ length: 9 }, (_, at) =>
        rows.reduce((total, row, index) => total + (row[at] ?? 0) * (weights[index] ?? 0), 0),
      )
      const stranger = [...sum.slice(0, 8), 1]
      expect(areSolvable(rows, [sum, stranger])).toEqual([true, false])
    }),
  )
})
