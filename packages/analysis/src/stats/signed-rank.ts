import { midRanks, tieSizes } from "./mid-ranks.ts"
import { normalProbability } from "./normal.ts"

export interface SignedRank {
  /** Sum of the ranks of the pairs that rose. */
  v: number
  /** Pairs that changed; the others are left out. */
  n: number
  /** Two-sided, by the normal approximation with corrections for ties and for continuity. */
  p: number
}

/**
 * Wilcoxon's signed-rank test of paired differences, after less before (Wilcoxon 1945, Biometrics Bulletin 1):
 * mid-ranks of the absolute differences that are not 0; Var V = n(n+1)(2n+1)/24 - sum(t³-t)/48.
 * undefined when no pair changed. Differences of decimals are to be rounded (to 1e-10) before: 0.3 - 0.2 and 0.2 - 0.1
 * differ in their last bits, which breaks a true tie (R's wilcox.test breaks it).
 */
export function signedRank(differences: ArrayLike<number>): SignedRank | undefined {
  const changed = Float64Array.from(differences).filter((change) => change !== 0)
  const n = changed.length
  if (n === 0) return undefined
  const sizes = changed.map(Math.abs)
  const ranks = midRanks(sizes)
  const v = ranks.reduce((sum, rank, at) => ((changed[at] as number) > 0 ? sum + rank : sum), 0)
  const tied = tieSizes(sizes).reduce((sum, t) => sum + (t ** 3 - t), 0)
  const error = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tied / 48)
  const away = Math.max(0, Math.abs(v - (n * (n + 1)) / 4) - 0.5)
  return { v, n, p: 2 * normalProbability(-away / error) }
}
