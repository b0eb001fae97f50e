/** Which way a figure is only a bound; undefined: it is told as it is. */
export type Bound = "at-least" | "at-most" | undefined

/** Which figures of a cell the release tells only as bounds. */
export interface Bounds {
  mean?: Bound
  favourable?: Bound
  neutral?: Bound
  unfavourable?: Bound
}

const sign = (bound: Bound): string => (bound === undefined ? "" : bound === "at-least" ? "≥ " : "≤ ")

/** "3.4": a mean in scale points, one decimal; "≥ 4.1" where the release tells no more than a bound. */
export const formatMean = (mean: number, bound?: Bound): string => `${sign(bound)}${mean.toFixed(1)}`

/** "+0.2", "−0.6", "0.0": a difference in scale points with a true minus sign. */
export function formatDifference(difference: number): string {
  const rounded = Math.round(difference * 10) / 10
  return rounded === 0 ? "0.0" : `${rounded < 0 ? "−" : "+"}${Math.abs(rounded).toFixed(1)}`
}

/** "−0.8 to −0.4", or "" when there is no interval to print. */
export function formatInterval(low: number | null | undefined, high: number | null | undefined): string {
  return low == null || high == null ? "" : `${formatDifference(low)} to ${formatDifference(high)}`
}

/** "62%", or as the bound that the release tells: "≤ 20%", "≥ 86%". */
export const formatShare = (share: number, bound?: Bound): string => `${sign(bound)}${Math.round(share)}%`

/**
 * A share told in steps of five, and never as nobody or everybody: "45%". Told as 5 it may be as large as 7, told as 95 as
 * small as 93 in whole percent: "≤ 7%", "≥ 93%".
 */
export function formatStep(share: number): string {
  if (share <= 5) return formatShare(7, "at-most")
  return share >= 95 ? formatShare(93, "at-least") : formatShare(share)
}

/** A rate of those who answered, which comes rounded to 5 and coded at its ends: "≤ 10%", "45%", "≥ 90%". */
export function formatRate(rate: number): string {
  if (rate <= 10) return formatShare(10, "at-most")
  return rate >= 90 ? formatShare(90, "at-least") : formatShare(rate)
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

/** ".62", "−.31", "1.00": a correlation with two decimals and a true minus sign. */
export function formatCorrelation(r: number): string {
  const text = Math.abs(r).toFixed(2).replace(/^0/, "")
  return r < 0 && text !== ".00" ? `−${text}` : text
}

/** "95.3", "1,204", "0.038", "12.4 m": any business figure in as few digits as tell it apart. */
export function formatFigure(value: number): string {
  const size = Math.abs(value)
  const sign = value < 0 ? "−" : ""
  if (size >= 1e9) return `${sign}${Number((size / 1e9).toPrecision(3))} bn`
  if (size >= 1e6) return `${sign}${Number((size / 1e6).toPrecision(3))} m`
  if (size >= 1000) return `${sign}${formatCount(Math.round(size))}`
  return `${sign}${Number(size.toPrecision(3))}`
}
