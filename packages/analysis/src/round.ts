/** To one decimal, halves upwards; never -0, which JSON does not know. */
export function toOneDecimal(value: number): number {
  // The nudge is far below any real difference: it makes 3.35, which binary cannot hold, round like a half.
  return Math.round(value * 10 + 1e-9) / 10 + 0
}

/** To two decimals, for reliabilities and agreement. */
export function toTwoDecimals(value: number): number {
  return Math.round(value * 100 + 1e-9) / 100 + 0
}

/**
 * A share of 0..1 as a whole percent, halves to the even one: a share and its complement add up to 100 when both are
 * rounded, so that neither end of a scale is favoured.
 */
export function toPercent(share: number): number {
  const percent = share * 100
  const isHalf = Math.abs(percent - Math.floor(percent) - 0.5) < 1e-9
  return isHalf ? 2 * Math.round(percent / 2) : Math.round(percent)
}

/** A p value to two significant digits. */
export function twoDigits(p: number): number {
  return Number(p.toPrecision(2))
}
