import fc from "fast-check"
import { expect, test } from "vitest"
import { finest, isUnion, join, partition, partSizes } from "./partition.ts"
import type { AtomInfo, Grouping } from "./release.ts"

const atom = (anchor: number, layer: number): AtomInfo => ({
  ...{ anchor, layers: [layer, layer], kind: "pure", invited: 12, respondents: 9, coarse: 0 },
})
const group = (id: string, atoms: number[]): Grouping => ({
  ...{
    id,
    kind: "unit",
    name: id,
    parent: "all",
    layer: null,
    unit: null,
    depth: 1,
    atoms,
    invited: 1,
    covered: 1,
  },
})

// Two functions, each with a team on layer 3 and two on layer 4.
const atoms = [atom(1, 3), atom(1, 4), atom(2, 4), atom(3, 3), atom(3, 4), atom(4, 4)]
const groupings = [
  group("all", [0, 1, 2, 3, 4, 5]),
  group("layer 3", [0, 3]),
  group("layer 4", [1, 2, 4, 5]),
  group("north", [0, 1, 2]),
  group("south", [3, 4, 5]),
  group("north, layer 4", [1, 2]),
  group("south, layer 4", [4, 5]),
]
const split = (persons: number[], left?: number[]) =>
  partition(finest(6), left ? { persons, left } : { persons }, 5, atoms, groupings)
const shown = (persons: number[]) => {
  const parts = split(persons)
  return groupings.filter((one) => isUnion(one.atoms, parts, partSizes(parts))).map(({ id }) => id)
}

test("when every team answered enough, every group is told", () => {
  expect(split([5, 6, 7, 8, 9, 5]).good).toHaveLength(6)
  expect(shown([5, 6, 7, 8, 9, 5])).toHaveLength(groupings.length)
})

test("a team that answered too little joins its neighbour of the same layer and function: no group is lost", () => {
  const { part } = split([8, 4, 9, 8, 9, 9])
  expect(part[1]).toBe(part[2])
  expect(shown([8, 4, 9, 8, 9, 9])).toHaveLength(groupings.length)
})

test("without such a neighbour the smaller loss is taken", () => {
  // The layer-3 team of the north may cost layer 3 and 4, or north and south: either way the whole stays.
  const left = shown([3, 9, 9, 8, 9, 9])
  expect(left).toContain("all")
  expect(left.length).toBeGreaterThan(2)
})

test("a team in which nobody answered is pooled like any other that answered too little", () => {
  const { part } = split([8, 0, 9, 8, 9, 9])
  expect(part[1]).toBe(part[2])
})

test("teams that would leave a few people over are pooled with each other until they leave enough or none", () => {
  const { part, good } = split([8, 9, 9, 8, 9, 9], [0, 2, 0, 0, 1, 3])
  expect(new Set([part[1], part[4], part[5]]).size).toBe(1)
  expect(good).toEqual([true, true, true, true])
  const alone = split([8, 9, 9, 8, 9, 9], [0, 2, 0, 0, 0, 0])
  expect(alone.good.filter((good) => !good)).toHaveLength(1)
  expect(alone.good[alone.part[1] as number]).toBe(false)
})

test("every part holds the minimum, or there is only one", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(counts, (persons) => {
      const { part, good } = split(persons)
      const held = new Array<number>(good.length).fill(0)
      for (const [at, of] of part.entries()) held[of] = (held[of] ?? 0) + (persons[at] ?? 0)
      expect(good).toEqual(held.map((count) => count >= 5))
      const people = persons.reduce((a, b) => a + b, 0)
      expect(held.length === 1 || people === 0 || held.every((count) => count >= 5)).toBe(true)
    }),
  )
})

test("the numbering of atoms does not decide which are pooled", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 })
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(counts, order, (persons, moved) => {
      // moved[new] = old
      const renumbered = groupings.map((one) => ({
        ...one,
        atoms: one.atoms.map((old) => moved.indexOf(old)),
      }))
      const counts = moved.map((old) => persons[old] ?? 0)
      const there = moved.map((old) => atoms[old] as AtomInfo)
      const after = partition(finest(6), { persons: counts }, 5, there, renumbered).part
      const before = split(persons).part
      for (let a = 0; a < 6; a++) {
        for (let b = 0; b < 6; b++) {
          const together = before[moved[a] as number] === before[moved[b] as number]
          expect(after[a] === after[b]).toBe(together)
        }
      }
    }),
  )
})

test("the join of two partitions is the finest that both refine", () => {
  const labels = join(Int32Array.of(0, 0, 1, 1, 2), Int32Array.of(0, 1, 1, 2, 3))
  expect(new Set([labels[0], labels[1], labels[2], labels[3]]).size).toBe(1)
  expect(labels[4]).not.toBe(labels[0])
})
