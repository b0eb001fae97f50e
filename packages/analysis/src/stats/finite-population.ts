import type { Moments } from "./moments.ts"
import { studentQuantile } from "./student-t.ts"

export interface MeanOfPopulation {
  /** Standard error of the mean for the people there are; 0 when all of them answered. */
  error: number
  low: number
  high: number
}

/**
 * The mean of the `population` people there are, when `n` of them answered as if drawn without replacement:
 * SE = s/sqrt(n) * sqrt(1 - n/N), mean -+ t(.975, n-1) SE (Cochran 1977, Sampling Techniques, 2.6 and 2.8).
 * Refused (undefined) for more answers than people, which is an error of the roster, and below two answers.
 */
export function meanOfPopulation(group: Moments, population: number): MeanOfPopulation | undefined {
  if (group.n > population || group.variance === null) return undefined
  const error = Math.sqrt((group.variance / group.n) * (1 - group.n / population))
  const half = error === 0 ? 0 : studentQuantile(0.975, group.n - 1) * error
  return { error, low: group.mean - half, high: group.mean + half }
}
