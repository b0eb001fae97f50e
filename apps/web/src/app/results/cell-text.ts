import type { Interval } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { points, signed } from "../format.ts"
import { cellOf, groupOf, rootOf } from "./release-groups.ts"

export const TOO_FEW = "too few to show"

/** Reasons as the release says them; one that this page does not know yet is told as the commonest. */
const words: Record<string, string> = {
  "too-few": TOO_FEW,
  "not-asked": "not asked here",
  "earlier-survey": "hidden beside an earlier survey",
}

/** Why there is no number. */
export const hiddenText = ({ reason }: { reason: string }): string => words[reason] ?? TOO_FEW

/** Why a whole page has no number: enough may have answered, and an earlier survey of the same people forbids it. */
export function nothingShown(reasons: readonly string[], whose: string, k: number) {
  if (reasons.length === 0 || reasons.some((reason) => reason !== "earlier-survey"))
    return {
      headline: `Too few answered${whose} to show anything`,
      lead: `No group below ${k} is ever shown, so that nobody can be told apart.`,
    }
  return {
    headline: `Hidden${whose}: shown beside an earlier survey it would single somebody out`,
    lead: "Enough people answered. But nearly the same people answered a survey shortly before; whoever compares the two could work out what a few of them said. What that survey showed can still be read under Results.",
  }
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
