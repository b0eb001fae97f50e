import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Cells, type Coded, countTopics, grouped, namedGroups } from "./count-topics.ts"
import { keyOf, smallestTogether } from "./make-comments.ts"

const some = (topic: string | null, coarse: number, people: number, from = 0): Coded[] =>
  Array.from({ length: people }, (_, at) => ({ id: `${topic}/${coarse}/${from + at}`, topic, coarse }))
const sizes = (cells: Cells) =>
  Object.fromEntries([...grouped([...cells.values()], keyOf)].map(([key, all]) => [key, all.length]))

test("a topic is counted by group where k wrote about it, in the other groups together, else with everything else", () => {
  const comments = [
    ...some("Pay", 0, 6),
    ...some("Pay", 1, 3),
    ...some("Pay", 2, 2),
    ...some("Tools", 0, 2),
    ...some(null, 1, 4),
  ]
  expect(sizes(countTopics(comments, 5))).toEqual({
    '["Pay",0]': 6,
    '["Pay",null]': 5,
    "[null,null]": 6,
  })
})

test("what would be left over takes the smallest count beside it", () => {
  // Tools alone would be two people who wrote about something that is not told.
  expect(sizes(countTopics([...some("Pay", 0, 6), ...some("Pay", 1, 9), ...some("Tools", 0, 2)], 5))).toEqual(
    {
      '["Pay",1]': 9,
      "[null,null]": 8,
    },
  )
  expect(sizes(countTopics([...some("Pay", 0, 6), ...some("Pay", 1, 2)], 5))).toEqual({ '["Pay",null]': 8 })
  expect(sizes(countTopics(some("Pay", 0, 4), 5))).toEqual({})
})

const coded = fc
  .array(fc.record({ topic: fc.constantFrom(null, "a", "b", "c", "d"), coarse: fc.nat(5) }), {
    maxLength: 90,
  })
  .map((list) => list.map((one, at): Coded => ({ ...one, id: String(at) })))

test("every count is of k people or more, and every comment stands under exactly one", () => {
  fc.assert(
    fc.property(coded, fc.integer({ min: 5, max: 12 }), (comments, k) => {
      const cells = countTopics(comments, k)
      expect(cells.size).toBe(comments.length < k ? 0 : comments.length)
      expect(smallestTogether([cells])).toBeGreaterThanOrEqual(k)
      for (const { id, topic, coarse } of comments) {
        const cell = cells.get(id)
        if (cell?.topic != null) expect(cell.topic).toBe(topic)
        if (cell?.group != null) expect(cell.group).toBe(coarse)
      }
    }),
  )
})

test("plain counts by topic and group would tell of fewer: that is what the cells are for", () => {
  const plain = (comments: readonly Coded[]): Cells =>
    new Map(comments.map(({ id, topic, coarse }) => [id, { topic, group: coarse }]))
  expect(smallestTogether([plain([...some("Pay", 0, 6), ...some("Pay", 1, 2)])])).toBe(2)
})

test("texts carry a group only where k wrote, and without one stand among k", () => {
  expect([...namedGroups([...some(null, 0, 6), ...some(null, 1, 2), ...some(null, 2, 7)], 5)]).toEqual([2])
  fc.assert(
    fc.property(coded, fc.integer({ min: 5, max: 12 }), (comments, k) => {
      const named = namedGroups(comments, k)
      for (const group of named)
        expect(comments.filter(({ coarse }) => coarse === group).length).toBeGreaterThanOrEqual(k)
      const others = comments.filter(({ coarse }) => !named.has(coarse)).length
      if (others > 0 && named.size > 0) expect(others).toBeGreaterThanOrEqual(k)
    }),
  )
})
