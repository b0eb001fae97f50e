import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { analyse } from "../analyse.ts"
import { audit } from "../audit.ts"
import { disclose } from "../disclose.ts"
import { figuresOf } from "../figures.ts"
import { listMeasures, type Measure } from "../measures.ts"
import type { AnalysisInput, Grouping, Release } from "../release.ts"
import { averageDeviation } from "../stats/average-deviation.ts"
import { covarianceMatrix } from "../stats/covariance.ts"
import { alphaInterval, cronbachAlpha } from "../stats/cronbach-alpha.ts"
import { momentsOf } from "../stats/deviations.ts"
import { icc } from "../stats/icc.ts"
import { omegaTotal } from "../stats/omega-total.ts"
import { personScores } from "../stats/person-scores.ts"
import { rwg } from "../stats/rwg.ts"
import { synthetic } from "../synthetic.ts"
import { tally } from "../tally.ts"
import { type AgreementGate, agreementIn } from "./agreement.ts"
import { completeRows, spreadIn } from "./complete-rows.ts"
import { statisticsOf } from "./statistics-of.ts"
import type { Agreement } from "./types.ts"

const company = (seed: number, missing = 0.03, respondents: [number, number] = [6, 40], items = 3) =>
  synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 3, respondents, missing },
    ...{ constructs: 3, items, k: 5 },
  })

const gateOff: AgreementGate = () => () => true

function counted({ measures, observations, atoms }: AnalysisInput) {
  return listMeasures(measures, observations).map((measure) => ({
    measure,
    tally: tally(measure, observations.atom, atoms.length),
  }))
}

