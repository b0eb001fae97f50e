import { tieSizes } from "./mid-ranks.ts"
import { normalProbability } from "./normal.ts"

export interface KendallTau {
  tau: number
  z: number
  /** Two-sided, by the normal approximation with tie correction, without correction for continuity. */
  p: number
}

/**
 * Kendall's tau-b: S / sqrt((T - T_x)(T - T_y)), S = pairs in the same order less pairs in opposite order, T all pairs,
 * T_x and T_y those tied in x and y (Kendall 1945, Biometrika 33); variance of S with ties: Kendall & Gibbons 1990,
 * Rank Correlation Methods, 5.2. undefined below two pairs of values and when all values of a side are equal.
 * Round means to 1e-10 before (see midRanks).
 */
export function kendallTauB(x: ArrayLike<number>, y: ArrayLike<number>): KendallTau | undefined {
  const n = x.length
  const tiesX = tieSizes(x)
  const tiesY = tieSizes(y)
  if (tiesX.length < 2 || tiesY.length < 2) return undefined
  let s = 0
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      s += Math.sign((x[i] as number) - (x[j] as number)) * Math.sign((y[i] as number) - (y[j] as number))
    }
  }
  const over = (ties: number[], of: (t: number) => number) => ties.reduce((sum, t) => sum + of(t), 0)
  const pairs = (t: number) => t * (t - 1)
  const triples = (t: number) => t * (t - 1) * (t - 2)
  const spread = (t: number) => t * (t - 1) * (2 * t + 5)
  const untied = (ties: number[]) => (pairs(n) - over(ties, pairs)) / 2
  const variance =
    (spread(n) - over(tiesX, spread) - over(tiesY, spread)) / 18 +
    (over(tiesX, pairs) * over(tiesY, pairs)) / (2 * pairs(n)) +
    (n < 3 ? 0 : (over(tiesX, triples) * over(tiesY, triples)) / (9 * triples(n)))
  const z = s / Math.sqrt(variance)
  return {
    tau: s / Math.sqrt(untied(tiesX)) / Math.sqrt(untied(tiesY)),
    z,
    p: 2 * normalProbability(-Math.abs(z)),
  }
}
