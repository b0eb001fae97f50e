import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { analyse } from "./analyse.ts"
import type { AnalysisInput, AtomInfo, Cell, Grouping, Release } from "./release.ts"
import { synthetic } from "./synthetic.ts"

const company = (seed: number) =>
  synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 2, respondents: [5, 14], missing: 0.1 },
    ...{ constructs: 3, items: 3, k: 5 },
  })

/** One item, one construct; answers by atom, people invited by atom. */
function small(answers: number[][], invited: number[], groups: Partial<Grouping>[]): AnalysisInput {
  const atoms = answers.map((given, at): AtomInfo => {
    const layer = at + 2
    const layers: [number, number] = at === 0 ? [1, 2] : [layer, layer]
    const kind = at === 0 ? "top" : "pure"
    return { anchor: at, layers, kind, invited: invited[at] ?? 0, respondents: given.length, coarse: at }
  })
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const groupings = groups.map((group): Grouping => {
    const held = group.atoms ?? []
    const people = sum(held.map((at) => invited[at] ?? 0))
    const plain = {
      name: "",
      parent: "all",
      layer: null,
      unit: null,
      depth: 0,
      invited: people,
      covered: people,
    }
    return { ...plain, id: "", kind: "organization", ...group, atoms: held }
  })
  return {
    survey: {
      id: "s",
      name: "S",
      organization: "O",
      closedAt: "2026-01-31T17:00:00Z",
      k: 5,
      invited: sum(invited),
    },
    measures: {
      constructs: [{ id: "clarity", name: "Clarity", items: [{ id: "q", text: "?" }] }],
      composites: [],
    },
    observations: {
      atom: Int32Array.from(answers.flatMap((given, at) => given.map(() => at))),
      items: [Int8Array.from(answers.flat())],
      itemIds: ["q"],
      atoms: atoms.length,
    },
    atoms,
    groupings,
    seed: 1,
  }
}

function shown(cell: Cell | undefined) {
  if (cell?.state !== "shown") throw new Error("hidden")
  return cell
}

const top = [4, 4, 5, 5, 4, 3, 4, 5, 4, 4, 4]
const below = [3, 2, 4, 3, 3, 4, 2, 3, 5, 3, 2, 4]
const line = [
  { id: "all", kind: "organization", parent: null, atoms: [0, 1] },
  { id: "layer:1-2", kind: "layer", layer: 2, atoms: [0] },
  { id: "layer:3", kind: "layer", layer: 3, atoms: [1] },
] as const
const lines = (): Partial<Grouping>[] => line.map((group) => ({ ...group, atoms: [...group.atoms] }))

test("a layer of twelve in sixteen, worked out by hand", () => {
  const release = analyse(small([top, below], [12, 16], lines()))
  const layer = release.groups.find(({ id }) => id === "layer:3")
  // Sum 38: mean 3.1667. Favourable 4 4 5 4 → 4 of 12; unfavourable 2 2 2 → 3 of 12.
  // s² = (130 - 38²/12)/11 = 0.87879, SE = sqrt(s²/12 (1 - 12/16)) = 0.13531, t(.975, 11) = 2.20099 → -+ 0.2978
  expect(layer?.cells.clarity).toEqual({
    ...{ state: "shown", mean: 3.2, favourable: 33, neutral: 42, unfavourable: 25, cannotSay: 0, n: 12 },
    interval: { kind: "group-now", low: 2.9, high: 3.5, level: 0.95 },
    coded: false,
  })
  expect(layer).toMatchObject({ respondents: 12, invited: 16, covered: 16, responseRate: 75, layers: [3, 3] })
  expect(layer?.distributions.clarity).toEqual({ state: "shown", shares: [0, 25, 42, 25, 8], n: 12 })
})

