import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { solve } from "yalps"
import { analyse } from "../analyse.ts"
import { assemble } from "../assemble.ts"
import { audit } from "../audit.ts"
import { type GateMaker, gate } from "../gate.ts"
import type { AnalysisInput, Bounds, Cell, Release } from "../release.ts"
import { synthetic } from "../synthetic.ts"
import { toldOf } from "../waves-told.ts"
import { choiceGuards, choiceTables } from "./choice-tables.ts"
import { optionCounts } from "./count-choosers.ts"
import { isPinned, knownSums, type Sum } from "./is-pinned.ts"
import { withChoices } from "./made-up-choices.ts"
import { leastChoosers } from "./types.ts"

/** Seeded (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const company = (seed: number, missing = 0.1, k = 5) =>
  withChoices(
    synthetic({
      ...{ seed, functions: 3, departments: 2, teams: 2, respondents: [k, k + 6], missing },
      ...{ constructs: 2, items: 2, k },
    }),
    seeded(seed),
    missing,
  )

/** The gate switched off: a group is shown when at least k in it answered. */
const threshold: GateMaker = (counted, { survey }) => {
  const tallies = new Map(counted.map(({ measure, tally }) => [measure.id, tally]))
  return (id) => {
    const enough = (atoms: readonly number[]) =>
      atoms.reduce((sum, atom) => sum + (tallies.get(id)?.persons[atom] as number), 0) >= survey.k
    return { cell: enough, distribution: enough }
  }
}

const codesOf = (release: Release, input: AnalysisInput) => {
  const ids = new Set(["mission", "priorities", "priorities-all", "explained-when", "explained-by"])
  return new Set(audit(release, input).flatMap(({ code, measure }) => (ids.has(measure ?? "") ? [code] : [])))
}

describe("what people show, and which options they chose", () => {
  test("the audit finds nothing in what leaves, whatever was answered and skipped", () => {
    let [tables, objectives, whole] = [0, 0, 0]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.constantFrom(5, 8),
        (seed, missing, k) => {
          const input = company(seed, missing, k)
          const release = analyse(input)
          expect(audit(release, input)).toEqual([])
          tables += release.choices?.reduce((sum, { groups }) => sum + groups.length, 0) ?? 0
          for (const { cells } of release.groups) {
            if (cells.priorities?.state === "shown") objectives++
            if (cells["priorities-all"]?.state === "shown") whole++
          }
        },
      ),
      { numRuns: 60 },
    )
    expect([tables > 200, objectives > 500, whole > 100]).toEqual([true, true, true])
  })

  test("with the gate switched off it finds isolated people, and groups of too few", () => {
    const codes = codesOf(assemble(company(3), threshold), company(3))
    for (const code of ["isolated", "small-bin"]) expect(codes).toContain(code)
  })

  test("priorities named are told as the share of official ones, and of whom all; the tables add up to it", () => {
    const input = company(5, 0.05)
    const release = analyse(input)
    const all = release.groups[0]
    const question = input.choices[0]
    if (question === undefined) throw new Error("no priorities")
    const { n, counts } = optionCounts(question, input.observations)([...input.atoms.keys()])
    const share = counts.slice(0, 3).reduce((sum, count) => sum + count, 0) / (3 * n)
    expect(all?.cells.priorities).toMatchObject({ n, favourable: Math.round(100 * share), interval: null })
    expect(all?.distributions.priorities).toBeUndefined()
    const [row] = release.choices?.[0]?.groups ?? []
    expect(row).toMatchObject({ group: "all", n })
    for (const [at, told] of row?.shares.entries() ?? [])
      expect(Math.abs(told - (100 * (counts[at] as number)) / n)).toBeLessThanOrEqual(2.5)
    expect(release.steps.some(({ measure }) => measure.startsWith("priorities"))).toBe(false)
    const judged = Object.keys(release.statistics ?? {})
    expect(judged).toContain("message")
    expect(judged.filter((id) => id.startsWith("priorities") || id === "mission")).toEqual([])
  })

  test("who was asked depending on another answer is not counted, and few are told nothing", () => {
    const input = company(9)
    const tables = new Map(analyse(input).choices?.map((table) => [table.id, table.groups]))
    expect(tables.get("explained-by")?.length).toBeGreaterThan(0)
    expect(tables.get("explained-by")?.every(({ n }) => n === undefined)).toBe(true)
    expect(tables.get("explained-when")?.every(({ n = 0 }) => n >= leastChoosers(5))).toBe(true)
    const counted = structuredClone(analyse(input))
    for (const group of counted.choices?.find(({ id }) => id === "explained-by")?.groups ?? []) group.n = 30
    expect(codesOf(counted, input)).toContain("choices")
  })

  test("a team that all answered goes with a neighbour where one of a question from 1 to 5 would not", () => {
    const made = company(4, 0)
    const input = { ...made, atoms: made.atoms.map((atom) => ({ ...atom, invited: atom.respondents })) }
    const asLikert: GateMaker = (counted, rest, earlier) =>
      gate(
        counted.map((one) => ({ ...one, measure: { ...one.measure, kind: "construct" as const } })),
        ...([rest, earlier] as const),
      )
    const shown = (release: Release) =>
      release.groups.filter(({ cells }) => cells.mission?.state === "shown").map(({ id }) => id)
    expect(shown(analyse(input))).toEqual(["all"])
    expect(shown(assemble(input, asLikert)).length).toBeGreaterThan(1)
  })
})

