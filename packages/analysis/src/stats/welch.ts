import type { Moments } from "./moments.ts"
import { studentProbability, studentQuantile } from "./student-t.ts"

export interface WelchDifference {
  difference: number
  error: number
  /** Satterthwaite's degrees of freedom. */
  df: number
  t: number
  /** Two-sided. */
  p: number
  low: number
  high: number
}

/**
 * Difference of two independent means, a less b, with a 95% interval that does not assume equal variances
 * (Welch 1947, Biometrika 34; Satterthwaite 1946):
 * SE² = s_a²/n_a + s_b²/n_b, df = SE⁴ / ((s_a²/n_a)²/(n_a-1) + (s_b²/n_b)²/(n_b-1)).
 * undefined below two values on a side, or when neither side varies.
 */
export function welchDifference(a: Moments, b: Moments): WelchDifference | undefined {
  if (a.variance === null || b.variance === null) return undefined
  const ofA = a.variance / a.n
  const ofB = b.variance / b.n
  if (ofA + ofB === 0) return undefined
  const error = Math.sqrt(ofA + ofB)
  const df = (ofA + ofB) ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1))
  const difference = a.mean - b.mean
  const t = difference / error
  const half = studentQuantile(0.975, df) * error
  const p = 2 * studentProbability(-Math.abs(t), df)
  return { difference, error, df, t, p, low: difference - half, high: difference + half }
}
