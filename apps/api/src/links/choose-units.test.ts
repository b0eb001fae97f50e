import fc from "fast-check"
import { expect, test } from "vitest"
import { chooseUnits, unitTree } from "./choose-units.ts"

type Given = [id: string, parent: string | null][]

function chosen(given: Given, ...canBe: string[]): string[] {
  const tree = unitTree(given.map(([id, parent]) => ({ id, parent })))
  const taken = chooseUnits(
    tree,
    Uint8Array.from(tree.ids, (id) => (canBe.includes(id) ? 1 : 0)),
  )
  return tree.ids.filter((_, at) => taken[at] === 1).sort()
}

test("parts are taken where there are two of them, else what lies around", () => {
  const units: Given = [
    ["a", null],
    ["b", "a"],
    ["c", "a"],
    ["d", "c"],
    ["e", "c"],
    ["f", "c"],
  ]
  expect(chosen(units, "a", "b", "c")).toEqual(["b", "c"])
  expect(chosen(units, "a", "b", "c", "d", "e")).toEqual(["b", "d", "e"])
  expect(chosen(units, "a", "b", "c", "d")).toEqual(["b", "c"])
  expect(chosen(units, "a", "d")).toEqual(["a"])
  expect(chosen(units, "a", "d", "e")).toEqual(["d", "e"])
  expect(chosen(units)).toEqual([])
})

test("a unit whose surrounding one is not in the list stands by itself, in whatever order they come", () => {
  const units: Given = [
    ["d", "c"],
    ["c", "elsewhere"],
    ["e", "c"],
    ["g", null],
  ]
  expect(chosen(units, "c", "d", "e", "g")).toEqual(["d", "e", "g"])
  expect(chosen(units, "c", "d", "g")).toEqual(["c", "g"])
})

/** Trees of up to nine units, each with one of the earlier ones around it, or none; and which can be taken. */
const small = fc.array(fc.record({ around: fc.nat(), isRoot: fc.boolean(), can: fc.boolean() }), {
  minLength: 1,
  maxLength: 9,
})

test("nobody is in two of them, no choice holds more, and no part of a taken one could have been two", () => {
  fc.assert(
    fc.property(small, (given) => {
      const units = given.map(({ around, isRoot }, at): Given[number] => [
        `${at}`,
        at === 0 || isRoot ? null : `${around % at}`,
      ])
      const canBe = given.flatMap(({ can }, at) => (can ? [`${at}`] : []))
      // As atoms: each unit has one of its own, and holds those of all its parts.
      const atoms = units.map((_, at) => {
        const own = new Set<number>()
        for (const [other] of units.entries()) {
          for (let up: string | null = `${other}`; up !== null; up = units[Number(up)]?.[1] ?? null)
            if (up === `${at}`) own.add(other)
        }
        return own
      })
      const apart = (of: readonly number[]) => {
        const all = of.flatMap((at) => [...(atoms[at] as Set<number>)])
        return new Set(all).size === all.length
      }
      // Parts may also come before what lies around them.
      const got = chosen(units.toReversed(), ...canBe).map(Number)
      expect(apart(got)).toBe(true)
      expect(got.every((at) => canBe.includes(`${at}`))).toBe(true)
      let most = 0
      for (let set = 0; set < 2 ** units.length; set++) {
        const of = [...units.keys()].filter((at) => (set >> at) & 1)
        if (of.length > most && of.every((at) => canBe.includes(`${at}`)) && apart(of)) most = of.length
      }
      expect(got.length).toBe(most)
      for (const at of got) {
        const inside = units.filter((_, other) => other !== at && (atoms[at] as Set<number>).has(other))
        expect(chosen(inside, ...canBe).length).toBeLessThan(2)
      }
    }),
  )
})
