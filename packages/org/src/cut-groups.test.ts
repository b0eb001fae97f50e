import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { coarser, cutAtoms, cutCohorts } from "./cohorts.ts"
import { cutGroups } from "./cut-groups.ts"
import { freezeChart } from "./freeze-chart.ts"
import type { Block, FrozenChart, Group, Refused } from "./group.ts"
import { buildOrgChart } from "./org-chart.ts"
import type { Person } from "./person.ts"
import { person, staff } from "./testing.ts"

const K = 5

/** Org charts of every shape: flat, deep, with several tops, with people outside the audience. */
const organizations = fc
  .record({
    count: fc.integer({ min: 8, max: 160 }),
    // 0: everybody under the head; 1: long chains.
    depth: fc.double({ min: 0, max: 1, noNaN: true }),
    tops: fc.integer({ min: 1, max: 4 }),
    outside: fc.double({ min: 0, max: 0.5, noNaN: true }),
    seed: fc.integer(),
  })
  .map(({ count, depth, tops, outside, seed }) => {
    let state = seed >>> 0
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const people: Person[] = []
    for (let i = 0; i < count; i++) {
      const reach = random() < depth ? Math.min(i, 6) : i
      const manager = i < tops ? null : String(i - 1 - Math.floor(random() * reach))
      people.push(person(String(i), manager, { active: random() >= outside }))
    }
    return people
  })

function frozen(people: readonly Person[]) {
  const org = buildOrgChart(people)
  const chart = freezeChart(org)
  const invited = org.people.map((each, position) => each.active && chart.layer[position] !== 0)
  const answered = (cohorts: Group[]) =>
    cohorts.map((cohort) => cohort.members.filter((at) => (at * 7) % 10 < 6).length)
  return { org, chart, invited, answered, ids: org.people.map(({ id }) => id) }
}

const cut = (groups: Group[] | Refused): Group[] => ("refused" in groups ? [] : groups)

/** Layer-2 leader above a position, by walking up; -1 for layers 1 and 2. */
function functionOf(chart: FrozenChart, position: number): number {
  let at = position
  while ((chart.layer[at] as number) > 2) at = chart.parent[at] as number
  return at === position ? -1 : at
}

function isBelow(chart: FrozenChart, position: number, unit: number): boolean {
  if (unit < 0) return true
  for (let at = chart.parent[position] as number; at >= 0; at = chart.parent[at] as number)
    if (at === unit) return true
  return false
}

