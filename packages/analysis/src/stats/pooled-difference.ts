import type { Moments } from "./moments.ts"
import { studentProbability, studentQuantile } from "./student-t.ts"
import type { WelchDifference } from "./welch.ts"

/**
 * Student's difference of two independent means with one variance for both, a less b: s² = ((n_a-1)s_a² +
 * (n_b-1)s_b²)/(n_a+n_b-2), SE = s sqrt(1/n_a + 1/n_b), t on n_a+n_b-2 degrees of freedom (Student 1908; Fisher 1925).
 * For comparison with papers; the product reports Welch's, which does not need equal variances (Delacre et al. 2017).
 * undefined without an answer on a side, below three answers in all, and when neither side varies.
 */
export function pooledDifference(a: Moments, b: Moments): WelchDifference | undefined {
  const df = a.n + b.n - 2
  if (df < 1) return undefined
  const variance = ((a.n - 1) * (a.variance ?? 0) + (b.n - 1) * (b.variance ?? 0)) / df
  if (variance === 0) return undefined
  const error = Math.sqrt(variance * (1 / a.n + 1 / b.n))
  const difference = a.mean - b.mean
  const t = difference / error
  const half = studentQuantile(0.975, df) * error
  const p = 2 * studentProbability(-Math.abs(t), df)
  return { difference, error, df, t, p, low: difference - half, high: difference + half }
}
