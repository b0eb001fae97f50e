/**
 * Agreement within a group, r_wg = 1 - s²/sigma_E² (James, Demaree & Wolf 1984, Journal of Applied Psychology 69): how
 * far the answers spread compared with people who answer at random (the null).
 * Of several items of one construct r_wg(J) = J r / (J r + s²/sigma_E²) with r from the mean of the item variances; it
 * grows with the number of items at equal agreement, so only groups asked the same items are compared.
 *
 * A null that spreads evenly flatters, because people lean to the good end of a scale: report a skewed null beside it
 * (LeBreton & Senter 2008, Organizational Research Methods 11). A mean near an end forces a high value. Bands: .51-.70
 * moderate, .71-.90 strong, above .90 very strong. From five answers on.
 */
export interface Agreement {
  /** 0 when the answers spread more than the null. */
  value: number
  /** May be negative: people of opposite opinions. Of several items it is Lindell's r*_wg(J) (Lindell, Brandt & Whitney 1999). */
  raw: number
}

/** The null of `options` answers equally likely: (A² - 1)/12. */
export function uniformNull(options: number): number {
  return (options * options - 1) / 12
}

/** Nulls of five answers that lean to one end (LeBreton & Senter 2008, table 2). */
export const slightSkewNull = 1.34
export const moderateSkewNull = 0.9

/** From the variance (n - 1) of one item's answers, or the mean variance of `items`; undefined where there is no variance. */
export function rwg(
  variance: number | null | undefined,
  nullVariance: number,
  items = 1,
): Agreement | undefined {
  if (variance === null || variance === undefined || !(nullVariance > 0)) return undefined
  const ratio = variance / nullVariance
  const raw = 1 - ratio
  return { value: raw <= 0 ? 0 : (items * raw) / (items * raw + ratio), raw }
}