function measureOf({ measures, observations }: AnalysisInput, id: string): Measure {
  const found = listMeasures(measures, observations).find((measure) => measure.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found
}

/** A release as it would be without the gate on agreement. */
function withGateOff(input: AnalysisInput): Release {
  const release = analyse(input)
  return { ...release, ...statisticsOf(counted(input), release.groups, input, [], gateOff) }
}

const told = (release: Release, measure: string) => {
  const of = release.statistics?.[measure]
  if (of === undefined) throw new Error(`nothing is told of ${measure}`)
  return of
}

/** Answers of a construct with NaN for what is missing, row by row as the small functions take them. */
function columnsOf({ observations }: AnalysisInput, construct: number, items = 3): Float64Array[] {
  return observations.items
    .slice(construct * items, (construct + 1) * items)
    .map((column) => Float64Array.from(column, (answer) => (answer > 0 ? answer : Number.NaN)))
}

describe("reliability of the measure", () => {
  const input = company(1)
  const release = analyse(input)

  test("a construct's alpha and omega are those of its items over complete rows", () => {
    const { n, matrix } = covarianceMatrix(columnsOf(input, 1))
    const alpha = cronbachAlpha(matrix)?.alpha as number
    const { alpha: shown, omega } = told(release, "c1")
    expect(shown?.value).toBeCloseTo(alpha, 1.99)
    expect(Math.abs((shown?.value ?? 0) - alpha)).toBeLessThan(0.00501)
    expect(Math.abs((omega ?? 0) - (omegaTotal(matrix)?.omega as number))).toBeLessThan(0.00501)
    const interval = alphaInterval(shown?.value ?? 0, n, 3)
    expect(Math.abs((shown?.low ?? 0) - (interval?.low ?? 1))).toBeLessThan(0.00501)
    expect(Math.abs((shown?.high ?? 0) - (interval?.high ?? 1))).toBeLessThan(0.00501)
  })

  test("a composite's are those of its constructs' scores", () => {
    const scores = [0, 1, 2].map((construct) => personScores(columnsOf(input, construct), 2, { missing: 0 }))
    const { matrix } = covarianceMatrix(scores)
    const { alpha, omega } = told(release, "message")
    expect(Math.abs((alpha?.value ?? 0) - (cronbachAlpha(matrix)?.alpha as number))).toBeLessThan(0.00501)
    expect(Math.abs((omega ?? 0) - (omegaTotal(matrix)?.omega as number))).toBeLessThan(0.00501)
  })

  test("ICC(1) and ICC(2) are of atoms of one layer with k scores", () => {
    const scores = personScores(columnsOf(input, 2), 2, { missing: 0 })
    const groups = input.atoms.flatMap(({ kind }, atom) => {
      const inside = scores.filter(
        (score, at) => input.observations.atom[at] === atom && !Number.isNaN(score),
      )
      return kind === "pure" && inside.length >= 5 ? [momentsOf(inside)] : []
    })
    const exact = icc(groups)
    const { icc1, icc2 } = told(release, "c2")
    expect(Math.abs((icc1 ?? 9) - (exact?.icc1 as number))).toBeLessThan(0.00501)
    expect(Math.abs((icc2 ?? 9) - (exact?.icc2 as number))).toBeLessThan(0.00501)
    const all = icc(
      input.atoms.map((_, atom) =>
        momentsOf(scores.filter((s, at) => input.observations.atom[at] === atom && !Number.isNaN(s))),
      ),
    )
    expect(all?.icc1).not.toBeCloseTo(exact?.icc1 as number, 6)
  })

  test("fewer than 50 complete people are told no alpha, a single item has none", () => {
    const few = synthetic({
      ...{ seed: 5, functions: 1, departments: 1, teams: 2, respondents: [5, 6], missing: 0.02 },
      ...{ constructs: 2, items: 3, k: 5 },
    })
    expect(few.observations.atom.length).toBeLessThan(50)
    expect(told(analyse(few), "c0")).toMatchObject({ alpha: null, omega: null, icc1: null, icc2: null })
    expect(told(analyse(company(2, 0.03, [6, 40], 1)), "c0").alpha).toBeNull()
    expect(told(analyse(company(2)), "c0").alpha).not.toBeNull()
  })
})

describe("units", () => {
  const input = company(3, 0.1)
  const release = analyse(input)

  test("reliability and shrunk mean follow from what is told beside them", () => {
    const { icc1, units } = told(release, "c0")
    const cells = new Map(release.groups.map(({ id, cells }) => [id, cells.c0]))
    const whole = cells.get("all")
    if (icc1 === null || whole?.state !== "shown") throw new Error("no ICC to test with")
    expect(Object.keys(units).length).toBeGreaterThan(10)
    for (const [id, { reliability, shrunk }] of Object.entries(units)) {
      const cell = cells.get(id)
      if (cell?.state !== "shown") throw new Error(`${id} is not told`)
      const lambda = (cell.n * icc1) / (1 + (cell.n - 1) * icc1)
      expect(Math.abs((reliability ?? 9) - lambda)).toBeLessThan(0.00501)
      expect(Math.abs((shrunk ?? 9) - (whole.mean + lambda * (cell.mean - whole.mean)))).toBeLessThan(0.0501)
    }
  })

  test("agreement is r_wg(J) and the average deviation of the people who answered every item", () => {
    const columns = columnsOf(input, 1)
    const { units } = told(release, "c1")
    const some = Object.entries(units).filter(([, { agreement }]) => agreement !== null)
    expect(some.length).toBeGreaterThan(5)
    for (const [id, { agreement }] of some) {
      const atoms = new Set(input.groupings.find((grouping) => grouping.id === id)?.atoms)
      const rows = [...input.observations.atom.keys()].filter(
        (at) =>
          atoms.has(input.observations.atom[at] as number) &&
          columns.every((column) => !Number.isNaN(column[at])),
      )
      const items = columns.map((column) => rows.map((at) => column[at] as number))
      const variance = items.reduce((sum, item) => sum + (momentsOf(item)?.variance ?? 0) / 3, 0)
      const away = items.map((item) => {
        const mean = item.reduce((sum, x) => sum + x, 0) / item.length
        return item.reduce((sum, x) => sum + Math.abs(x - mean), 0) / item.length
      })
      expect(Math.abs((agreement?.uniform ?? 9) - (rwg(variance, 2, 3)?.value ?? 0))).toBeLessThan(0.00501)
      expect(Math.abs((agreement?.slightSkew ?? 9) - (rwg(variance, 1.34, 3)?.value ?? 0))).toBeLessThan(
        0.00501,
      )
      expect(Math.abs((agreement?.averageDeviation ?? 9) - away.reduce((a, b) => a + b, 0) / 3)).toBeLessThan(
        0.0501,
      )
    }
  })

  test("summed over atoms, variance and distance are those of the answers to the last digits", () => {
    const columns = columnsOf(input, 1)
    const rows = completeRows(measureOf(input, "c1"), input.observations.atom, input.atoms.length)
    const held = [3, 4, 9]
    const people = [...input.observations.atom.keys()].filter(
      (at) =>
        held.includes(input.observations.atom[at] as number) &&
        columns.every((column) => !Number.isNaN(column[at])),
    )
    const items = columns.map((column) => people.map((at) => column[at] as number))
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const { n, variance, away } = spreadIn(rows, held)
    expect(n).toBe(people.length)
    expect(variance).toBeCloseTo(mean(items.map((item) => momentsOf(item)?.variance ?? 0)), 12)
    expect(away).toBeCloseTo(mean(items.map((item) => averageDeviation(item, "mean") ?? 0)), 12)
  })

  test("nobody is told that a few agree wholly: eleven of one mind are told as spread as the few may lie", () => {
    const counts = Float64Array.of(0, 0, 0, 11, 0)
    const rows = { items: 1, complete: Float64Array.of(11), any: Float64Array.of(11), counts }
    // leastVariance(11, 5) = 4·11/(4·10·7) = .157: 1 - .157/2 = .92; four elevenths of a point, .36.
    expect(agreementIn(rows, [0], 5)).toEqual({ uniform: 0.92, slightSkew: 0.88, averageDeviation: 0.4 })
  })

  test("the order of people changes nothing", () => {
    const { observations } = input
    const turned = (column: Int8Array) => column.toReversed()
    const backwards = {
      ...observations,
      atom: observations.atom.toReversed(),
      items: observations.items.map(turned),
    }
    expect(analyse({ ...input, observations: backwards }).statistics).toEqual(release.statistics)
  })
})

interface SeenUnit {
  n: number
  invited: number
  cell: unknown
  agreement: Agreement | null
}

/** How many sets of answers to one question, told as a construct without its distribution, a unit's told figures allow. */
function possible({ n, invited, cell, agreement }: SeenUnit): number {
  let found = 0
  for (const counts of splits(n, 5)) {
    const answers = Int8Array.from(counts.flatMap((count, at) => new Array<number>(count).fill(at + 1)))
    const measure = { id: "c", kind: "construct" as const, constructs: [[answers]], needed: [1] }
    const figures = figuresOf(tally(measure, new Int32Array(n), 1), [0])
    const told = disclose(figures, "construct", invited, 5, { asked: true, cell: true, distribution: false })
    if (JSON.stringify(told.cell) !== JSON.stringify(cell)) continue
    const persons = Float64Array.of(n)
    const rows = { items: 1, complete: persons, any: persons, counts: Float64Array.from(counts) }
    if (agreement === null || JSON.stringify(agreementIn(rows, [0], 1)) === JSON.stringify(agreement)) found++
  }
  return found
}

function splits(n: number, parts: number): number[][] {
  if (parts === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) => first).flatMap((first) =>
    splits(n - first, parts - 1).map((rest) => [first, ...rest]),
  )
}

