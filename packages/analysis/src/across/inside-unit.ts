import { twoDigits } from "../round.ts"
import { chiSquaredTail } from "../stats/chi-squared.ts"
import { noncentralityBelow } from "../stats/noncentral-chi-squared.ts"
import { stepVariance } from "./told-shares.ts"

export interface InsideUnit {
  /** Kendall's W, less what rounding adds to it. */
  w: number
  /** If everybody chose at random. */
  p: number
  /** Do the people of the unit choose the same? null: cannot tell. */
  united: boolean | null
}

/**
 * Two colleagues' choices have this much in common beyond chance before a unit is called united: 0 nothing, 1 the same
 * options. Of three out of eight: 1.4 in common instead of 1.1; as if two in five knew one list and the others guessed.
 */
const unitedFrom = 0.15

/**
 * Kendall's W of `n` people of whom each named some of the options, from the shares p of those who named each. Options
 * named share a rank, and so do the others, so that
 *
 *   W = sum (p - m)² / (M m (1 - m)),   m the mean of the M shares,
 *
 * which is 1 / n on average when all choose at random, and n (M - 1) W is then about chi-squared on M - 1 degrees of
 * freedom (Kendall & Babington Smith 1939). Rounding the shares adds its variance to every share's: it is taken out of W,
 * and the test counts with it. The mean correlation of two people's choices is (nW - 1) / (n - 1); a unit is united
 * where that reaches `unitedFrom` and random choices would not, and not united where a noncentral chi-squared leaves out
 * (at 97.5%) that it does.
 * null: nobody named anything, or everybody everything.
 */
export function insideUnit(percents: readonly number[], n: number): InsideUnit | null {
  const options = percents.length
  const mean = percents.reduce((sum, share) => sum + share, 0) / options / 100
  const variance = mean * (1 - mean)
  if (options < 2 || n < 2 || !(variance > 0)) return null
  const squares = percents.reduce((sum, share) => sum + (share / 100 - mean) ** 2, 0)
  const df = options - 1
  const w = Math.min(1, Math.max(0, squares - df * stepVariance) / (options * variance))
  const noise = variance / n + stepVariance
  const chiSquared = (df * squares) / (options * noise)
  const p = chiSquaredTail(chiSquared, df)
  const inCommon = (n * w - 1) / (n - 1)
  const most = (noncentralityBelow(chiSquared, df, 0.025) * noise) / (df * variance)
  const united = inCommon >= unitedFrom && p <= 0.05 ? true : most < unitedFrom ? false : null
  return { w, p: twoDigits(p), united }
}
