import { seeded, shuffle } from "../random.ts"
import { chiSquaredTail } from "./chi-squared.ts"
import { fTail } from "./f-distribution.ts"
import { midRanks, tieSizes } from "./mid-ranks.ts"

export interface KendallW {
  /** 0: the raters' orders have nothing in common; 1: they are the same. */
  w: number
  raters: number
  objects: number
  chiSquared: number
  df: number
  p: number
  /** undefined at w = 1, where it is infinite. */
  f: number | undefined
  pF: number | undefined
  /** Per object; 1 is the smallest value. */
  meanRanks: number[]
  /** Mean of Spearman's correlations between all pairs of raters, (mW - 1)/(m - 1); exact without ties. */
  meanSpearman: number
}

/**
 * Kendall's coefficient of concordance of m raters on k objects, with ties (Kendall & Babington Smith 1939, Annals of
 * Mathematical Statistics 10): W = 12 sum (R_j - m(k+1)/2)² / (m²(k³-k) - mT), T = sum (t³-t) over each rater's ties.
 * chi² = m(k-1)W on k-1 degrees of freedom; F = (m-1)W/(1-W) on k-1-2/m and (m-1)(k-1-2/m) (Legendre 2005, Journal of
 * Agricultural, Biological and Environmental Statistics 10), the better of the two; for few raters permute (below).
 * A row is a rater's complete values, in the order of the objects.
 * undefined with one rater or one object, and when no rater puts any object before another.
 */
export function kendallW(rows: readonly ArrayLike<number>[]): KendallW | undefined {
  const raters = rows.length
  const objects = rows[0]?.length ?? 0
  const range = raters < 2 ? 0 : rangeOf(rows)
  if (range === 0) return undefined
  const sums = new Float64Array(objects)
  for (const row of rows) addRanks(sums, midRanks(row))
  const w = spreadOf(sums, raters) / range
  const chiSquared = raters * (objects - 1) * w
  const df = objects - 1
  const f = w < 1 ? ((raters - 1) * w) / (1 - w) : undefined
  const dfF = df - 2 / raters
  return {
    ...{ w, raters, objects, chiSquared, df },
    p: chiSquaredTail(chiSquared, df),
    f,
    pF: f !== undefined && dfF > 0 ? fTail(f, dfF, (raters - 1) * dfF) : undefined,
    meanRanks: Array.from(sums, (sum) => sum / raters),
    meanSpearman: (raters * w - 1) / (raters - 1),
  }
}

/**
 * P of W when every rater's order is drawn at random (each keeps its ties): (1 + #{W* >= W}) / (B + 1), for raters too
 * few for chi². undefined where W is.
 */
export function concordancePermutation(
  rows: readonly ArrayLike<number>[],
  { seed, replicates = 9999 }: { seed: number; replicates?: number },
): number | undefined {
  const observed = kendallW(rows)
  if (observed === undefined) return undefined
  const random = seeded(seed)
  const ranks = rows.map(midRanks)
  const range = rangeOf(rows)
  const sums = new Float64Array(observed.objects)
  let reached = 0
  for (let drawn = 0; drawn < replicates; drawn++) {
    sums.fill(0)
    for (const row of ranks) {
      shuffle(row, random)
      addRanks(sums, row)
    }
    if (spreadOf(sums, rows.length) / range >= observed.w - 1e-12) reached++
  }
  return (1 + reached) / (replicates + 1)
}

function addRanks(sums: Float64Array, ranks: Float64Array) {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (ranks[at] as number)
}

/** 12 times the squared deviations of the sums of ranks. */
function spreadOf(sums: Float64Array, raters: number): number {
  const middle = (raters * (sums.length + 1)) / 2
  return 12 * sums.reduce((squares, sum) => squares + (sum - middle) ** 2, 0)
}

/** What the spread would be if all raters agreed; 0 when all of them tie everything. */
function rangeOf(rows: readonly ArrayLike<number>[]): number {
  const m = rows.length
  const k = rows[0]?.length ?? 0
  const cubes = (t: number) => t ** 3 - t
  const tied = rows.reduce((all, row) => all + tieSizes(row).reduce((sum, t) => sum + cubes(t), 0), 0)
  return m * m * cubes(k) - m * tied
}
