import { analyse, audit, type Release } from "@throughline/analysis"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { assemble } from "../../packages/analysis/src/assemble.ts"
import type { GateMaker } from "../../packages/analysis/src/gate.ts"
import { singledOut } from "./isolate.ts"
import {
  asEarlier,
  type MadeUpSurvey,
  madeUp,
  randomCompany,
  seededRandom,
  someTimeLater,
} from "./random-company.ts"

/** The gate switched off: a group is shown when k in it answered, as most products do. */
const threshold: GateMaker = (counted, { survey }) => {
  const tallies = new Map(counted.map(({ measure, tally }) => [measure.id, tally]))
  return (id) => {
    const enough = (atoms: readonly number[]) =>
      atoms.reduce((sum, atom) => sum + (tallies.get(id)?.persons[atom] ?? 0), 0) >= survey.k
    return { cell: enough, distribution: enough }
  }
}

const shape = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  people: fc.integer({ min: 20, max: 400 }),
  k: fc.constantFrom(5, 5, 8),
  response: fc.double({ min: 0.3, max: 1, noNaN: true }),
  missing: fc.double({ min: 0, max: 0.5, noNaN: true }),
  change: fc.constantFrom(0, 0.005, 0.02, 0.1),
})
type Shape = typeof shape extends fc.Arbitrary<infer One> ? One : never

function survey({ seed, people, ...options }: Shape): MadeUpSurvey | null {
  const random = seededRandom(seed)
  return madeUp(random, randomCompany(random, people), { id: "first", ...options })
}

/** The same company again, and once more: some have left, come, moved. */
function waves({ seed, people, change, ...options }: Shape, count: number): MadeUpSurvey[] | null {
  const random = seededRandom(seed)
  let company = randomCompany(random, people)
  const made = Array.from({ length: count }, (_, at) => {
    if (at > 0) company = someTimeLater(random, company, change)
    return madeUp(random, company, { id: `wave ${at}`, ...options })
  })
  return made.every((one) => one !== null) ? made : null
}

/** Of people by where they were both times: what can be solved from both releases together, if all had answered the same. */
function solvedBetween(a: MadeUpSurvey, told: Release, b: MadeUpSurvey, later: Release, k: number): number {
  const places = new Map<string, { of: [number, number]; people: number }>()
  for (let person = 0; person < b.input.people.length; person++) {
    const of: [number, number] = [a.input.people[person] ?? -1, b.input.people[person] ?? -1]
    const place = places.get(of.join()) ?? { of, people: 0 }
    place.people++
    places.set(of.join(), place)
  }
  const list = [...places.values()]
  const setsOf = (release: Release, { input }: MadeUpSurvey, wave: 0 | 1) =>
    release.groups
      .filter(
        ({ id, cells }) =>
          Object.values(cells).some((cell) => cell.state === "shown") ||
          release.choices?.some((table) => table.groups.some(({ group }) => group === id)),
      )
      .map(({ id }) => {
        const atoms = new Set(input.groupings.find((one) => one.id === id)?.atoms)
        return new Set([...list.keys()].filter((at) => atoms.has(list[at]?.of[wave] ?? -1)))
      })
  return singledOut(
    [...setsOf(told, a, 0), ...setsOf(later, b, 1)],
    list.map(({ people }) => people),
    k,
  )
}

describe("companies drawn at random, of 20 to 400 people", () => {
  test("the audit finds nothing in what the gate lets out, and isolated people with the gate off", () => {
    let withGateOff = 0
    fc.assert(
      fc.property(shape, (drawn) => {
        const made = survey(drawn)
        if (made === null) return
        expect(audit(analyse(made.input), made.input)).toEqual([])
        const findings = audit(assemble(made.input, threshold), made.input)
        for (const { code, people } of findings) if (code === "isolated") withGateOff += people
      }),
      { numRuns: 60 },
    )
    expect(withGateOff).toBeGreaterThan(0)
  })

  test("neither the order of people nor the numbers of groups change what is told", () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const two = waves(drawn, 2)
        if (two === null) return
        const [first, second] = two as [MadeUpSurvey, MadeUpSurvey]
        const earlier = asEarlier(analyse(first.input), first.input)
        const { groups, steps, choices } = analyse(second.input, [earlier])
        const turned = reversed(second)
        const people = Int32Array.from([...earlier.people].reverse())
        const again = analyse(turned.input, [{ ...earlier, people: padded(people, turned, earlier.people) }])
        const byId = (one: typeof groups) => one.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(again.groups)).toEqual(byId(groups))
        expect(again.steps).toHaveLength(steps.length)
        expect(inOrder(again.choices)).toEqual(inOrder(choices))
      }),
      { numRuns: 30 },
    )
  })
})

const inOrder = (choices: Release["choices"] = []) =>
  choices.map((table) => ({
    ...table,
    groups: table.groups.toSorted((a, b) => (a.group < b.group ? -1 : 1)),
  }))