describe("beside an earlier survey", () => {
  const { choices: _, ...made } = company(6, 0)
  const people = Int32Array.from(
    made.atoms.flatMap(({ invited }, atom) => new Array<number>(invited).fill(atom)),
  )
  /** Two have come to the first unit since, from the last; everybody was asked only who explained it, and when. */
  const input = { ...company(6, 0), measures: { constructs: [], composites: [] }, people }
  const before = people.slice()
  const unit = input.groupings.find(({ kind }) => kind === "unit")
  const left = people.indexOf(unit?.atoms[0] as number)
  before.fill(made.atoms.length - 1, left, left + 2)
  const earlier = { release: analyse(input), groupings: input.groupings, people: before }
  const groupsOf = (release: Release, id: string) =>
    release.choices?.find((table) => table.id === id)?.groups.map(({ group }) => group) ?? []

  test("a question of the same id is judged together with it; of another id it is told as if alone", () => {
    expect(earlier.release.choices?.map(({ id }) => id)).toContain("explained-by")
    const told = analyse(input, [earlier])
    expect(audit(told, input, [earlier])).toEqual([])
    expect(told.beside?.map(({ survey }) => survey)).toEqual(["survey"])
    const alone = groupsOf(earlier.release, "explained-when")
    expect(groupsOf(told, "explained-when").length).toBeLessThan(alone.length)
    // What was told without the earlier one at hand: the audit finds the two who have moved.
    expect(audit(earlier.release, input, [earlier]).some(({ code }) => code === "earlier")).toBe(true)
    const renamed = structuredClone(earlier)
    for (const table of renamed.release.choices ?? []) table.id = `old-${table.id}`
    expect(groupsOf(analyse(input, [renamed]), "explained-when")).toEqual(alone)
  })

  test("a table that does not say how many chose counts, unless it says that they are many", () => {
    const told = toldOf(earlier.release).get("all") ?? []
    expect(told.find(([measure]) => measure === "choices:explained-by")?.[1]).toBe(0)
    const many = structuredClone(earlier.release)
    for (const { groups } of many.choices ?? [])
      for (const one of groups) if (one.n === undefined) one.many = true
    expect(
      toldOf(many)
        .get("all")
        ?.find(([measure]) => measure === "choices:explained-by")?.[1],
    ).toBe(2500)
    expect(codesOf(many, company(6, 0))).toContain("choices")
  })
})

