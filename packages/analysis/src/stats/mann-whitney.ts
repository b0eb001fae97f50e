import { midRanks, tieSizes } from "./mid-ranks.ts"
import { normalProbability } from "./normal.ts"

export interface MannWhitney {
  /** Pairs in which the value of x is larger; a tie counts one half. */
  u: number
  n1: number
  n2: number
  /** Two-sided, by the normal approximation with tie correction; undefined when all values are equal. */
  p: number | undefined
  /** The same with the correction of 1/2 for continuity. */
  pContinuity: number | undefined
}

/**
 * Mann-Whitney's U of two independent samples (Mann & Whitney 1947, Annals of Mathematical Statistics 18), from
 * mid-ranks: U = R_x - n1(n1 + 1)/2, with N = n1 + n2
 * Var U = n1 n2 / 12 * (N + 1 - sum(t³ - t) / (N(N - 1))) over groups of t ties.
 * undefined when a sample is empty. Values must be complete.
 */
export function mannWhitney(x: ArrayLike<number>, y: ArrayLike<number>): MannWhitney | undefined {
  const n1 = x.length
  const n2 = y.length
  const n = n1 + n2
  if (n1 === 0 || n2 === 0) return undefined
  const all = new Float64Array(n)
  all.set(x)
  all.set(y, n1)
  const u =
    midRanks(all)
      .subarray(0, n1)
      .reduce((sum, rank) => sum + rank, 0) -
    (n1 * (n1 + 1)) / 2
  const ties = tieSizes(all)
  if (ties.length === 1) return { u, n1, n2, p: undefined, pContinuity: undefined }
  const tied = ties.reduce((sum, t) => sum + (t ** 3 - t), 0)
  const error = Math.sqrt(((n1 * n2) / 12) * (n + 1 - tied / (n * (n - 1))))
  const away = Math.abs(u - (n1 * n2) / 2)
  const twoSided = (distance: number) => 2 * normalProbability(-distance / error)
  return { u, n1, n2, p: twoSided(away), pContinuity: Math.min(1, twoSided(away - 0.5)) }
}
