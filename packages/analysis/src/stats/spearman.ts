import { fisherInterval, type Interval } from "./fisher-interval.ts"
import { midRanks } from "./mid-ranks.ts"
import { type Correlation, pearson } from "./pearson.ts"

export interface RankCorrelation extends Correlation {
  /** Fisher's, as if the ranks were normal: for comparison with other programs only. */
  fisher: Interval | undefined
}

/**
 * Spearman's rank correlation: Pearson's of mid-ranks, p from t on n - 2 degrees of freedom, 95% interval on Fisher's
 * scale with SE sqrt((1 + r²/2)/(n - 3)) (Bonett & Wright 2000, Psychometrika 65).
 * undefined as Pearson's. Round means to 1e-10 before (see midRanks).
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): RankCorrelation | undefined {
  const ranks = pearson(midRanks(x), midRanks(y))
  if (ranks === undefined) return undefined
  const { n, r, interval } = ranks
  const bonettWright = fisherInterval(r, Math.sqrt((1 + (r * r) / 2) / (n - 3)))
  return { ...ranks, interval: bonettWright, fisher: interval }
}
