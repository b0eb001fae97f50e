import { betaQuantile, incompleteBeta } from "./beta.ts"

/**
 * The F distribution with `df1` and `df2` > 0 degrees of freedom: P(F <= f) = I_x(df1/2, df2/2) with
 * x = df1 f / (df1 f + df2) (Abramowitz & Stegun 1964, 26.6.2).
 */

/** P(F > f), which a test reports. */
export function fTail(f: number, df1: number, df2: number): number {
  const all = df1 * f + df2
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * f) / all, df2 / all).upper
}

/** The f with P(F <= f) = p, for 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  // From the smaller of the two shares, so that 1 - x keeps its digits.
  const x = betaQuantile(p, df1 / 2, df2 / 2)
  if (x < 0.5) return ((x / (1 - x)) * df2) / df1
  const y = betaQuantile(1 - p, df2 / 2, df1 / 2)
  return (((1 - y) / y) * df2) / df1
}
