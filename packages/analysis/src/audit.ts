import { attributeFindings } from "./audit-attribute.ts"
import { comparedPeople } from "./audit-compared.ts"
import { confinedByShown } from "./audit-shown.ts"
import { breakFindings } from "./breaks/audit-breaks.ts"
import { weighedAtoms } from "./breaks/whole-test.ts"
import { chiefs, toldWindows } from "./breaks/window-groupings.ts"
import { choiceFindings } from "./choices/audit-choices.ts"
import { manyPeople } from "./coding.ts"
import { figuresOf } from "./figures.ts"
import { isolatedPeople, silentPeople } from "./isolated.ts"
import { leastVariance } from "./least-spread.ts"
import { listMeasures, type Measure } from "./measures.ts"
import type { AnalysisInput, Earlier, Interval, Release, ReleaseGroup } from "./release.ts"
import { statisticsFindings } from "./statistics/audit-statistics.ts"
import { studentQuantile } from "./stats/student-t.ts"
import { type Tally, tally } from "./tally.ts"
import { peopleBetween } from "./waves.ts"
import { afterTable, toldAfterTable as told } from "./waves-attribute.ts"
import { peopleAmongAll } from "./waves-joint.ts"
import { withSharedQuestions } from "./waves-shared.ts"

export interface Finding {
  code:
    | "small-atom" // an atom of 1..k-1 respondents
    | "more-answers-than-people" // an error of the roster
    | "unknown-group" // a shown group that is none of the groupings, so no union of atoms
    | "small-cell" // told of fewer than k persons
    | "isolated" // fewer than k persons whose figure can be solved from what is told
    | "compared" // fewer than k persons left over when a told measure is compared with its told members
    | "earlier" // fewer than k people in whom this release and an earlier one differ
    | "attribute" // a comparison of a table of function × value with other groups leaves over fewer than k people
    | "choices" // a table of options about too few, or one that gives away what hardly anybody or nearly everybody chose
    | "break" // a figure of a break that says more than is told of its group
    | "silent" // people of whom the told n say that none of them answered
    | "one-category" // all answers of a told cell in one category, and not so many that rounding hides the others
    | "small-bin" // a bin of one or two persons among at most 2k
    | "narrow" // a mean, or its interval, that confines any k-1 of its people to less than one point of the scale
    | "statistics" // reliability or agreement told of too few people, or more of it than the told figures allow
    | "precision" // a figure finer than the release promises
  group: string | null
  measure: string | null
  /** How many persons it is about. */
  people: number
}

/**
 * Takes the part of somebody who holds the release and the org chart: is there anything in it that it should not
 * tell? Independent of the gate: it looks only at what is shown. An empty list is the last condition of a close.
 *
 * Why looking at classes is enough: whatever is added to and subtracted from told groups, atoms that are told
 * together everywhere stay together. So when every such class holds k persons, no smaller set can be solved at
 * all; only where one does not, the rank test decides whether it can be.
 */
export function audit(release: Release, given: AnalysisInput, earlier: readonly Earlier[] = []): Finding[] {
  const input = withWindows(given, release)
  const { atoms, observations, groupings, survey } = input
  const members = new Map(groupings.map((grouping) => [grouping.id, grouping.atoms]))
  const findings: Finding[] = []
  for (const atom of atoms) {
    if (atom.respondents > 0 && atom.respondents < survey.k)
      findings.push(about("small-atom", atom.respondents))
    if (atom.respondents > atom.invited) findings.push(about("more-answers-than-people", atom.respondents))
  }
  for (const group of release.groups) {
    if (!members.has(group.id)) findings.push(about("unknown-group", group.respondents, group.id))
  }
  for (const measure of listMeasures(input.measures, observations)) {
    const counted = tally(measure, observations.atom, atoms.length)
    const told = release.groups.filter(
      ({ id, cells, distributions }) =>
        members.has(id) &&
        (cells[measure.id]?.state === "shown" || distributions[measure.id]?.state === "shown"),
    )
    for (const group of told) {
      findings.push(...lookAt(group, measure, counted, members.get(group.id) ?? [], survey.k))
    }
    const weighed = weighedAtoms(release, (id) => id === measure.id).map((atom) => [atom])
    const sets = [...told.map(({ id }) => members.get(id) ?? []), ...weighed]
    const isolated = isolatedPeople(sets, counted.persons, survey.k)
    if (isolated > 0) findings.push(about("isolated", isolated, null, measure.id))
    const left = comparedPeople(release, input, measure, members)
    if (left > 0) findings.push(about("compared", left, null, measure.id))
    const respondents = atoms.map((atom) => atom.respondents)
    const silent = silentPeople(sets, counted.persons, respondents)
    if (silent > 0) findings.push(about("silent", silent, null, measure.id))
  }
  findings.push(...breakFindings(release).map((one) => ({ code: "break" as const, ...one })))
  findings.push(...attributeFindings(release, input, earlier, lookAt))
  findings.push(...choiceFindings(release, input))
  findings.push(...confinedByShown(release, input))
  findings.push(...statisticsFindings(release, input, earlier))
  for (const one of earlier) {
    const nothing = one.unjudgeable === true || afterTable(input, [one])
    const between = nothing ? told(release, input, one) : peopleBetween(release, input, one)
    if (between > 0) findings.push(about("earlier", between))
  }
  const judged = withSharedQuestions(input, earlier).filter(({ unjudgeable }) => !unjudgeable)
  const among = peopleAmongAll(release, input, judged)
  if (among > 0) findings.push(about("earlier", among))
  return findings
}

