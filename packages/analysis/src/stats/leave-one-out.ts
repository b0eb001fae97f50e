import { coefficient } from "./pearson.ts"

export interface LeaveOneOutRange {
  low: number
  high: number
  /** One row alone decides the sign, or whether there is a correlation at all: no claim. */
  fragile: boolean
}

/**
 * The range of Pearson's correlation when each row in turn is left out (Hampel et al. 1986 on the influence of single
 * rows). undefined below four rows and when a side does not vary; a row without which a side would not vary makes
 * the correlation fragile. For ranks give mid-ranks.
 */
export function leaveOneOutRange(x: ArrayLike<number>, y: ArrayLike<number>): LeaveOneOutRange | undefined {
  const whole = coefficient(x, y)
  if (whole === undefined || x.length < 4) return undefined
  const without = (values: ArrayLike<number>, row: number) => Array.from(values).toSpliced(row, 1)
  const all = Array.from({ length: x.length }, (_, row) => coefficient(without(x, row), without(y, row)))
  const known = all.filter((r) => r !== undefined)
  const fragile = known.length < all.length || known.some((r) => Math.sign(r) !== Math.sign(whole))
  return { low: Math.min(...known), high: Math.max(...known), fragile }
}
