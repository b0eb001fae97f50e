/** Count, mean and variance of a group's values. */
export interface Moments {
  n: number
  mean: number
  /** With n - 1; null below two values. */
  variance: number | null
}

/**
 * Moments from a count, a sum and a sum of squares of *whole* numbers in units of 1/`unit`, null without values.
 *
 * Whole sums below 2^53 are exact, so groups are merged by adding, in any order, and the cancellation that
 * makes the textbook formula unsafe for floating-point data (Chan, Golub & LeVeque 1983) cannot arise before
 * the one subtraction here, whose rounding stays below 1e-15 of the squares.
 */
export function moments(n: number, sum: number, squares: number, unit: number): Moments | null {
  if (n < 1) return null
  const about = Math.max(0, squares - (sum * sum) / n)
  return { n, mean: sum / n / unit, variance: n < 2 ? null : about / (n - 1) / (unit * unit) }
}
