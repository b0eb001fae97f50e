import { normalQuantile } from "./normal.ts"

/**
 * The smallest |r| that n rows show at the 5% level (two-sided) with the given power, .80 unless told:
 * tanh((z(.975) + z(power)) / sqrt(n - 3)) (Fisher's z; Cohen 1988, Statistical Power Analysis, ch. 3).
 * undefined below four rows.
 */
export function detectableCorrelation(n: number, power = 0.8): number | undefined {
  if (n < 4) return undefined
  return Math.tanh((normalQuantile(0.975) + normalQuantile(power)) / Math.sqrt(n - 3))
}