/** Atoms as units of their own, so that there are units of five to eight people. */
function smallUnits(seed: number): AnalysisInput {
  const input = synthetic({
    ...{ seed, functions: 4, departments: 2, teams: 3, respondents: [5, 8], missing: 0 },
    ...{ constructs: 1, items: 1, k: 5 },
  })
  const groupings = input.groupings.map((one) =>
    one.kind === "unit-layer" ? { ...one, kind: "unit" as const } : one,
  )
  return { ...input, groupings }
}

/** Units of five to eight people whose answers can be worked out from all that is told of them, though not without the agreement. */
function solvedByAgreement(
  input: AnalysisInput,
  agreementOf: (release: Release, unit: Grouping) => Agreement | null,
) {
  const release = analyse(input)
  return input.groupings.filter((unit) => {
    const group = release.groups.find(({ id }) => id === unit.id)
    const cell = group?.cells.c0
    if (unit.kind !== "unit" || cell?.state !== "shown" || cell.n > 8) return false
    const seen = { n: cell.n, invited: unit.covered, cell }
    const agreement = agreementOf(release, unit)
    return possible({ ...seen, agreement: null }) > 1 && possible({ ...seen, agreement }) === 1
  }).length
}

describe("the gate of agreement", () => {
  test("with it off, mean, shares and agreement spell out the answers of small units; with it on, of none", () => {
    let [on, off] = [0, 0]
    for (const seed of [1, 2, 3]) {
      const input = smallUnits(seed)
      const rows = completeRows(measureOf(input, "c0"), input.observations.atom, input.atoms.length)
      on += solvedByAgreement(input, (release, { id }) => told(release, "c0").units[id]?.agreement ?? null)
      off += solvedByAgreement(input, (_, { atoms }) => agreementIn(rows, atoms, 1))
    }
    expect(off).toBeGreaterThan(2)
    expect(on).toBe(0)
  })

  test("with it off the audit finds units of too few, and parts that a comparison leaves over", () => {
    const input = company(4, 0.05)
    const findings = audit(withGateOff(input), input)
    expect(findings.some(({ code, group }) => code === "statistics" && group !== null)).toBe(true)
    expect(
      findings.some(({ code, group, people }) => code === "statistics" && group === null && people > 0),
    ).toBe(true)
  })

  test("whatever is answered and skipped, the audit finds nothing, and agreement is told of some", () => {
    let agreements = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.integer({ min: 5, max: 30 }),
        (seed, missing, most) => {
          const input = company(seed, missing, [5, most])
          const release = analyse(input)
          expect(audit(release, input)).toEqual([])
          const all = Object.values(release.statistics ?? {}).flatMap(({ units }) => Object.values(units))
          agreements += all.filter(({ agreement }) => agreement !== null).length
        },
      ),
      { numRuns: 40 },
    )
    expect(agreements).toBeGreaterThan(200)
  })

  test("people of one mind stay free to be of several: the audit finds nothing narrow", () => {
    const input = company(6, 0.02)
    for (const column of input.observations.items) {
      for (const [at, answer] of column.entries()) if (answer > 0 && at % 9 > 0) column[at] = 4
    }
    const release = analyse(input)
    expect(audit(release, input)).toEqual([])
    const units = Object.values(told(release, "message").units)
    expect(units.some(({ agreement }) => (agreement?.uniform ?? 0) > 0.9)).toBe(true)
  })
})

