import type { Finding } from "../audit.ts"
import { isolatedPeople } from "../isolated.ts"
import { leastVariance } from "../least-spread.ts"
import { isHandedDown, listMeasures, type Measure } from "../measures.ts"
import type { AnalysisInput, Earlier, Release } from "../release.ts"
import { slightSkewNull, uniformNull } from "../stats/rwg.ts"
import { tally } from "../tally.ts"
import { sharedMeasures, withSharedQuestions } from "../waves-shared.ts"
import { isWithoutBounds, leastTogether } from "./agreement.ts"
import { type CompleteRows, completeRows, spreadIn } from "./complete-rows.ts"
import { leastPeople } from "./consistency.ts"
import { ranked } from "./statistics-of.ts"
import type { Agreement, MeasureStatistics, UnitStatistics } from "./types.ts"

const tiny = 1e-9

/**
 * Looks at what is told, whatever told it: figures of the organization of too few people, or of one that is not told of;
 * a unit's reliability and shrunk mean that say more than its told n and means; agreement where no interval or no
 * distribution is told, of so much that it confines a few, or of units of which a comparison leaves over a few.
 */
export function statisticsFindings(
  release: Release,
  input: AnalysisInput,
  earlier: readonly Earlier[],
): Finding[] {
  const measures = new Map(listMeasures(input.measures, input.observations).map((one) => [one.id, one]))
  const asked = sharedMeasures(input, withSharedQuestions(input, earlier))
  return Object.entries(release.statistics ?? {}).flatMap(([id, told]) => {
    const measure = measures.get(id)
    if (measure === undefined || !isHandedDown(measure) || asked(measure)) return [about(id)]
    return [...ofOrganization(release, input, measure, told), ...ofUnits(release, input, measure, told)]
  })
}

function ofOrganization(
  release: Release,
  input: AnalysisInput,
  measure: Measure,
  told: MeasureStatistics,
): Finding[] {
  const { id } = measure
  const { alpha, omega, icc1, icc2 } = told
  if (!isWithoutBounds(release.groups.find(({ kind }) => kind === "organization")?.cells[id]))
    return [about(id)]
  const { persons, held, members } = tally(measure, input.observations.atom, input.atoms.length)
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
  const complete = sum(persons.map((_, atom) => held[atom * (members + 1) + members] as number))
  const findings: Finding[] = []
  if ((alpha ?? omega) !== null && complete < leastPeople) findings.push(about(id, null, complete))
  if ((icc1 ?? icc2) !== null && sum(persons) < leastPeople) findings.push(about(id, null, sum(persons)))
  const figures = [alpha?.value, alpha?.low, alpha?.high, omega, icc1, icc2]
  if (!figures.every((figure) => isWhole((figure ?? 0) * 100)))
    findings.push(about(id, null, complete, "precision"))
  return findings
}

function ofUnits(
  release: Release,
  input: AnalysisInput,
  measure: Measure,
  told: MeasureStatistics,
): Finding[] {
  const { id } = measure
  const { k } = input.survey
  const rows = completeRows(measure, input.observations.atom, input.atoms.length)
  const groups = new Map(release.groups.map((group) => [group.id, group]))
  const members = new Map(input.groupings.map((grouping) => [grouping.id, grouping.atoms]))
  const whole = release.groups.find(({ kind }) => kind === "organization")?.cells[id]
  const findings: Finding[] = []
  const agreed: (readonly number[])[] = []
  for (const [unit, figures] of Object.entries(told.units)) {
    const group = groups.get(unit)
    const atoms = members.get(unit)
    const cell = group?.cells[id]
    if (atoms === undefined || group?.kind !== "unit" || !isWithoutBounds(cell) || !isWithoutBounds(whole)) {
      findings.push(about(id, unit))
      continue
    }
    if (saysMore(figures, ranked(cell, whole.mean, told.icc1))) findings.push(about(id, unit, cell.n))
    if (figures.agreement === null) continue
    agreed.push(atoms)
    const { n } = spreadIn(rows, atoms)
    const shown = cell.interval !== null && group.distributions[id]?.state === "shown"
    if (!shown || n < leastTogether(k)) findings.push(about(id, unit, n))
    if (confines(figures.agreement, n, rows.items, k)) findings.push(about(id, unit, n, "narrow"))
    if (!isRounded(figures.agreement)) findings.push(about(id, unit, n, "precision"))
  }
  const few = isolatedPeople(agreed, rows.complete, k) + isolatedPeople(agreed, left(rows), k)
  if (few > 0) findings.push(about(id, null, few))
  return findings
}

/** People who answered some of the items: by them the agreement is about fewer than the distribution. */
function left({ any, complete }: CompleteRows): Float64Array {
  return any.map((people, atom) => people - (complete[atom] as number))
}

function saysMore({ reliability, shrunk }: UnitStatistics, told: ReturnType<typeof ranked>): boolean {
  const differs = (one: number | null, other: number | null) =>
    one !== null && (other === null || Math.abs(one - other) > tiny)
  return differs(reliability, told.reliability) || differs(shrunk, told.shrunk)
}

/** Does it leave less than a point of the scale to any k - 1 of the people, at the most spread that it may be rounded from? */
function confines({ uniform, slightSkew, averageDeviation }: Agreement, n: number, items: number, k: number) {
  const least = leastVariance(n, k)
  if (least === undefined || averageDeviation + 0.05 < (k - 1) / n - tiny) return true
  const most = (agreement: number, nothing: number) => {
    const value = Math.max(0, agreement - 0.005)
    return (nothing * items * (1 - value)) / (items - (items - 1) * value)
  }
  return [most(uniform, uniformNull(5)), most(slightSkew, slightSkewNull)].some((v) => v < least - tiny)
}

function isRounded({ uniform, slightSkew, averageDeviation }: Agreement): boolean {
  return [uniform * 100, slightSkew * 100, averageDeviation * 10].every(isWhole)
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6
}

function about(
  measure: string,
  group: string | null = null,
  people = 0,
  code: "statistics" | "narrow" | "precision" = "statistics",
): Finding {
  return { code, group, measure, people }
}
