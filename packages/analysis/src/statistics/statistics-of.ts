import { figuresOf } from "../figures.ts"
import type { Counted } from "../gate.ts"
import { isHandedDown } from "../measures.ts"
import type { AnalysisInput, Earlier, Grouping, Release, ReleaseGroup } from "../release.ts"
import { toOneDecimal, toTwoDecimals } from "../round.ts"
import { icc } from "../stats/icc.ts"
import { reliability, shrunkMean } from "../stats/reliability.ts"
import { sharedMeasures, withSharedQuestions } from "../waves-shared.ts"
import { agreementGate, agreementIn, isWithoutBounds } from "./agreement.ts"
import { completeRows } from "./complete-rows.ts"
import { consistency, leastPeople } from "./consistency.ts"
import type { MeasureStatistics, UnitStatistics } from "./types.ts"

/** Among fewer atoms the share of variance between them is a guess. */
const leastAtoms = 10

/**
 * What the release says of composites and constructs beside their cells. `groups` are the told ones: nothing is said of a
 * measure that the whole organization is not told of without bounds, or that an earlier release which this one is judged
 * together with asked too (one answer more or less moves these figures more than it moves a rounded mean).
 */
export function statisticsOf(
  counted: readonly Counted[],
  groups: readonly ReleaseGroup[],
  input: AnalysisInput,
  earlier: readonly Earlier[] = [],
  gate = agreementGate,
): Pick<Release, "statistics"> {
  const statistics: Record<string, MeasureStatistics> = {}
  const asked = sharedMeasures(input, withSharedQuestions(input, earlier))
  const whole = groups.find(({ kind }) => kind === "organization")
  const units = unitsOf(groups, input.groupings)
  for (const one of counted) {
    const { id } = one.measure
    const cell = whole?.cells[id]
    if (!isHandedDown(one.measure) || asked(one.measure) || !isWithoutBounds(cell)) continue
    const between = betweenAtoms(one, input)
    const rows = completeRows(one.measure, input.observations.atom, input.atoms.length)
    const agrees = gate(rows, input)
    const told: Record<string, UnitStatistics> = {}
    for (const [group, { atoms }] of units) {
      const of = group.cells[id]
      const distribution = group.distributions[id]
      if (!isWithoutBounds(of) || distribution === undefined) continue
      told[group.id] = {
        ...ranked(of, cell.mean, between.icc1),
        agreement: agrees(atoms, of, distribution) ? agreementIn(rows, atoms, input.survey.k) : null,
      }
    }
    statistics[id] = { ...consistency(one.measure), ...between, units: told }
  }
  return Object.keys(statistics).length === 0 ? {} : { statistics }
}

/** Intraclass correlations of the atoms of one layer in which k people have a score: of fewer nothing is told. Two decimals. */
function betweenAtoms({ tally }: Counted, { atoms, survey: { k } }: AnalysisInput) {
  const each = atoms.flatMap(({ kind }, atom) => {
    const moments = kind === "pure" ? figuresOf(tally, [atom])?.moments : undefined
    return moments === undefined || moments.n < k ? [] : [moments]
  })
  const enough = each.length >= leastAtoms && each.reduce((sum, { n }) => sum + n, 0) >= leastPeople
  const found = enough ? icc(each) : undefined
  const told = (value: number | undefined) => (value === undefined ? null : toTwoDecimals(value))
  return { icc1: told(found?.icc1), icc2: told(found?.icc2) }
}

/** From what is told elsewhere alone: n, the two means as they are rounded, and ICC(1). */
export function ranked({ n, mean }: { n: number; mean: number }, overall: number, icc1: number | null) {
  if (icc1 === null || icc1 <= 0) return { reliability: null, shrunk: null }
  const lambda = reliability(n, icc1)
  return { reliability: toTwoDecimals(lambda), shrunk: toOneDecimal(shrunkMean(mean, lambda, overall)) }
}

function unitsOf(groups: readonly ReleaseGroup[], groupings: readonly Grouping[]) {
  const byId = new Map(groupings.map((grouping) => [grouping.id, grouping]))
  return groups.flatMap((group): [ReleaseGroup, Grouping][] => {
    const grouping = group.kind === "unit" ? byId.get(group.id) : undefined
    return grouping === undefined ? [] : [[group, grouping]]
  })
}