test("the step from the top group to layer 3, worked out by hand", () => {
  const mixed = [4, 4, 5, 5, 4, 3, 4, 5, 4, 2, 4]
  const [step, ...others] = analyse(small([mixed, below], [12, 16], lines())).steps
  // Means 4 and 3.16667: -0.83333. s² = 0.8 and 0.87879; SE = sqrt(.072727 + .073232) = 0.38205;
  // df = .145959² / (.072727²/10 + .073232²/11) = 20.96, t = 2.0800 → -+ 0.7947
  expect(step).toEqual({
    ...{
      id: "all/layer:1-2/layer:3/clarity",
      group: "all",
      from: "layer:1-2",
      to: "layer:3",
      fromLayer: 2,
      toLayer: 3,
    },
    ...{ measure: "clarity", difference: -0.8 },
    interval: { kind: "description", low: -1.6, high: 0, level: 0.95 },
  })
  expect(others).toEqual([])
})

test("inside a unit there are steps where both its layers are told", () => {
  const groups: Partial<Grouping>[] = [
    { id: "all", parent: null, atoms: [0, 1, 2] },
    { id: "unit:7", kind: "unit", unit: 7, atoms: [1, 2] },
    { id: "unit:7/layer:3", kind: "unit-layer", unit: 7, layer: 3, atoms: [1] },
    { id: "unit:7/layer:4", kind: "unit-layer", unit: 7, layer: 4, atoms: [2] },
  ]
  const steps = analyse(small([top, top, below], [12, 12, 16], groups)).steps
  expect(steps.map(({ id }) => id)).toEqual(["unit:7/unit:7/layer:3/unit:7/layer:4/clarity"])
  const few = [3, 4, 0, 0, 0]
  expect(analyse(small([top, top, few], [12, 12, 16], groups)).steps).toEqual([])
})

test("when everybody answered there is no sampling error and no interval", () => {
  const release = analyse(small([top, [...below, ...below]], [13, 24], lines()))
  expect(shown(release.groups[2]?.cells.clarity).interval).toBeNull()
  expect(shown(release.groups[0]?.cells.clarity).interval).not.toBeNull()
})

test("more answers than people gives no interval", () => {
  const release = analyse(small([top, [...below, ...below]], [13, 23], lines()))
  expect(shown(release.groups[2]?.cells.clarity).interval).toBeNull()
})

test("a mean told as a bound is given away by neither its interval nor a step", () => {
  const release = analyse(small([[5, 5, 5, 5, 5, 5], below], [8, 16], lines()))
  const cell = shown(release.groups[1]?.cells.clarity)
  expect(cell).toMatchObject({ mean: 4.3, favourable: 90, interval: null, coded: true })
  expect(release.steps).toEqual([])
  expect(release.groups[1]?.distributions.clarity?.state).toBe("hidden")
})

test("where a share is told as a bound, neither the interval nor that of a step says how much all are of one mind", () => {
  // Ten of eleven are favourable, which is told as "at least".
  const release = analyse(small([top, below], [16, 16], lines()))
  expect(shown(release.groups[1]?.cells.clarity)).toMatchObject({ interval: null, coded: true })
  expect(release.steps.map(({ interval }) => interval)).toEqual([null])
})

test("only a question that is not in the questionnaire is not asked; where nobody or few answered there are too few", () => {
  const nobody = [-1, -1, -1, -1, -1, -1]
  const few = [4, 4, 0, -1, 5, 2]
  const silent = small([top, nobody], [12, 16], lines())
  expect(analyse(silent).groups[2]?.cells.q).toEqual({ state: "hidden", reason: "too-few" })
  const without = { ...silent, observations: { ...silent.observations, items: [], itemIds: [] } }
  expect(analyse(without).groups[2]?.cells.q).toEqual({ state: "hidden", reason: "not-asked" })
  const release = analyse(small([top, few], [12, 16], lines()))
  expect(release.groups[2]?.cells.q).toEqual({ state: "hidden", reason: "too-few" })
  expect(release.groups[1]?.cells.q).toEqual({ state: "hidden", reason: "too-few" })
  expect(shown(release.groups[0]?.cells.q).n).toBe(15)
})

test("fewer than k answers in all: nothing is told", () => {
  const release = analyse(small([[4, 5], [3]], [12, 16], lines()))
  expect(
    release.groups.every(({ cells }) => Object.values(cells).every(({ state }) => state === "hidden")),
  ).toBe(true)
})

