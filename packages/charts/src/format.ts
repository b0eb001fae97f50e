/** "3.4": a mean in scale points, one decimal; near an end of the scale a small group's is coded: "≥ 4.8". */
export function formatMean(mean: number, coded = false): string {
  if (coded && mean >= 4.8) return "≥ 4.8"
  if (coded && mean <= 1.2) return "≤ 1.2"
  return mean.toFixed(1)
}

/** "+0.2", "−0.6", "0.0": a difference in scale points with a true minus sign. */
export function formatDifference(difference: number): string {
  const rounded = Math.round(difference * 10) / 10
  return rounded === 0 ? "0.0" : `${rounded < 0 ? "−" : "+"}${Math.abs(rounded).toFixed(1)}`
}

/** "−0.8 to −0.4", or "" when there is no interval to print. */
export function formatInterval(low: number | null | undefined, high: number | null | undefined): string {
  return low == null || high == null ? "" : `${formatDifference(low)} to ${formatDifference(high)}`
}

/** "62%"; a group too small for exact shares has them coded, and the words must say so: "≤ 10%", "≥ 90%". */
export function formatShare(share: number, coded = false): string {
  if (coded && share <= 10) return "≤ 10%"
  if (coded && share >= 90) return "≥ 90%"
  return `${Math.round(share)}%`
}

/** "1,204": a count with thousands separated, the same in every browser. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",")

/** The sentence for nearly anything a release does not show. */
export const tooFew = "too few to show"

/** Why a figure is not shown; "too-few" when left out. */
export type HiddenReason = "too-few" | "not-asked" | "earlier-survey"

export const hiddenWords = (reason: HiddenReason = "too-few"): string =>
  ({
    "too-few": tooFew,
    "not-asked": "not asked",
    "earlier-survey": "hidden beside an earlier survey",
  })[reason]