/** The groups of breaks, made of the atoms that their ids name: not of those that they were told of. */
function withWindows(input: AnalysisInput, { groups }: Release): AnalysisInput {
  if (input.managers === undefined) return input
  const windows = toldWindows(groups, input.atoms, chiefs(input.managers))
  return { ...input, groupings: [...input.groupings, ...windows] }
}

function lookAt(
  {
    id,
    cells,
    distributions,
    covered = 0,
  }: Pick<ReleaseGroup, "id" | "cells" | "distributions"> & { covered?: number },
  measure: Measure,
  counted: Tally,
  atoms: readonly number[],
  k: number,
): Finding[] {
  const figures = figuresOf(counted, atoms)
  const cell = cells[measure.id]
  const distribution = distributions[measure.id]
  const n = figures?.n ?? 0
  const findings: Finding[] = []
  const found = (code: Finding["code"]) => findings.push(about(code, n, id, measure.id))
  if (n < k) found("small-cell")
  if (figures === null) return findings
  const { shares } = figures
  const categories = [shares[0] + shares[1], shares[2], shares[3] + shares[4]]
  if (cell?.state === "shown") {
    const uncoded = cell.bounds?.favourable === undefined && n <= manyPeople
    if (categories.some((share) => share > 1 - 1e-9) && uncoded) found("one-category")
    const { mean: told, bounds = {} } = cell
    const least = bounds.mean === "at-least" ? told : bounds.mean === "at-most" ? 1 : told - 0.05
    const most = bounds.mean === "at-most" ? told : bounds.mean === "at-least" ? 5 : told + 0.05
    if (Math.min(5 - least, most - 1) * n < k - 1 - 1e-6) found("narrow")
    else if (
      cell.interval !== null &&
      variance(cell.interval, n, covered) < (leastVariance(n, k) ?? 0) - 1e-9
    )
      found("narrow")
    const { mean, favourable, neutral, unfavourable, cannotSay, interval } = cell
    const decimals = [mean, interval?.low ?? 0, interval?.high ?? 0].map((value) => value * 10)
    const whole = [favourable, neutral, unfavourable, cannotSay, ...decimals]
    if (!whole.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) found("precision")
  }
  if (distribution?.state === "shown") {
    if (shares.some((share) => share > 1 - 1e-9) && n <= manyPeople) found("one-category")
    const bins = shares.map((share) => share * n)
    if (n <= 2 * k && bins.some((bin) => bin > 1e-9 && bin < 3 - 1e-9)) found("small-bin")
    if (!distribution.shares.every(Number.isInteger)) found("precision")
  }
  return findings
}

/** The most that a told interval lets the variance of the n answers be: its ends are rounded to a tenth. */
function variance({ low, high }: Interval, n: number, invited: number): number {
  const rest = 1 - n / invited
  if (rest <= 0) return Number.POSITIVE_INFINITY
  return (n * (((high - low) / 2 + 0.05) / studentQuantile(0.975, n - 1)) ** 2) / rest
}

function about(
  code: Finding["code"],
  people: number,
  group: string | null = null,
  measure: string | null = null,
) {
  return { code, group, measure, people }
}
