import { momentsOf } from "./deviations.ts"
import type { Interval } from "./fisher-interval.ts"
import { coefficient } from "./pearson.ts"
import { studentProbability, studentQuantile } from "./student-t.ts"

export interface PairedChange {
  n: number
  /** Mean of after less before. */
  change: number
  /** Standard deviation of the differences. */
  deviation: number
  error: number
  df: number
  t: number
  /** Two-sided. */
  p: number
  /** 95%. */
  interval: Interval
  /** Change in standard deviations of the differences: how uniform it is. */
  dz: number
  /** Change in standard deviations of the values, sqrt of the mean of both variances: how large it is. */
  dAv: number | undefined
  /** Correlation of before and after; undefined where Pearson's is. */
  r: number | undefined
}

/**
 * Change of the same people (or units) between two waves: the paired t test (Student 1908) with d_z and d_av (Cumming
 * 2012, Understanding the New Statistics, ch. 11). Complete pairs, the same items, the same cut of the hierarchy.
 * undefined below two pairs and when all differences are equal.
 */
export function pairedChange(before: ArrayLike<number>, after: ArrayLike<number>): PairedChange | undefined {
  const differences = Float64Array.from(before, (value, at) => (after[at] as number) - value)
  const of = momentsOf(differences)
  if (of === null || !of.variance) return undefined
  // Equal differences of larger values differ in their last bits: not a variance.
  const largest = Float64Array.from(before).reduce(
    (most, value, at) => Math.max(most, Math.abs(value), Math.abs(after[at] as number)),
    0,
  )
  if (of.variance <= (8 * Number.EPSILON * largest) ** 2) return undefined
  const deviation = Math.sqrt(of.variance)
  const error = deviation / Math.sqrt(of.n)
  const df = of.n - 1
  const t = of.mean / error
  const half = studentQuantile(0.975, df) * error
  const typical = Math.sqrt(((momentsOf(before)?.variance ?? 0) + (momentsOf(after)?.variance ?? 0)) / 2)
  return {
    ...{ n: of.n, change: of.mean, deviation, error, df, t },
    p: 2 * studentProbability(-Math.abs(t), df),
    interval: { low: of.mean - half, high: of.mean + half },
    dz: of.mean / deviation,
    dAv: typical > 0 ? of.mean / typical : undefined,
    r: coefficient(before, after),
  }
}
