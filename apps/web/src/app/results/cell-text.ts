import type { Bounds, Cell, Interval } from "@throughline/analysis"
import { formatMean, formatShare } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import type { CsvCell } from "../csv.ts"
import { points, signed } from "../format.ts"
import { cellOf, groupOf, rootOf } from "./release-groups.ts"

export type ShownCell = Extract<Cell, { state: "shown" }>

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

/** "3.4", or "≥ 4.1" where the release tells no more than a bound. */
export const meanText = ({ mean, bounds }: ShownCell): string => formatMean(mean, bounds?.mean)

/** "62%", or "≤ 20%" where the release tells no more than a bound. */
export const shareText = (
  cell: ShownCell,
  name: "favourable" | "neutral" | "unfavourable" | "cannotSay",
): string => formatShare(cell[name], cell.bounds?.[name])

/** In a table: a number that a spreadsheet can use, unless the figure is only a bound or hidden. */
export function meanCell(cell: Cell): CsvCell {
  if (cell.state === "hidden") return hiddenText(cell)
  return cell.bounds?.mean === undefined ? cell.mean : meanText(cell)
}

export function intervalText(interval: Interval | null): string {
  if (interval === null) return ""
  return interval.kind === "description"
    ? `${signed(interval.low)} to ${signed(interval.high)}`
    : `${points(interval.low)} to ${points(interval.high)}`
}

/** The mean over everybody who is looked at, the middle of every colour scale; it may itself be only a bound. */
export function centreOf(
  release: ViewedRelease,
  measure: string,
): { mean: number; bound: Bounds["mean"] } | null {
  const cell = cellOf(groupOf(release, rootOf(release)), measure)
  return cell.state === "shown" ? { mean: cell.mean, bound: cell.bounds?.mean } : null
}