describe("cohorts", () => {
  test("are a partition of the invited people, none smaller than k + 3, the top group not smaller than k", () => {
    fc.assert(
      fc.property(organizations, (people) => {
        const { chart, invited } = frozen(people)
        const result = cutCohorts(chart, invited, K)
        const total = invited.filter(Boolean).length
        if ("refused" in result) {
          expect(result).toEqual({ refused: "too-few", people: total, minimum: K + 3 })
          expect(total).toBeLessThan(K + 3)
          return
        }
        const members = result.flatMap((group) => group.members).sort((a, b) => a - b)
        expect(members).toEqual([...invited.keys()].filter((at) => invited[at]))
        for (const group of result) {
          expect(group.size).toBe(group.members.length)
          expect(group.size).toBeGreaterThanOrEqual(group.kind === "top" ? K : K + 3)
        }
        expect(result.map((group) => group.id)).toEqual([...result.keys()])
      }),
    )
  })

  test("say truly which layers they hold, what kind they are and where they are anchored", () => {
    fc.assert(
      fc.property(organizations, (people) => {
        const { chart, invited } = frozen(people)
        for (const group of cut(cutCohorts(chart, invited, K))) {
          const layers = group.members.map((at) => chart.layer[at] as number)
          expect(group.layers).toEqual([Math.min(...layers), Math.max(...layers)])
          if (group.kind === "top") expect(group.layers[0]).toBeLessThanOrEqual(2)
          else {
            expect(group.kind).toBe(group.layers[0] === group.layers[1] ? "pure" : "mixed")
            expect(group.layers[0]).toBeGreaterThan(2)
            expect(group.members.every((at) => isBelow(chart, at, group.anchor))).toBe(true)
            // No lower manager has them all.
            const lower = [...chart.parent.keys()].filter((at) => chart.parent[at] === group.anchor)
            for (const unit of lower)
              expect(group.members.every((at) => isBelow(chart, at, unit))).toBe(false)
          }
          const teams = new Set(group.members.map((at) => `${chart.parent[at]} ${chart.layer[at]}`))
          if (group.kind !== "top") expect(group.merged === null).toBe(teams.size === 1)
        }
      }),
    )
  })

  test("cross no fence: every function with the minimum is whole, but for what a small top group must take in", () => {
    fc.assert(
      fc.property(organizations, (people) => {
        const { chart, invited } = frozen(people)
        const sizes = new Map<number, number>()
        let topPeople = 0
        invited.forEach((is, position) => {
          if (!is) return
          if ((chart.layer[position] as number) <= 2) topPeople++
          else sizes.set(functionOf(chart, position), (sizes.get(functionOf(chart, position)) ?? 0) + 1)
        })
        let broken = 0
        for (const group of cut(cutCohorts(chart, invited, K))) {
          const functions = new Set(group.members.map((at) => functionOf(chart, at)))
          const fenced = [...functions].filter((leader) => (sizes.get(leader) ?? 0) >= K + 3)
          if (functions.size > 1) broken += fenced.length
          if (group.kind !== "top" && topPeople > 0)
            expect(fenced.length === 0 || functions.size === 1).toBe(true)
        }
        if (topPeople >= K) expect(broken).toBe(0)
        else if (topPeople > 0) expect(broken).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test("do not depend on the order of rows nor on names", () => {
    const shuffled = organizations.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    )
    const groups = (people: readonly Person[]) => {
      const { chart, invited, ids } = frozen(people)
      return cut(cutCohorts(chart, invited, K)).map((group) => [
        group.members.map((at) => ids[at]),
        group.layers,
        group.kind,
      ])
    }
    fc.assert(
      fc.property(shuffled, ([people, other]) => {
        const renamed = other.map((each, row) => ({
          ...each,
          row,
          name: `Zed ${row}`,
          title: `T${row % 3}`,
          department: `D${row % 2}`,
        }))
        expect(groups(renamed)).toEqual(groups(people))
      }),
    )
  })

  test("do not depend on the order of the blocks", () => {
    const shuffled = organizations.chain((people) => {
      const { chart, invited } = frozen(people)
      const blocks: Block[] = [...invited.keys()]
        .filter((at) => invited[at])
        .map((at) => {
          const layer = chart.layer[at] as number
          return {
            node: layer === 1 ? at : (chart.parent[at] as number),
            layers: [layer, layer],
            size: 1 + (at % 3),
          }
        })
      return fc.tuple(
        fc.constant(chart),
        fc.constant(blocks),
        fc.shuffledSubarray(blocks, { minLength: blocks.length }),
      )
    })
    const shape = (chart: FrozenChart, blocks: Block[]) =>
      cut(cutGroups(chart, blocks, K + 3, K)).map(({ anchor, layers, size, kind, merged, members }) => ({
        ...{ anchor, layers, size, kind, merged },
        members: members.map((index) => JSON.stringify(blocks[index])).sort(),
      }))
    fc.assert(
      fc.property(shuffled, ([chart, blocks, others]) => {
        expect(shape(chart, others)).toEqual(shape(chart, blocks))
      }),
    )
  })
})

describe("atoms", () => {
  test("are unions of cohorts with at least k respondents each, and coarser groups are unions of atoms", () => {
    fc.assert(
      fc.property(organizations, (people) => {
        const { chart, invited, answered } = frozen(people)
        const cohorts = cut(cutCohorts(chart, invited, K))
        const respondents = answered(cohorts)
        const atoms = cutAtoms(chart, cohorts, respondents, K)
        const total = respondents.reduce((sum, count) => sum + count, 0)
        expect("refused" in atoms).toBe(total < K)
        if ("refused" in atoms) return
        expect(atoms.flatMap((atom) => atom.members).sort((a, b) => a - b)).toEqual([...cohorts.keys()])
        for (const atom of atoms) {
          expect(atom.size).toBeGreaterThanOrEqual(K)
          expect(atom.size).toBe(atom.members.reduce((sum, id) => sum + (respondents[id] as number), 0))
        }
        const coarse = coarser(chart, atoms, 10)
        if (total < 10) expect(coarse).toEqual([])
        else {
          expect(coarse.flatMap((group) => group.members).sort((a, b) => a - b)).toEqual([...atoms.keys()])
          for (const group of coarse) expect(group.size).toBeGreaterThanOrEqual(10)
        }
      }),
    )
  })

  test("cross no fence at close either, unless the top group has fewer than k respondents", () => {
    fc.assert(
      fc.property(organizations, (people) => {
        const { chart, invited, answered } = frozen(people)
        const cohorts = cut(cutCohorts(chart, invited, K))
        const respondents = answered(cohorts)
        const top = cohorts.find((cohort) => cohort.kind === "top")
        if (!top || (respondents[top.id] as number) < K) return
        const leaderOf = (id: number) => functionOf(chart, cohorts[id]?.members[0] as number)
        const sizes = new Map<number, number>()
        for (const cohort of cohorts) {
          const leaders = new Set(cohort.members.map((at) => functionOf(chart, at)))
          if (leaders.size > 1 || cohort.kind === "top") continue
          sizes.set(
            leaderOf(cohort.id),
            (sizes.get(leaderOf(cohort.id)) ?? 0) + (respondents[cohort.id] as number),
          )
        }
        for (const atom of cut(cutAtoms(chart, cohorts, respondents, K))) {
          const leaders = new Set(
            atom.members.flatMap((id) => (cohorts[id] as Group).members.map((at) => functionOf(chart, at))),
          )
          const fenced = [...leaders].filter((leader) => (sizes.get(leader) ?? 0) >= K)
          if (atom.kind !== "top") expect(fenced.length === 0 || leaders.size === 1).toBe(true)
        }
      }),
    )
  })

  test("a cohort nobody answered in puts no other layer into its atom", () => {
    const people = [person("ceo", null), ...staff("ceo", 5), ...staff("ceo-1", 9), ...staff("ceo-1-1", 9)]
    const { chart, invited } = frozen(people)
    const cohorts = cut(cutCohorts(chart, invited, K))
    expect(cohorts.map(({ layers, size }) => [layers, size])).toEqual([
      [[1, 2], 6],
      [[3, 3], 9],
      [[4, 4], 9],
    ])
    const atoms = cut(cutAtoms(chart, cohorts, [6, 7, 0], K))
    expect(atoms.map(({ members, layers, kind }) => [members, layers, kind])).toEqual([
      [[0], [1, 2], "top"],
      [[1, 2], [3, 3], "pure"],
    ])
  })
})

describe("by hand", () => {
  const sizes = (people: Person[]) => {
    const { chart, invited, ids } = frozen(people)
    return cut(cutCohorts(chart, invited, K)).map((group) => ({
      ...{ size: group.size, layers: group.layers.join("-"), kind: group.kind, merged: group.merged },
      anchor: ids[group.anchor] ?? "virtual head",
    }))
  }

  test("small teams of one layer meet at the lowest manager above them all", () => {
    const people = [
      person("ceo", null),
      ...staff("ceo", 4),
      ...staff("ceo-1", 8),
      ...staff("ceo-1-1", 5),
      ...staff("ceo-1-2", 4),
    ]
    expect(sizes(people)).toEqual([
      { size: 5, layers: "1-2", kind: "top", merged: null, anchor: "ceo" },
      { size: 8, layers: "3-3", kind: "pure", merged: null, anchor: "ceo-1" },
      {
        size: 9,
        layers: "4-4",
        kind: "pure",
        merged: "2 teams on layer 4 under Name ceo-1: each has fewer than 8 people.",
        anchor: "ceo-1",
      },
    ])
  })

  test("what a function has left on several layers becomes one mixed cohort", () => {
    const people = [person("ceo", null), ...staff("ceo", 4), ...staff("ceo-1", 6), ...staff("ceo-1-1", 4)]
    expect(sizes(people).at(-1)).toEqual({
      ...{ size: 10, layers: "3-4", kind: "mixed", anchor: "ceo-1" },
      merged: "What was left on layers 3 to 4 under Name ceo-1: no layer of it has 8 people of its own.",
    })
  })

  test("too few for a mixed cohort join the cohort of their own layer nearest the leader", () => {
    const people = [
      person("ceo", null),
      ...staff("ceo", 4),
      ...staff("ceo-1", 8),
      ...staff("ceo-1-1", 9),
      ...staff("ceo-1-2", 3),
    ]
    expect(sizes(people).slice(1)).toEqual([
      { size: 8, layers: "3-3", kind: "pure", merged: null, anchor: "ceo-1" },
      {
        size: 12,
        layers: "4-4",
        kind: "pure",
        merged: "3 people from layer 4 joined, too few for a group of their own.",
        anchor: "ceo-1",
      },
    ])
  })

  test("small functions are pooled with each other at the head, never with a large one", () => {
    const people = [
      person("ceo", null),
      ...staff("ceo", 4),
      ...staff("ceo-1", 9),
      ...staff("ceo-2", 5),
      ...staff("ceo-3", 4),
    ]
    expect(sizes(people).map(({ size, anchor }) => [size, anchor])).toEqual([
      [5, "ceo"],
      [9, "ceo"],
      [9, "ceo-1"],
    ])
  })

  test("what small functions have left joins the top group before any fence is crossed", () => {
    const people = [person("ceo", null), ...staff("ceo", 4), ...staff("ceo-1", 9), ...staff("ceo-2", 3)]
    expect(sizes(people).map(({ size, kind, merged }) => [size, kind, merged])).toEqual([
      [8, "top", "The head and layer 2, with 3 people from layer 3, too few for a group of their own."],
      [9, "pure", null],
    ])
  })

  test("a top group of fewer than k takes in the smallest layer-3 group", () => {
    const people = [
      person("ceo", null),
      ...staff("ceo", 2),
      ...staff("ceo-1", 12),
      ...staff("ceo-2", 8),
      ...staff("ceo-2-1", 8),
    ]
    expect(sizes(people).map(({ size, kind, layers }) => [size, kind, layers])).toEqual([
      [11, "top", "1-3"],
      [12, "pure", "3-3"],
      [8, "pure", "4-4"],
    ])
  })

  test("it takes in a group of small functions, though larger, before it breaks a function", () => {
    const people = [
      person("ceo", null),
      ...staff("ceo", 3),
      ...staff("ceo-1", 8),
      ...staff("ceo-2", 5),
      ...staff("ceo-3", 4),
    ]
    expect(sizes(people).map(({ size, kind, anchor }) => [size, kind, anchor])).toEqual([
      [13, "top", "ceo"],
      [8, "pure", "ceo-1"],
    ])
  })

  test("of several cohorts of a layer the one cut nearest the leader takes in the rest", () => {
    const middle = ["ceo-1-1", "ceo-1-2", "ceo-1-3"].flatMap((id) => staff(id, 8))
    const people = [
      ...[person("ceo", null), ...staff("ceo", 4), ...staff("ceo-1", 8), ...middle],
      ...[
        ...staff("ceo-1-1-1", 9),
        ...staff("ceo-1-2-1", 6),
        ...staff("ceo-1-2-2", 6),
        ...staff("ceo-1-3-1", 2),
      ],
    ]
    const fifth = sizes(people).filter(({ layers }) => layers === "5-5")
    expect(fifth.map(({ size, anchor }) => [size, anchor])).toEqual([
      [14, "ceo-1"],
      [9, "ceo-1-1-1"],
    ])
  })

  test("several tops stand together under a virtual head", () => {
    const people = [
      ...["a", "b", "c", "d", "e"].map((id) => person(id, null)),
      ...staff("a", 8),
      ...staff("b", 9),
    ]
    expect(sizes(people).map(({ size, kind, layers, anchor }) => [size, kind, layers, anchor])).toEqual([
      [5, "top", "2-2", "virtual head"],
      [8, "pure", "3-3", "a"],
      [9, "pure", "3-3", "b"],
    ])
  })

  test("people outside the audience keep their place and are not counted", () => {
    const away = { active: false }
    const people = [
      person("ceo", null, away),
      ...staff("ceo", 5),
      ...staff("ceo-1", 2, away),
      ...staff("ceo-1-1", 8),
    ]
    expect(sizes(people).map(({ size, layers }) => [size, layers])).toEqual([
      [5, "2-2"],
      [8, "4-4"],
    ])
  })

  test("fewer than k + 3 invited in all are refused, fewer than k respondents too", () => {
    const { chart, invited } = frozen([person("ceo", null), ...staff("ceo", 6)])
    expect(cutCohorts(chart, invited, K)).toEqual({ refused: "too-few", people: 7, minimum: 8 })
    const one = frozen([person("ceo", null), ...staff("ceo", 7)])
    const cohorts = cut(cutCohorts(one.chart, one.invited, K))
    expect(cutAtoms(one.chart, cohorts, [4], K)).toEqual({ refused: "too-few", people: 4, minimum: 5 })
  })
})

test("a chain of 10,000 managers and 100,000 people is cut without running out of stack or time", () => {
  const count = 100_000
  const parent = Int32Array.from({ length: count }, (_, i) => (i < 10_000 ? i - 1 : i % 10_000))
  const layer = new Int32Array(count)
  for (let i = 0; i < count; i++) layer[i] = i === 0 ? 1 : (layer[parent[i] as number] as number) + 1
  const chart: FrozenChart = { parent, layer, heads: [] }
  const cohorts = cut(cutCohorts(chart, new Array(count).fill(true), K))
  expect(cohorts.reduce((sum, cohort) => sum + cohort.size, 0)).toBe(count)
  expect(cohorts.length).toBeGreaterThan(9_900)
}, 20_000)
