import fc from "fast-check"
import { expect, test } from "vitest"
import { figuresOf } from "./figures.ts"
import type { Measure } from "./measures.ts"
import { tally } from "./tally.ts"

const unnamed = { asked: true, members: [] }

const construct = (...items: number[][]): Measure => ({
  id: "clarity",
  kind: "construct",
  constructs: [items.map((item) => Int8Array.from(item))],
  needed: [Math.ceil(items.length / 2)],
  ...unnamed,
})

test("a person's score is the mean of the answered items, given at least half of them", () => {
  // Persons: 4 4 5 → 4.333; 5 cannot-say missing → one of three, no score; 2 3 missing → 2.5
  const measure = construct([4, 5, 2], [4, 0, 3], [5, -1, -1])
  const figures = figuresOf(tally(measure, Int32Array.of(0, 0, 0), 1), [0])
  expect(figures?.n).toBe(2)
  expect(figures?.moments.mean).toBeCloseTo((13 / 3 + 2.5) / 2, 14)
  expect(figures?.moments.variance).toBeCloseTo((13 / 3 - 2.5) ** 2 / 2, 13)
})

test("favourable is the mean over persons of their share of answers 4 and 5, not the share of all answers", () => {
  // 4 5 5 1 → 3/4; 1 4 → 1/2 of two answers: mean 0.625, though 4 of 6 answers are favourable
  const measure = construct([4, 1], [5, 4], [5, -1], [1, -1])
  const shares = figuresOf(tally(measure, Int32Array.of(0, 0), 1), [0])?.shares
  expect((shares?.[3] ?? 0) + (shares?.[4] ?? 0)).toBeCloseTo(0.625, 14)
  expect(shares?.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14)
})

test("cannot say is no answer to the score but counts among the answers given", () => {
  const item: Measure = {
    id: "i",
    kind: "item",
    constructs: [[Int8Array.of(0, 0, 5, -1)]],
    needed: [1],
    ...unnamed,
  }
  const figures = figuresOf(tally(item, new Int32Array(4), 1), [0])
  expect(figures?.n).toBe(1)
  expect(figures?.cannotSay).toBeCloseTo(2 / 3, 14)
})

test("a composite averages its constructs, whatever the number of their items, given half of them", () => {
  const message: Measure = {
    id: "message",
    kind: "composite",
    constructs: [[Int8Array.of(5, 5)], [Int8Array.of(1, -1), Int8Array.of(2, -1)], [Int8Array.of(3, -1)]],
    needed: [1, 1, 1],
    ...unnamed,
  }
  // First person: (5 + 1.5 + 3) / 3; the second has one construct of three and no score.
  const figures = figuresOf(tally(message, Int32Array.of(0, 0), 1), [0])
  expect(figures?.n).toBe(1)
  expect(figures?.moments.mean).toBeCloseTo(9.5 / 3, 14)
})

test("an item counts the same whether it is counted as an item or scored as a construct of itself", () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
  })
  fc.assert(
    fc.property(answers, (rows) => {
      const column = Int8Array.from(rows, ([answer]) => answer)
      const atom = Int32Array.from(rows, ([, of]) => of)
      const item: Measure = { id: "i", kind: "item", constructs: [[column]], needed: [1], ...unnamed }
      expect(tally(item, atom, 3)).toEqual(tally({ ...item, kind: "construct" }, atom, 3))
    }),
  )
})

test("a group's figures are those of its people, however they are spread over atoms", () => {
  const person = fc.tuple(
    fc.integer({ min: -1, max: 5 }),
    fc.integer({ min: -1, max: 5 }),
    fc.integer({ min: 0, max: 4 }),
  )
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (rows) => {
      const measure = construct(
        rows.map(([first]) => first),
        rows.map(([, second]) => second),
      )
      const spread = figuresOf(
        tally(
          measure,
          Int32Array.from(rows, ([, , of]) => of),
          5,
        ),
        [3, 1, 0, 4, 2],
      )
      expect(spread).toEqual(figuresOf(tally(measure, new Int32Array(rows.length), 1), [0]))
    }),
  )
})
