import type { Gate } from "../gate.ts"
import type { AnalysisInput, Cell, Grouping } from "../release.ts"
import { toOneDecimal, twoDigits } from "../round.ts"
import { alarm } from "../scan/min-p.ts"
import type { Described } from "../steps.ts"
import type { Tally } from "../tally.ts"
import type { FoundBreak, FoundMeasure } from "./find-breaks.ts"
import { gapInTold } from "./gap-in-told.ts"
import type { BreakFinding, Breaks, JudgedMeasure } from "./types.ts"
import { unitVerdicts } from "./unit-verdicts.ts"
import { wholeTest } from "./whole-test.ts"
import { chiefs, elsewhereId, unitId, windowGroupings, windowId } from "./window-groupings.ts"

/**
 * The groups that the found breaks are told of, beside those that are there anyway: of each its people, unless they are
 * just its unit's, and the same layers elsewhere. They are judged like any other group but have no say in which atoms a
 * question must pool, so that nothing else is hidden or shown because of what was answered.
 */
export function breakGroupings({ breaks, managers, atoms, groupings }: AnalysisInput): Grouping[] {
  if (managers === undefined) return []
  const chief = chiefs(managers)
  const added = new Map<string, Grouping>()
  for (const place of (breaks?.measures ?? []).flatMap((measure) => measure.breaks)) {
    const { inside, elsewhere } = windowGroupings(place, atoms, chief)
    if (!isUnit(groupings, inside)) added.set(inside.id, inside)
    if (elsewhere !== undefined) added.set(elsewhere.id, elsewhere)
  }
  // By id: the order in which they were found would say which is surer.
  return [...added.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isUnit(groupings: readonly Grouping[], { unit, atoms }: Grouping): boolean {
  const own = new Set(groupings.find((one) => one.kind === "unit" && one.unit === unit)?.atoms)
  return own.size === atoms.length && atoms.every((atom) => own.has(atom))
}

/** What of the found breaks may be told beside the groups as they are told. undefined: none were looked for. */
export function tellBreaks(
  input: AnalysisInput,
  described: readonly Described[],
  tallyOf: (measure: string) => Tally | undefined,
  gates: (measure: string) => Gate,
): Breaks | undefined {
  const { breaks: found } = input
  const [primary] = found?.measures ?? []
  if (found === undefined || primary === undefined) return undefined
  const groups = new Map(described.map((one) => [one.group.id, one]))
  const findings = found.measures.flatMap(({ measure, breaks }) =>
    breaks.map((one) => finding(measure, one, groups)),
  )
  // By what is told, so that the order tells nothing more.
  findings.sort(
    (a, b) =>
      a.p - b.p ||
      Number(b.measure === primary.measure) - Number(a.measure === primary.measure) ||
      a.shift - b.shift ||
      (a.id < b.id ? -1 : 1),
  )
  const tally = primary.tested ? tallyOf(primary.measure) : undefined
  const { cell } = gates(primary.measure)
  return {
    ...{ seed: found.seed, replicates: found.replicates },
    measures: found.measures.map((one) => judged(one, findings)),
    findings,
    units: unitVerdicts(primary, described, input.managers),
    whole: tally === undefined ? null : wholeTest(input, primary.measure, tally, cell),
  }
}

function finding(measure: string, found: FoundBreak, groups: ReadonlyMap<string, Described>): BreakFinding {
  const { unit, name, fromLayer, deepestLayer, between, orIn, shift, shrunk, p } = found
  const own = groups.get(windowId(found)) ?? groups.get(unitId(unit))
  const rest = groups.get(elsewhereId(found))
  const [cell, other] = [shown(own, measure), shown(rest, measure)]
  const coarse = cell === undefined || cell.bounds?.mean !== undefined
  const half = toHalf(shift)
  // Of the shift as it is told: a second figure in halves would say where between two halves the first one lies, and past 1.5.
  const size = coarse
    ? { shift: half, shrunk: toHalf((half * shrunk) / shift) }
    : { shift: toOneDecimal(shift), shrunk: toOneDecimal(shrunk) }
  // With the standard error, which follows from numbers of people, p would give the shift back.
  const rare = coarse ? alarm : twoDigits(p)
  return {
    ...{ id: `${measure}@${windowId(found)}`, measure, unit: unitId(unit), name },
    ...{ fromLayer, deepestLayer, between },
    orIn: orIn.map((one) => ({ unit: unitId(one.unit), name: one.name })),
    group: cell === undefined ? null : (own?.group.id ?? null),
    elsewhere: other === undefined ? null : (rest?.group.id ?? null),
    n: cell?.n ?? null,
    gap: gapInTold(measure, found, own, rest, groups),
    ...{ ...size, ...(coarse ? { coarse } : {}), p: rare },
  }
}

/** A cell that is told, of a group of the release. */
function shown(one: Described | undefined, measure: string): Extract<Cell, { state: "shown" }> | undefined {
  const cell = one?.group.cells[measure]
  return cell?.state === "shown" ? cell : undefined
}

function judged(
  { measure, primary, tested, atoms, handedDown, own, p, breaks }: FoundMeasure,
  findings: readonly BreakFinding[],
): JudgedMeasure {
  // The smallest p is the first break's: where that one's is not told as it is, neither is this.
  const [first] = breaks
  const of = findings.find(({ id }) => first !== undefined && id === `${measure}@${windowId(first)}`)
  const least = of?.coarse ? of.p : p
  return {
    ...{ measure, primary, tested, atoms },
    ...{ handedDown: Math.round(handedDown * 100) / 100, own: Math.round(own * 100) / 100 },
    p: least === undefined ? null : twoDigits(least),
  }
}

/** A shift of people whose mean is a bound, or is not told: in halves and at most 1.5, so that it does not tell the mean. */
function toHalf(shift: number): number {
  return -Math.min(1.5, Math.max(0.5, Math.floor(-shift * 2) / 2))
}
