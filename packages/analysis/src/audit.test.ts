import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse } from "./analyse.ts"
import { assemble } from "./assemble.ts"
import { audit, isolatedPeople } from "./audit.ts"
import type { GateMaker } from "./gate.ts"
import { synthetic } from "./synthetic.ts"

const company = (seed: number, missing = 0.1) =>
  synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 2, respondents: [5, 9], missing },
    ...{ constructs: 3, items: 3, k: 5 },
  })

/** The gate switched off: what most products do. A group is shown when at least k in it answered. */
const threshold: GateMaker = ({ persons }, { survey }) => {
  const enough = (atoms: readonly number[]) =>
    atoms.reduce((sum, atom) => sum + (persons[atom] as number), 0) >= survey.k
  return { cell: enough, distribution: enough }
}

test("no release isolates anybody, whatever was answered and skipped", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (seed, missing) => {
        const input = company(seed, missing)
        expect(audit(analyse(input), input)).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})

test("with the gate switched off the same audit finds isolated people, small bins and groups of one mind", () => {
  const input = company(3)
  const findings = audit(assemble(input, threshold), input)
  const isolated = findings
    .filter(({ code }) => code === "isolated")
    .reduce((sum, { people }) => sum + people, 0)
  expect(isolated).toBeGreaterThan(10)
  expect(findings.some(({ code }) => code === "small-bin")).toBe(true)
})

test("brute force agrees: no difference of two told groups has one to four answers", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const input = company(seed, 0.2)
    const { groups } = analyse(input)
    const members = new Map(input.groupings.map(({ id, atoms }) => [id, new Set(atoms)]))
    for (const [index, column] of input.observations.items.entries()) {
      const measure = input.observations.itemIds[index] as string
      const told = groups
        .filter(({ cells }) => cells[measure]?.state === "shown")
        .map(({ id }) => members.get(id))
      const answered = input.atoms.map((_, atom) =>
        column.reduce(
          (sum, answer, at) => sum + (input.observations.atom[at] === atom && answer > 0 ? 1 : 0),
          0,
        ),
      )
      for (const a of told) {
        for (const b of told) {
          const people = answered.reduce(
            (sum, count, atom) => sum + (a?.has(atom) && !b?.has(atom) ? count : 0),
            0,
          )
          expect(people === 0 || people >= 5).toBe(true)
        }
      }
    }
  }
})

test("a whole less its part leaves three people over", () => {
  expect(isolatedPeople([[0, 1], [0]], [9, 3], 5)).toBe(3)
  expect(isolatedPeople([[0, 1], [0]], [9, 5], 5)).toBe(0)
})

test("what only a sum of several groups less others gives away is found by rank", () => {
  // The first two groups less the last two are twice atom 2; no two groups differ by a solvable few.
  const sets = [
    [0, 1, 2],
    [2, 3, 4],
    [0, 3],
    [1, 4],
  ]
  expect(isolatedPeople(sets, [4, 4, 4, 4, 4], 5)).toBe(4)
  expect(isolatedPeople(sets.slice(0, 3), [4, 4, 4, 4, 4], 5)).toBe(0)
})

test("atoms that answered nothing hide nobody and expose nobody", () => {
  expect(isolatedPeople([[0, 1, 2], [0]], [9, 0, 7], 5)).toBe(0)
})

test("what the roster cannot be is found", () => {
  const input = company(5)
  const atoms = input.atoms.map((atom, at) =>
    at === 0 ? { ...atom, invited: 3 } : at === 1 ? { ...atom, respondents: 2 } : atom,
  )
  const broken = { ...input, atoms }
  const codes = audit(analyse(broken), broken).map(({ code }) => code)
  expect(codes).toContain("more-answers-than-people")
  expect(codes).toContain("small-atom")
})

test("a release that was tampered with is found", () => {
  const input = company(6)
  const release = analyse(input)
  const stranger = structuredClone(release)
  Object.assign(stranger.groups[0] ?? {}, { id: "these three" })
  expect(audit(stranger, input).map(({ code }) => code)).toContain("unknown-group")
  const exact = structuredClone(release)
  Object.assign(exact.groups[0]?.cells.c0 ?? {}, { mean: 3.4567 })
  expect(audit(exact, input).map(({ code }) => code)).toContain("precision")
})
