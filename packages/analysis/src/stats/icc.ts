import { fTail } from "./f-distribution.ts"
import type { Moments } from "./moments.ts"

export interface Icc {
  groups: number
  n: number
  meanSquareBetween: number
  meanSquareWithin: number
  df1: number
  df2: number
  /** Group size for groups of unequal size, (N - sum of n²/N)/(G - 1), and their arithmetic mean. */
  n0: number
  meanSize: number
  /** ICC(1) with n0: share of the variance that lies between groups; may be negative. undefined when nothing varies. */
  icc1: number | undefined
  /** ICC(1) with the mean size, for comparison with papers. */
  icc1MeanSize: number | undefined
  /** ICC(2): reliability of the groups' means; undefined when the means do not differ. */
  icc2: number | undefined
  /** F test of no difference between groups; undefined when nothing varies within groups. */
  f: number | undefined
  p: number | undefined
  /** Share of the sum of squares between groups; undefined when nothing varies. */
  etaSquared: number | undefined
}

/**
 * Intraclass correlations from a one-way analysis of variance: ICC(1) = (MSB - MSW)/(MSB + (n0 - 1) MSW),
 * ICC(2) = (MSB - MSW)/MSB (Bliese 2000, in Klein & Kozlowski; n0: Snedecor & Cochran 1980). ICC(1) of .05 to .20 is
 * ordinary. Groups without answers are left out.
 * undefined below two groups and when no group has two people.
 */
export function icc(groups: readonly (Moments | null)[]): Icc | undefined {
  const filled = groups.filter((group) => group !== null)
  let [n, sum, squaredSizes] = [0, 0, 0]
  for (const group of filled) {
    n += group.n
    sum += group.n * group.mean
    squaredSizes += group.n * group.n
  }
  const df1 = filled.length - 1
  const df2 = n - filled.length
  if (df1 < 1 || df2 < 1) return undefined
  const grand = sum / n
  let [between, within] = [0, 0]
  for (const group of filled) {
    between += group.n * (group.mean - grand) ** 2
    within += (group.n - 1) * (group.variance ?? 0)
  }
  // What rounding leaves of means that are equal is not a difference.
  if (between <= n * (8 * Number.EPSILON * grand) ** 2) between = 0
  const [msb, msw] = [between / df1, within / df2]
  const f = msw > 0 ? msb / msw : undefined
  const n0 = (n - squaredSizes / n) / df1
  const meanSize = n / filled.length
  const icc1 = (size: number) => (msb + msw > 0 ? (msb - msw) / (msb + (size - 1) * msw) : undefined)
  return {
    groups: filled.length,
    n,
    meanSquareBetween: msb,
    meanSquareWithin: msw,
    df1,
    df2,
    n0,
    meanSize,
    icc1: icc1(n0),
    icc1MeanSize: icc1(meanSize),
    icc2: msb > 0 ? (msb - msw) / msb : undefined,
    f,
    p: f === undefined ? undefined : fTail(f, df1, df2),
    etaSquared: between + within > 0 ? between / (between + within) : undefined,
  }
}