describe("for any company", () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 })

  test("the order of respondents does not matter", () => {
    fc.assert(
      fc.property(seeds, fc.func(fc.integer()), (seed, mix) => {
        const input = company(seed)
        const order = [...input.observations.atom.keys()]
        order.sort((a, b) => mix(a) - mix(b) || b - a)
        const observations = {
          ...input.observations,
          atom: Int32Array.from(order, (person) => input.observations.atom[person] as number),
          items: input.observations.items.map((column) =>
            Int8Array.from(order, (person) => column[person] as number),
          ),
        }
        expect(JSON.stringify(analyse({ ...input, observations }))).toBe(JSON.stringify(analyse(input)))
      }),
      { numRuns: 15 },
    )
  })

  test("the numbering of atoms does not matter", () => {
    fc.assert(
      fc.property(seeds, fc.func(fc.integer()), (seed, mix) => {
        const input = company(seed)
        const order = [...input.atoms.keys()].sort((a, b) => mix(a) - mix(b) || b - a) // order[new] = old
        const number = new Map(order.map((old, at) => [old, at]))
        const renumbered = {
          ...input,
          atoms: order.map((old) => input.atoms[old] as AtomInfo),
          groupings: input.groupings.map((one) => ({
            ...one,
            atoms: one.atoms.map((old) => number.get(old) as number),
          })),
          observations: {
            ...input.observations,
            atom: input.observations.atom.map((old) => number.get(old) as number),
          },
        }
        const { groups, steps } = analyse(input)
        expect(analyse(renumbered)).toMatchObject({ groups, steps })
      }),
      { numRuns: 15 },
    )
  })

  test("turning the scale around turns means, shares and steps around and hides nothing more", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const input = company(seed)
        const items = input.observations.items.map((column) =>
          column.map((answer) => (answer > 0 ? 6 - answer : answer)),
        )
        const straight = analyse(input)
        const turned = analyse({ ...input, observations: { ...input.observations, items } })
        expect(turned.steps.length).toBe(straight.steps.length)
        for (const [at, group] of straight.groups.entries()) {
          for (const [measure, cell] of Object.entries(group.cells)) {
            const other = turned.groups[at]?.cells[measure]
            expect(other?.state).toBe(cell.state)
            if (cell.state !== "shown" || other?.state !== "shown") continue
            // Halves round upwards on either side. What all or nearly all are neutral about has one bound, from below.
            if (cell.bounds?.neutral !== "at-least")
              expect(Math.abs(6 - other.mean - cell.mean)).toBeLessThan(0.1 + 1e-9)
            expect(other.n).toBe(cell.n)
            if (!cell.coded) expect(other.favourable).toBe(cell.unfavourable)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  test("the release is plain JSON: it survives a round trip, without NaN", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = analyse(company(seed))
        expect(JSON.parse(JSON.stringify(release))).toStrictEqual(release)
        expect(JSON.stringify(release)).not.toContain("null,null")
        expect(numbers(release).every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test("told shares add up to 100 and a distribution to its cell", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { cells, distributions } of analyse(company(seed)).groups) {
          for (const [measure, cell] of Object.entries(cells)) {
            if (cell.state !== "shown" || cell.coded) continue
            expect(cell.favourable + cell.neutral + cell.unfavourable).toBe(100)
            const distribution = distributions[measure]
            if (distribution?.state !== "shown") continue
            const [one, two, three, four, five] = distribution.shares
            expect([one + two, three, four + five]).toEqual([
              cell.unfavourable,
              cell.neutral,
              cell.favourable,
            ])
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})

function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value]
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbers) : []
}

test("nothing in a release is an exact mean: every figure is one decimal or whole", () => {
  const release: Release = analyse(company(7))
  const level = 0.95
  for (const value of numbers(release.groups.map(({ cells }) => cells)).filter(
    (number) => number !== level,
  )) {
    expect(Math.abs(value * 10 - Math.round(value * 10))).toBeLessThan(1e-9)
  }
})
