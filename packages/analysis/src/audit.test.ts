import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { analyse } from "./analyse.ts"
import { assemble } from "./assemble.ts"
import { audit } from "./audit.ts"
import { type GateMaker, gate } from "./gate.ts"
import { isolatedPeople, silentPeople } from "./isolated.ts"
import type { AnalysisInput, Release } from "./release.ts"
import { synthetic } from "./synthetic.ts"

const company = (seed: number, missing = 0.1) =>
  synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 2, respondents: [5, 9], missing },
    ...{ constructs: 3, items: 3, k: 5 },
  })

/** The gate switched off: what most products do. A group is shown when at least k in it answered. */
const threshold: GateMaker = (counted, { survey }) => {
  const tallies = new Map(counted.map(({ measure, tally }) => [measure.id, tally]))
  return (id) => {
    const enough = (atoms: readonly number[]) =>
      atoms.reduce((sum, atom) => sum + (tallies.get(id)?.persons[atom] as number), 0) >= survey.k
    return { cell: enough, distribution: enough }
  }
}

/** Each measure gated for itself, as if nobody compared a construct with its items. */
const oneByOne: GateMaker = (counted, input) => {
  const gates = new Map(counted.map((one) => [one.measure.id, gate([one], input)(one.measure.id)]))
  return (id) => gates.get(id) ?? { cell: () => false, distribution: () => false }
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

/** One group of people who were put two questions on one construct. */
function pair(rows: [number, number][], k = 5): AnalysisInput {
  const input = synthetic({
    ...{
      seed: 1,
      functions: 0,
      departments: 0,
      teams: 0,
      respondents: [rows.length, rows.length],
      missing: 0,
    },
    ...{ constructs: 1, items: 2, k },
  })
  const items = [0, 1].map((at) => Int8Array.from(rows, (row) => row[at] as number))
  const measures = { ...input.measures, composites: [] }
  return { ...input, measures, observations: { ...input.observations, items } }
}

describe("a construct beside its items", () => {
  const six: [number, number][] = [
    [4, 5],
    [3, 2],
    [2, 4],
    [5, 3],
    [1, 2],
    [3, 0],
  ]

  test("does not give away the one of six who could not say anything to the second", () => {
    const input = pair(six)
    const release = assemble(input, oneByOne)
    const cells = release.groups[0]?.cells ?? {}
    const sum = (id: string) =>
      cells[id]?.state === "shown" ? Math.round(cells[id].mean * cells[id].n * 2) / 2 : 0
    // Without the comparison in the gate the answer 3 of the sixth person can be worked out, and the audit says so.
    expect(2 * sum("c0") - sum("c0i0") - sum("c0i1")).toBe(3)
    expect(audit(release, input).map(({ code, people }) => [code, people])).toContainEqual(["compared", 1])

    const told = analyse(input)
    expect(audit(told, input)).toEqual([])
    const states = Object.entries(told.groups[0]?.cells ?? {}).map(([id, { state }]) => [id, state])
    expect(Object.fromEntries(states)).toEqual({ c0: "shown", c0i0: "shown", c0i1: "hidden" })
  })

  test("is told with all of them where everybody, or enough people, missed one", () => {
    const whole = analyse(pair(six.map(([a, b]) => [a, b || 1])))
    expect(Object.values(whole.groups[0]?.cells ?? {}).every(({ state }) => state === "shown")).toBe(true)
    const five: [number, number][] = [...six.slice(0, 5), ...six.map(([a]): [number, number] => [a, -1])]
    const enough = analyse(pair(five))
    expect(Object.values(enough.groups[0]?.cells ?? {}).every(({ state }) => state === "shown")).toBe(true)
  })

  test("does not give away the one of six who alone answered the second, though that is hidden", () => {
    const input = pair(six.map(([a, b], at) => [a, at === 0 ? b : -1]))
    expect(audit(assemble(input, oneByOne), input).map(({ code }) => code)).toContain("compared")
    expect(audit(analyse(input), input)).toEqual([])
    expect(analyse(input).groups[0]?.cells.c0?.state).toBe("shown")
  })

  test("is told with all of them for a large organization as a whole, where rounding hides the few", () => {
    const many = (people: number) =>
      pair(Array.from({ length: people }, (_, at) => [1 + (at % 5), at === 7 ? 0 : 4]))
    const state = (people: number) => analyse(many(people)).groups[0]?.cells.c0i1?.state
    expect([state(999), state(1000)]).toEqual(["hidden", "shown"])
    expect(audit(analyse(many(1000)), many(1000))).toEqual([])
  })

  test("is gated and audited even if one of its items was never observed", () => {
    const input = pair(six)
    const [construct] = input.measures.constructs
    const items = [...(construct?.items ?? []), { id: "lost", text: "lost" }]
    const measures = { constructs: [{ id: "c0", name: "c0", items: items.slice() }], composites: [] }
    const longer = { ...input, measures }
    expect(audit(analyse(longer), longer)).toEqual([])
    const open = assemble(longer, threshold)
    expect(open.groups[0]?.cells.lost).toEqual({ state: "hidden", reason: "not-asked" })
  })

  test("is always told where it would be told without items, and so is a composite", () => {
    for (const seed of [1, 2, 3]) {
      const input = company(seed, 0.08)
      const [plain, told] = [assemble(input, oneByOne), analyse(input)]
      const count = ({ groups }: typeof plain, id: string) =>
        groups.filter(({ cells }) => cells[id]?.state === "shown").length
      expect(count(told, "message")).toBe(count(plain, "message"))
      expect(audit(plain, input).some(({ code }) => code === "compared")).toBe(true)
    }
  })
})

test("weighing the told measures of a small company at random singles out nobody, and without the comparison does", () => {
  let without = 0
  for (let seed = 1; seed <= 40; seed++) {
    const input = threeGroups(seed)
    expect(fewestLeftOver(analyse(input), input, seed)).toBeGreaterThanOrEqual(5)
    if (fewestLeftOver(assemble(input, oneByOne), input, seed) < 5) without++
  }
  expect(without).toBeGreaterThan(10)
})

/**
 * Independent of gate and audit: draws sums of told means of the construct and its items, weighted so that answers
 * can cancel out, and counts the people whose answers are left in. The fewest found, of those that leave anybody.
 */
function fewestLeftOver(
  { groups }: Release,
  { groupings, observations }: AnalysisInput,
  seed: number,
): number {
  const { atom, items, itemIds } = observations
  const members = new Map(groupings.map(({ id, atoms }) => [id, new Set(atoms)]))
  const people = [...atom.keys()].map((person) => ({
    of: atom[person] as number,
    answers: items.map((column) => column[person] as number),
  }))
  const shareOf = (measure: string, answers: number[], at: number) => {
    const answered = answers.filter((answer) => answer > 0).length
    if ((answers[at] as number) <= 0) return 0
    return measure === "c0" ? (answered >= 2 ? 1 / answered : 0) : itemIds[at] === measure ? 1 : 0
  }
  const rows = groups.map(({ id, cells }) =>
    ["c0", ...itemIds].map((measure) =>
      people.map(({ of, answers }) =>
        answers.map((_, at) =>
          cells[measure]?.state === "shown" && members.get(id)?.has(of) ? shareOf(measure, answers, at) : 0,
        ),
      ),
    ),
  )
  let state = seed
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  let fewest = people.length
  for (let tries = 0; tries < 1500; tries++) {
    // Of one to three groups m times the construct less most of its items.
    const sum = Array.from({ length: 1 + draw(3) }, () => {
      const [whole = [], ...single] = rows[draw(rows.length)] ?? []
      const sign = draw(2) * 2 - 1
      const terms = single.filter(() => draw(6) > 0).map((row) => ({ row, weight: -sign }))
      return [...terms, { row: whole, weight: sign * draw(4) }]
    }).flat()
    const left = people.filter((_, person) =>
      items.some(
        (_, at) =>
          Math.abs(sum.reduce((total, { row, weight }) => total + weight * (row[person]?.[at] ?? 0), 0)) >
          1e-9,
      ),
    ).length
    if (left > 0) fewest = Math.min(fewest, left)
  }
  return fewest
}

/** Three groups of five to eight, three questions, some answers missing. */
function threeGroups(seed: number): AnalysisInput {
  const input = synthetic({
    ...{ seed, functions: 1, departments: 0, teams: 0, respondents: [5, 8], missing: 0.15 },
    ...{ constructs: 1, items: 3, k: 5 },
  })
  return { ...input, measures: { ...input.measures, composites: [] } }
}

describe("whatever people answer, the release can be told", () => {
  const modes = {
    "all the same": () => 4,
    "all at the end": () => 5,
    "all in the middle": () => 3,
    "nothing at all": () => -1,
    "nobody can say": () => 0,
    "straight lines": (person: number) => 1 + (person % 5),
    "two camps": (person: number) => (person % 2 === 0 ? 1 : 5),
    "all but one": (person: number) => (person === 3 ? 1 : 4),
    "every other question": (_: number, item: number) => (item % 2 === 0 ? 4 : -1),
    "one item each": (person: number, item: number) => (person % 3 === item % 3 ? 2 : 0),
    "one who answers nothing": (person: number) => (person === 2 ? -1 : 4),
    "only a few": (person: number) => (person % 9 === 0 ? 4 : -1),
  }
  const sizes: [number, number][] = [
    [5, 5],
    [5, 9],
    [10, 30],
    [201, 201],
    [150, 320],
  ]
  test.each(Object.keys(modes) as (keyof typeof modes)[])("%s", (mode) => {
    for (const respondents of sizes) {
      for (const items of [1, 2, 3]) {
        const shape = {
          functions: 2,
          departments: 2,
          teams: 1,
          respondents,
          missing: 0,
          constructs: 3,
          items,
          k: 5,
        }
        const input = synthetic({ seed: 1, ...shape })
        for (const [item, column] of input.observations.items.entries()) {
          for (const person of column.keys()) column[person] = modes[mode](person, item)
        }
        expect(audit(analyse(input), input)).toEqual([])
      }
    }
  })

  test("and any mixture of these over groups of any size", () => {
    const mode = fc.constantFrom(...Object.values(modes))
    const size = fc.constantFrom(...sizes)
    fc.assert(
      fc.property(
        fc.integer(),
        size,
        mode,
        mode,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, respondents, a, b, share) => {
          const shape = {
            functions: 2,
            departments: 1,
            teams: 2,
            respondents,
            missing: 0.1,
            constructs: 3,
            items: 3,
            k: 5,
          }
          const input = synthetic({ seed, ...shape })
          for (const [item, column] of input.observations.items.entries()) {
            for (const person of column.keys()) {
              const atom = input.observations.atom[person] as number
              if ((atom * 7 + item) % 10 < share * 10) column[person] = (atom % 2 === 0 ? a : b)(person, item)
            }
          }
          expect(audit(analyse(input), input)).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe("a question only managers get", () => {
  /** Everybody on the first four layers, and one in 60 below: whole departments have none. */
  const managers = (seed: number, silent = -1) => {
    const input = company(seed, 0)
    const { atom, items } = input.observations
    for (const column of items.slice(6)) {
      for (const person of column.keys()) {
        const layer = input.atoms[atom[person] as number]?.layers[0] ?? 0
        if ((layer > 4 && person % 60 !== 0) || person === silent) column[person] = -1
      }
    }
    return input
  }

  test("never says by its reason or by an equal n whether a certain manager answered", () => {
    for (const seed of [1, 2, 3]) {
      const input = managers(seed)
      const release = analyse(input)
      expect(audit(release, input)).toEqual([])
      expect(JSON.stringify(release)).not.toContain("not-asked")
      expect(release.groups.some(({ cells }) => cells.c2?.state === "shown")).toBe(true)
    }
  })

  test("is told only of groups that differ by at least k who answered", () => {
    const input = managers(4, 40)
    const members = new Map(input.groupings.map(({ id, atoms }) => [id, new Set(atoms)]))
    const told = analyse(input).groups.flatMap(({ id, cells }) =>
      cells.c2?.state === "shown" ? [{ atoms: members.get(id), n: cells.c2.n }] : [],
    )
    for (const a of told) {
      for (const b of told) {
        if (a !== b && b.atoms?.isSubsetOf(a.atoms ?? new Set()) && b.atoms.size < (a.atoms?.size ?? 0))
          expect(a.n - b.n).toBeGreaterThanOrEqual(5)
      }
    }
  })

  test("two n that are equal name those between them, and the audit sees it", () => {
    expect(silentPeople([[0, 1], [0]], [7, 0], [9, 6])).toBe(6)
    expect(silentPeople([[0, 1], [0]], [7, 5], [9, 6])).toBe(0)
  })
})
