import type { Interval } from "./fisher-interval.ts"
import { logGammaRatio } from "./gamma.ts"
import type { Moments } from "./moments.ts"
import { noncentrality } from "./noncentral-t.ts"
import { normalQuantile } from "./normal.ts"

export interface StandardizedDifference {
  /** Hedges's g = J d, without the upward bias of d in small groups. */
  g: number
  /** Cohen's d = (m1 - m2)/s. */
  d: number
  /** J = Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2)). */
  correction: number
  df: number
  /** 95% interval of g and of d: the noncentral t distributions in whose 2.5% tails the observed t lies. */
  interval: Interval
  intervalOfD: Interval
}

/**
 * Difference of two independent means, a less b, in standard deviations, with an exact interval for normal values of
 * equal variance (Hedges & Olkin 1985; Cumming & Finch 2001).
 * `by` "pooled" divides by the pooled standard deviation; "average" by the root of the mean of the two variances, with
 * Satterthwaite's degrees of freedom, for spreads that differ (Delacre et al. 2021).
 * undefined below two values on a side, when neither side varies, and at one degree of freedom, where J is 0.
 */
export function hedgesG(
  a: Moments,
  b: Moments,
  by: "pooled" | "average" = "pooled",
): StandardizedDifference | undefined {
  if (a.variance === null || b.variance === null || a.variance + b.variance === 0) return undefined
  const { variance, error, df } = by === "pooled" ? pooled(a, b) : average(a, b)
  if (df <= 1) return undefined
  const difference = a.mean - b.mean
  const d = difference / Math.sqrt(variance)
  const correction = smallSampleCorrection(df)
  const t = difference / error
  const scale = error / Math.sqrt(variance)
  const low = noncentrality(0.975, t, df) * scale
  const high = noncentrality(0.025, t, df) * scale
  return {
    g: correction * d,
    d,
    correction,
    df,
    interval: { low: correction * low, high: correction * high },
    intervalOfD: { low, high },
  }
}

/**
 * Sampling variance of g, J² ((n1+n2)/(n1 n2) + d²/(2(n1+n2))), and its interval g -+ 1.96 SE (Borenstein et al. 2009,
 * eq. 4.20 and 4.24): what a meta-analysis uses; the interval above is exact.
 */
export function approximateInterval(
  { g, d, correction }: StandardizedDifference,
  n1: number,
  n2: number,
): { variance: number; interval: Interval } {
  const variance = correction ** 2 * ((n1 + n2) / (n1 * n2) + d ** 2 / (2 * (n1 + n2)))
  const half = normalQuantile(0.975) * Math.sqrt(variance)
  return { variance, interval: { low: g - half, high: g + half } }
}

function pooled(a: Moments, b: Moments) {
  const df = a.n + b.n - 2
  const variance = ((a.n - 1) * (a.variance ?? 0) + (b.n - 1) * (b.variance ?? 0)) / df
  return { variance, error: Math.sqrt(variance * (1 / a.n + 1 / b.n)), df }
}

function average(a: Moments, b: Moments) {
  const [ofA, ofB] = [(a.variance ?? 0) / a.n, (b.variance ?? 0) / b.n]
  return {
    variance: ((a.variance ?? 0) + (b.variance ?? 0)) / 2,
    error: Math.sqrt(ofA + ofB),
    df: (ofA + ofB) ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1)),
  }
}

function smallSampleCorrection(df: number): number {
  return Math.exp(logGammaRatio((df - 1) / 2)) / Math.sqrt(df / 2)
}