describe("the audit of statistics", () => {
  const input = company(7, 0.1)
  const release = analyse(input)
  const changed = (change: (copy: Release) => void) => {
    const copy = structuredClone(release)
    change(copy)
    return audit(copy, input).map(({ code }) => code)
  }

  test("finds figures finer than promised, ranks by more than is told, and agreement that confines a few", () => {
    expect(changed(() => {})).toEqual([])
    const of = (copy: Release) => told(copy, "c0")
    const first = (copy: Release) => {
      const small = copy.groups
        .filter(({ respondents }) => respondents < 70)
        .map(({ id }) => of(copy).units[id])
      const unit = small.find((one) => one !== undefined && one.agreement !== null)
      if (unit?.agreement == null) throw new Error("no agreement to change")
      return { agreement: unit.agreement, unit }
    }
    expect(changed((copy) => Object.assign(of(copy), { icc2: 0.123 }))).toContain("precision")
    expect(changed((copy) => Object.assign(first(copy).unit, { shrunk: 2.05 }))).toContain("statistics")
    expect(changed((copy) => Object.assign(first(copy).agreement, { averageDeviation: 0 }))).toContain(
      "narrow",
    )
    expect(changed((copy) => Object.assign(first(copy).agreement, { uniform: 1 }))).toContain("narrow")
    expect(changed((copy) => Object.assign(first(copy).agreement, { uniform: 0.501 }))).toContain("precision")
  })

  test("finds figures of an organization that are of fewer than 50 people", () => {
    const few = synthetic({
      ...{ seed: 5, functions: 1, departments: 1, teams: 2, respondents: [5, 6], missing: 0.02 },
      ...{ constructs: 2, items: 3, k: 5 },
    })
    const copy = structuredClone(analyse(few))
    expect(audit(copy, few)).toEqual([])
    Object.assign(told(copy, "c0"), { omega: 0.8 })
    Object.assign(told(copy, "c1"), { icc1: 0.1 })
    const found = audit(copy, few).filter(({ code, group }) => code === "statistics" && group === null)
    expect(found.map(({ measure }) => measure)).toEqual(["c0", "c1"])
  })

  test("finds statistics of questions, of groups that are not told, and of an organization that is not", () => {
    expect(changed((copy) => Object.assign(copy.statistics ?? {}, { c0i0: told(copy, "c0") }))).toContain(
      "statistics",
    )
    expect(
      changed((copy) => {
        const [unit] = Object.keys(told(copy, "c0").units)
        const group = copy.groups.find(({ id }) => id === unit)
        Object.assign(group?.cells ?? {}, { c0: { state: "hidden", reason: "too-few" } })
      }),
    ).toContain("statistics")
    expect(
      changed((copy) => {
        const group = copy.groups.find(({ kind }) => kind === "organization")
        Object.assign(group?.cells ?? {}, { c0: { state: "hidden", reason: "too-few" } })
      }),
    ).toContain("statistics")
  })

  test("beside an earlier release of the same questions nothing of this is told, and the audit says so", () => {
    const people = Int32Array.from(
      input.atoms.flatMap(({ invited }, atom) => new Array<number>(invited).fill(atom)),
    )
    const earlier = [{ release, groupings: input.groupings, people }]
    const again = { ...input, people }
    expect(analyse(again, earlier).statistics).toBeUndefined()
    const { statistics } = release
    const codes = audit({ ...analyse(again, earlier), statistics: statistics ?? {} }, again, earlier)
    expect(codes.map(({ code }) => code)).toContain("statistics")
  })
})
