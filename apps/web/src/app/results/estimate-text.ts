import type { Estimate } from "@throughline/analysis"
import { formatShare } from "@throughline/charts"
import { points } from "../format.ts"

const whole = (value: number): string => points(Math.round(value)).replace(/\.0$/, "")

/** "27", "−3": points of percent; of what is told only as a bound "66 or more". */
export const pointsText = ({ value }: Estimate, bound?: "at-least" | "at-most"): string =>
  `${whole(value)}${bound === undefined ? "" : bound === "at-least" ? " or more" : " or less"}`

/** "24 to 31", "−8 to 2". */
export const rangeText = ({ low, high }: Estimate): string => `${whole(low)} to ${whole(high)}`

/** "71%", or as the bound that is all the release tells: "≥ 90%". */
export const estimateText = ({ value }: Estimate, bound?: "at-least" | "at-most"): string =>
  formatShare(value, bound)

/** The same in a table: a number a spreadsheet can use, unless it is only a bound. */
export function pointsCell(estimate: Estimate | null, bound?: "at-least" | "at-most"): string | number {
  if (estimate === null) return ""
  return bound === undefined ? Math.round(estimate.value) : pointsText(estimate, bound)
}

/** In a table: percent as a number a spreadsheet can use, unless it is only a bound. */
export function estimateCell(estimate: Estimate | null, bound?: "at-least" | "at-most"): string | number {
  if (estimate === null) return ""
  return bound === undefined ? Math.round(estimate.value) : formatShare(estimate.value, bound)
}

/** "0.03", "below 0.001": a chance as small as it need be told. */
export const chanceText = (p: number): string => (p < 0.001 ? "below 0.001" : p.toFixed(p < 0.01 ? 3 : 2))
