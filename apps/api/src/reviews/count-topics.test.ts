import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Cells, type Coded, countTopics, grouped, keyOf } from "./count-topics.ts"

const some = (topic: string | null, coarse: number, people: number, from = 0): Coded[] =>
  Array.from({ length: people }, (_, at) => ({ id: `${topic}/${coarse}/${from + at}`, topic, coarse }))
const smallest = (cells: Cells) => Math.min(Infinity, ...Object.values(sizes(cells)))
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
      "[null,0]": 8,
    },
  )
  expect(sizes(countTopics([...some("Pay", 0, 6), ...some("Pay", 1, 2)], 5))).toEqual({ '["Pay",null]': 8 })
  // Of fewer than k in all nothing is told.
  expect(sizes(countTopics(some("Pay", 0, 4), 5))).toEqual({ "[null,null]": 4 })
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
      expect(cells.size).toBe(comments.length)
      if (comments.length >= k) expect(smallest(cells)).toBeGreaterThanOrEqual(k)
      else expect(Object.keys(sizes(cells))).toEqual(comments.length === 0 ? [] : ["[null,null]"])
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
  expect(smallest(plain([...some("Pay", 0, 6), ...some("Pay", 1, 2)]))).toBe(2)
})

test("a group of which nearly everybody wrote about a topic is not told with it", () => {
  const comments = [...some("Pay", 0, 12), ...some("Pay", 1, 6)]
  const room =
    (people: number) =>
    ({ group }: { group: number | null }) =>
      group === 0 ? people : 100
  expect(sizes(countTopics(comments, 5, room(12)))).toEqual({ '["Pay",0]': 12, '["Pay",1]': 6 })
  expect(sizes(countTopics(comments, 5, room(10)))).toEqual({ '["Pay",null]': 12, '["Pay",1]': 6 })
  // And where those that are left for "other groups" would be nearly all of these, more groups join, or the topic goes.
  const others =
    (people: number) =>
    ({ topic, group }: { topic: string | null; group: number | null }) =>
      group === 0 ? 10 : group === null && topic !== null ? people : 100
  expect(sizes(countTopics(comments, 5, others(18)))).toEqual({ '["Pay",null]': 18 - 6, '["Pay",1]': 6 })
  expect(sizes(countTopics(comments, 5, others(10)))).toEqual({ "[null,null]": 12, "[null,1]": 6 })
})
