import type { Cell, Interval } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { points, signed } from "../format.ts"
import { cellOf, groupOf, rootOf } from "./release-groups.ts"

export const TOO_FEW = "too few to show"

/** Why there is no number. */
export function hiddenText(cell: Extract<Cell, { state: "hidden" }>): string {
  return cell.reason === "not-asked" ? "not asked here" : TOO_FEW
}

/** A small group's shares at the ends are told only as bounds; "62%", "≤ 10%", "≥ 90%". */
export function shareText(share: number, coded: boolean): string {
  if (coded && share <= 10) return "≤ 10%"
  if (coded && share >= 90) return "≥ 90%"
  return `${share}%`
}

/** A small group's mean near an end of the scale of 1 to 5 is told only as a bound: "≥ 4.8". */
export function meanText(mean: number, coded: boolean): string {
  if (coded && mean >= 4.8) return "≥ 4.8"
  if (coded && mean <= 1.2) return "≤ 1.2"
  return points(mean)
}

export function intervalText(interval: Interval | null): string {
  if (interval === null) return ""
  return interval.kind === "description"
    ? `${signed(interval.low)} to ${signed(interval.high)}`
    : `${points(interval.low)} to ${points(interval.high)}`
}

/** The mean over everybody who is looked at: the middle of every colour scale. */
export function centreOf(release: ViewedRelease, measure: string): number | null {
  const cell = cellOf(groupOf(release, rootOf(release)), measure)
  return cell.state === "shown" ? cell.mean : null
}
