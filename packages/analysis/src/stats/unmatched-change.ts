import { meanOfPopulation } from "./finite-population.ts"
import type { Interval } from "./fisher-interval.ts"
import type { Stratum } from "./stratified-mean.ts"
import { studentQuantile } from "./student-t.ts"

export interface UnmatchedChange {
  /** Mean of after less mean of before. */
  change: number
  /** Standard error for the people there were; 0 when all of them answered both times. */
  error: number
  /** 95%. */
  interval: Interval
}

/**
 * Change of a group between two waves whose answers cannot be matched: difference of the means, variance the sum of
 * both means' variances for the people there were (Kish 1965, Survey Sampling, 12.4, with correlation 0: answers of
 * the same people correlate, so the interval is wider than need be), t with Satterthwaite's degrees of freedom.
 * The same items and the same cut of the hierarchy in both waves. The group chosen because it was worst rises by
 * itself (regression to the mean): compare shrunk means there.
 * undefined below two answers in a wave and for more answers than people.
 */
export function unmatchedChange(before: Stratum, after: Stratum): UnmatchedChange | undefined {
  const first = meanOfPopulation(before.group, before.population)
  const second = meanOfPopulation(after.group, after.population)
  if (first === undefined || second === undefined) return undefined
  const change = after.group.mean - before.group.mean
  const variance = first.error ** 2 + second.error ** 2
  if (variance === 0) return { change, error: 0, interval: { low: change, high: change } }
  const df =
    variance ** 2 / (first.error ** 4 / (before.group.n - 1) + second.error ** 4 / (after.group.n - 1))
  const error = Math.sqrt(variance)
  const half = studentQuantile(0.975, df) * error
  return { change, error, interval: { low: change - half, high: change + half } }
}