/** Persons and atoms numbered the other way round. */
function reversed({ input, chart }: MadeUpSurvey): MadeUpSurvey {
  const last = input.atoms.length - 1
  const turn = (atom: number) => (atom < 0 ? -1 : last - atom)
  const { observations } = input
  return {
    chart,
    input: {
      ...input,
      atoms: input.atoms.toReversed(),
      groupings: input.groupings.map((one) => ({ ...one, atoms: one.atoms.map(turn).reverse() })).reverse(),
      observations: {
        ...observations,
        atom: observations.atom.map(turn).reverse(),
        items: observations.items.map((column) => column.slice().reverse()),
      },
      choices: input.choices.map((one) => ({
        ...one,
        chosen: one.chosen.map((column) => column.slice().reverse()),
      })),
      people: input.people.map(turn).reverse(),
    },
  }
}

/** The earlier survey's people in the numbering of a company to which some have come since. */
function padded(people: Int32Array, { input }: MadeUpSurvey, before: Int32Array): Int32Array {
  const all = new Int32Array(input.people.length).fill(-1)
  all.set(people, input.people.length - before.length)
  return all
}

describe("two and three surveys of the same people", () => {
  test("nobody who came, went or moved can be worked out from two releases; without the earlier one they can", () => {
    let careless = 0
    fc.assert(
      fc.property(shape, (drawn) => {
        const two = waves(drawn, 2)
        if (two === null) return
        const [a, b] = two as [MadeUpSurvey, MadeUpSurvey]
        const told = analyse(a.input)
        const earlier = [asEarlier(told, a.input)]
        const later = analyse(b.input, earlier)
        expect(audit(later, b.input, earlier)).toEqual([])
        expect(solvedBetween(a, told, b, later, drawn.k)).toBe(0)
        const alone = analyse(b.input)
        const found = audit(alone, b.input, earlier)
        careless += found.length
        if (solvedBetween(a, told, b, alone, drawn.k) > 0) expect(found).not.toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(careless).toBeGreaterThan(0)
  })

  test("a third one is judged with both before it", () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const three = waves(drawn, 3)
        if (three === null) return
        const [a, b, c] = three as [MadeUpSurvey, MadeUpSurvey, MadeUpSurvey]
        const first = asEarlier(analyse(a.input), a.input)
        const second = asEarlier(analyse(b.input, [first]), b.input)
        const third = analyse(c.input, [first, second])
        expect(audit(third, c.input, [first, second])).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test("the same people asked again are told everything again", () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const two = waves({ ...drawn, change: 0, missing: 0, response: 1 }, 2)
        if (two === null) return
        const [a, b] = two as [MadeUpSurvey, MadeUpSurvey]
        const [told, alone] = [analyse(a.input), analyse(b.input)]
        const again = analyse(b.input, [asEarlier(told, a.input)])
        expect([again.groups, again.choices]).toEqual([alone.groups, alone.choices])
      }),
      { numRuns: 20 },
    )
  })

  test("questions that were not asked before are not held back", () => {
    const [a, b] = waves({ seed: 7, people: 120, k: 5, response: 0.9, missing: 0, change: 0.02 }, 2) as [
      MadeUpSurvey,
      MadeUpSurvey,
    ]
    const told = structuredClone(analyse(a.input))
    const shown = (release: Release) =>
      release.groups.flatMap(({ cells }) => Object.values(cells)).filter(({ state }) => state === "shown")
        .length + (release.choices ?? []).reduce((sum, { groups }) => sum + groups.length, 0)
    const alone = shown(analyse(b.input))
    expect(shown(analyse(b.input, [asEarlier(told, a.input)]))).toBeLessThan(alone)
    for (const construct of told.measures.constructs) {
      construct.id = `old-${construct.id}`
      for (const item of construct.items)
        Object.assign(item, { id: `old-${item.id}`, text: `Old ${item.text}` })
    }
    // The items are new ones; what people show, and which options they chose, was asked before.
    expect(shown(analyse(b.input, [asEarlier(told, a.input)]))).toBeLessThan(alone)
    for (const objective of told.measures.objectives ?? []) {
      objective.id = `old-${objective.id}`
      objective.columns = objective.columns.map((id) => `old-${id}`)
    }
    for (const table of told.choices ?? []) table.id = `old-${table.id}`
    expect(shown(analyse(b.input, [asEarlier(told, a.input)]))).toBe(alone)
  })
})

test("a team of twelve is told while one is silent, and only with its neighbours when all of it has answered", () => {
  const made = survey({ seed: 11, people: 200, k: 5, response: 0.8, missing: 0, change: 0 }) as MadeUpSurvey
  const told = (invited: (atom: number) => number) => {
    const { atoms } = made.input
    const input = { ...made.input, atoms: atoms.map((one, at) => ({ ...one, invited: invited(at) })) }
    const cells = analyse(input).groups.flatMap(({ id, cells }) => (cells.a1?.state === "shown" ? [id] : []))
    return input.groupings.filter(({ id, atoms }) => atoms.length === 1 && cells.includes(id))
  }
  const respondents = (atom: number) => made.input.atoms[atom]?.respondents ?? 0
  const small = ({ atoms }: { atoms: number[] }) => respondents(atoms[0] as number) < 20
  expect(told((atom) => respondents(atom) + 1).filter(small).length).toBeGreaterThan(0)
  expect(told(respondents).filter(small)).toEqual([])
})
