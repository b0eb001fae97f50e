import { normalQuantile } from "./normal.ts"

/**
 * The smallest |r| that n rows show at the level alpha (two-sided, .05 unless told) with the given power, .80 unless
 * told: tanh((z(1 - alpha/2) + z(power)) / sqrt(n - 3)) (Fisher's z; Cohen 1988, Statistical Power Analysis, ch. 3).
 * With m tests of one family alpha is .05/m, which the smallest p must reach by Holm's order (Bonferroni's level).
 * undefined below four rows.
 */
export function detectableCorrelation(n: number, power = 0.8, alpha = 0.05): number | undefined {
  if (n < 4) return undefined
  return Math.tanh((normalQuantile(1 - alpha / 2) + normalQuantile(power)) / Math.sqrt(n - 3))
}
