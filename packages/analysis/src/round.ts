/** To one decimal, halves upwards; never -0, which JSON does not know. */
export function toOneDecimal(value: number): number {
  // The nudge is far below any real difference: it makes 3.35, which binary cannot hold, round like a half.
  return Math.round(value * 10 + 1e-9) / 10 + 0
}

/** To two decimals, for reliabilities and agreement. */
export function toTwoDecimals(value: number): number {
  return Math.round(value * 100 + 1e-9) / 100 + 0
}

/** A share of 0..1 as a whole percent. */
export function toPercent(share: number): number {
  return Math.round(share * 100 + 1e-9) + 0
}

/** A p value to two significant digits. */
export function twoDigits(p: number): number {
  return Number(p.toPrecision(2))
}
