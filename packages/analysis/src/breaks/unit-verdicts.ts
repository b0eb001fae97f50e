import type { AnalysisInput, Cell } from "../release.ts"
import type { Described } from "../steps.ts"
import type { FoundMeasure } from "./find-breaks.ts"
import type { UnitVerdict, Verdict } from "./types.ts"
import { chiefs, unitId } from "./window-groupings.ts"

type Shown = Extract<Cell, { state: "shown" }>

/** Half a standard deviation: what a scan should be able to see. */
const worthSeeing = 0.5

/**
 * A verdict on every unit whose mean is told, the lowest told mean first. It follows from the found breaks and what the release
 * tells of the unit and of the whole, so neither it nor the order says anything else of what was answered. Where nothing was
 * tested everything is too few: what variation is natural is then not known.
 */
export function unitVerdicts(
  { measure, tested, breaks, detectable }: FoundMeasure,
  described: readonly Described[],
  managers: AnalysisInput["managers"],
): UnitVerdict[] {
  const shown = described.flatMap(({ group, grouping: { unit } }) => {
    const cell = group.cells[measure]
    return group.kind === "unit" && unit !== null && cell?.state === "shown" ? [{ unit, group, cell }] : []
  })
  const whole = described.find(({ group }) => group.kind === "organization")?.group.cells[measure]
  const chief = managers === undefined ? new Int32Array() : chiefs(managers)
  const isInside = (unit: number, other: number) => {
    let at = unit
    while (at >= 0 && at !== other) at = chief[at] ?? -1
    return at === other
  }
  shown.sort((a, b) => a.cell.mean - b.cell.mean || a.unit - b.unit)
  return shown.map(({ unit, group, cell }): UnitVerdict => {
    const exact = tested ? detectable.get(unit) : undefined
    // Up, so that half a standard deviation is said only of what could be seen at that.
    const told = exact === undefined ? null : Math.ceil(exact * 10 - 1e-9) / 10
    const near = breaks.some((one) => isInside(one.unit, unit) || isInside(unit, one.unit))
    const verdict = (): Verdict => {
      if (breaks.some((one) => one.unit === unit)) return "break"
      if (tested && !near && isLower(cell, group.covered, whole)) return "lower"
      return told !== null && told <= worthSeeing ? "no-evidence" : "too-few"
    }
    return { unit: unitId(unit), verdict: verdict(), detectable: told }
  })
}

/** Does all that the mean may be, as it is told, lie below the organization's told mean? */
function isLower({ mean, interval, bounds, n }: Shown, invited: number, whole: Cell | undefined): boolean {
  if (whole?.state !== "shown" || whole.bounds?.mean !== undefined || bounds?.mean !== undefined) return false
  // Everybody answered: there is no interval because nothing is left to guess.
  if (interval === null) return n === invited && mean < whole.mean
  return interval.high < whole.mean
}