describe("what sums of told shares give away", () => {
  const options = ["a", "b", "c"].map((id) => ({ id, text: id }))

  test("75% and 30% leave nobody for the third of three options", () => {
    const [sums = []] = knownSums({ options, pick: 1 })
    expect(isPinned([75, 30, 5], sums, 40, 1)).toBe(true)
    expect(isPinned([70, 30, 5], sums, 40, 1)).toBe(false)
    expect(isPinned([95, 5, 5], sums, 40, 1)).toBe(false)
  })

  test("a known share of official ones says of the third that everybody named it", () => {
    const official = options.map((one) => ({ ...one, official: true }))
    const cell = (favourable: number, bounds?: Bounds): Cell => ({
      ...{ state: "shown", mean: 4, favourable, neutral: 0, unfavourable: 100 - favourable, cannotSay: 0 },
      ...{ n: 40, interval: null, coded: bounds !== undefined },
      ...(bounds === undefined ? {} : { bounds }),
    })
    const pinned = (favourable: number) =>
      knownSums({ options: official, pick: 3 }, cell(favourable)).some((sums) =>
        isPinned([70, 70, 95], sums, 40, 1),
      )
    expect([pinned(77), pinned(80)]).toEqual([false, true])
    // Less than the cell says is not known where it is told only as a bound.
    const [any = []] = knownSums({ options: official, pick: 3 }, cell(80, { favourable: "at-most" }))
    expect(isPinned([70, 70, 95], any, 40, 1)).toBe(false)
  })

  test("and of the others what is left: a fifth names the first of four, so hardly anybody the other three", () => {
    const seven = ["a", "b", "c", "d", "e", "f", "g"].map((id, at) => ({ id, text: id, official: at < 3 }))
    const shares = [95, 95, 90, 20, 5, 5, 5]
    const cell = (favourable: number): Cell => ({
      ...{ state: "shown", mean: 4, favourable, neutral: 0, unfavourable: 100 - favourable, cannotSay: 0 },
      ...{ n: 40, interval: null, coded: false },
    })
    const pinned = (favourable: number) =>
      knownSums({ options: seven, pick: 3 }, cell(favourable)).some((sums) => isPinned(shares, sums, 40, 1))
    expect([pinned(94), pinned(92)]).toEqual([true, false])
  })

  test("no more can be said of an option than that: a linear program over the same sums finds no narrower end", () => {
    let [pins, programs] = [0, 0]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 20, max: 60 }), (seed, n) => {
        const random = seeded(seed)
        const liking = [0, 1, 2, 3, 4, 5, 6].map((at) => (at < 3 ? 1.2 : 0) + random())
        const counts = new Array<number>(7).fill(0)
        for (let person = 0; person < n; person++) {
          const order = liking
            .map((one, at) => ({ at, rank: one + random() }))
            .sort((a, b) => b.rank - a.rank)
          for (const { at } of order.slice(0, 3)) counts[at] = (counts[at] as number) + 1
        }
        const shares = counts.map((count) => toStep(count, n))
        const overlap = Math.round((100 * counts.slice(0, 3).reduce((sum, count) => sum + count)) / (3 * n))
        const told: Cell = {
          ...{ state: "shown", mean: 4, favourable: overlap, neutral: 0, unfavourable: 100 - overlap },
          ...{ cannotSay: 0, n, interval: null, coded: false },
        }
        const options = counts.map((_, at) => ({ id: `${at}`, text: `${at}`, official: at < 3 }))
        for (const sums of knownSums({ options, pick: 3 }, told)) {
          const ends = endsOf(shares, sums, n)
          if (ends === null) continue
          programs++
          const byProgram = ends.some(([from, to]) => to < 0.5 || from > n - 0.5)
          expect(isPinned(shares, sums, n, 1)).toBe(byProgram)
          if (byProgram) pins++
        }
      }),
      { numRuns: 150 },
    )
    expect([pins > 5, programs - pins > 100]).toEqual([true, true])
  })

  test("such a group's table is withheld; without that guard it leaves, and the audit says so", () => {
    const made = company(2, 0)
    // 29 of the 40 who answer choose the first, 11 the second: told as 75 and 30.
    const people = made.observations.atom.length
    const spread = Array.from({ length: people }, (_, person) => (person * 37) % people)
    const chosen = [29, 11, 0, 0].map((_, option) =>
      Int8Array.from(spread, (at) => (at >= 40 ? -1 : Number((at < 29 ? 0 : 1) === option))),
    )
    const choices = made.choices.map((one) => (one.id === "explained-when" ? { ...one, chosen } : one))
    const input = { ...made, choices }
    const release = analyse(input)
    expect(release.choices?.some(({ id }) => id === "explained-when")).toBe(false)
    const described = release.groups.flatMap((group) => {
      const grouping = input.groupings.find(({ id }) => id === group.id)
      return grouping === undefined ? [] : [{ group, grouping }]
    })
    const guards = { ...choiceGuards, isPinned: () => false }
    const careless = choiceTables(input, described, gateFor(input), guards)
    const told = careless.choices?.find(({ id }) => id === "explained-when")
    expect(told?.groups).toEqual([{ group: "all", n: 40, shares: [75, 30, 5, 5] }])
    expect(codesOf(release, input)).toEqual(new Set())
    expect(codesOf({ ...release, ...careless }, input)).toEqual(new Set(["choices"]))
  })
})

/** The gate as `assemble` asks for it. */
function gateFor(input: AnalysisInput): ReturnType<GateMaker> {
  let made: ReturnType<GateMaker> | undefined
  assemble(input, (...given) => {
    made = gate(...given)
    return made
  })
  if (made === undefined) throw new Error("no gate")
  return made
}

const toStep = (count: number, n: number) => Math.min(95, Math.max(5, 5 * Math.round((20 * count) / n)))

/** How many chose each option at least and at most; null: no answers have these shares and sums. */
function endsOf(shares: readonly number[], sums: readonly Sum[], n: number): [number, number][] | null {
  const sumsOf = (option: number) => [...sums.keys()].filter((of) => sums[of]?.options.includes(option))
  const variables = shares.map((_, at): [string, [string, number][]] => [
    `${at}`,
    [[`one ${at}`, 1], ...sumsOf(at).map((of): [string, number] => [`sum ${of}`, 1])],
  ])
  const counts = Array.from({ length: n + 1 }, (_, count) => count)
  const constraints: [string, { min: number; max: number }][] = [
    ...shares.map((share, at): [string, { min: number; max: number }] => {
      const held = counts.filter((count) => toStep(count, n) === share)
      return [`one ${at}`, { min: held[0] ?? 0, max: held.at(-1) ?? n }]
    }),
    ...sums.map(({ low, high }, of): [string, { min: number; max: number }] => [
      `sum ${of}`,
      { min: (low * n) / 100 - 1e-6, max: (high * n) / 100 + 1e-6 },
    ]),
  ]
  const ends = shares.map((_, at) =>
    (["minimize", "maximize"] as const).map((direction) => {
      const program = { direction, objective: `one ${at}`, constraints, variables, integers: true }
      const { status, result } = solve(program)
      if (status !== "optimal" && status !== "infeasible") throw new Error(status)
      return status === "optimal" ? result : Number.NaN
    }),
  )
  return ends.flat().some(Number.isNaN) ? null : (ends as [number, number][])
}
