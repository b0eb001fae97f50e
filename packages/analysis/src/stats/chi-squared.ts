import { incompleteGamma } from "./gamma.ts"

/**
 * The chi-squared distribution with `df` > 0 degrees of freedom: P(X <= x) = P(df/2, x/2), the regularized
 * incomplete gamma function (Abramowitz & Stegun 1964, 26.4.19).
 */

/** P(X <= x). */
export function chiSquaredProbability(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower
}

/** P(X > x), which a test reports: not one minus the other, so that small p values keep their digits. */
export function chiSquaredTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper
}
