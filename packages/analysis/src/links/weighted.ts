import { precisionWeights, weightedPearson } from "../stats/weighted-correlation.ts"
import type { Rows } from "./rows.ts"

/**
 * The link with every unit's value weighted by how precise it is, 1/(tau² + sigma²/n): what units truly differ by, and
 * what chance adds to a value of n people.
 *
 * `within` are the values less their wave's mean, V their variance. With a known reliability tau² is that share of V,
 * and sigma² makes the rest on average. Without one, by moments: a squared deviation is tau² + sigma²/n on average, so
 * both are the line of squared deviations on 1/n, neither below 0. null where sizes are not known or nothing varies.
 */
export function weightedLink(rows: Rows, within: Float64Array, reliability: number | null | undefined) {
  const { size, n } = rows
  if (size === null) return null
  let [squares, inverse] = [0, 0]
  for (let row = 0; row < n; row++) {
    squares += (within[row] as number) ** 2
    inverse += 1 / (size[row] as number)
  }
  const variance = squares / (n - (rows.waves.length - 1))
  const meanInverse = inverse / n
  const known = typeof reliability === "number" && reliability > 0 && reliability <= 1
  const tau2 = known ? reliability * variance : byMoments(within, size, variance, meanInverse)
  const weights = precisionWeights(size, tau2, (variance - tau2) / meanInverse)
  const of = weightedPearson(rows.x, rows.y, weights)
  return of === undefined ? null : { r: of.r, effective: of.effective }
}

/** tau² between 0 and the variance. Sizes that are all the same tell nothing, and weigh nothing either. */
function byMoments(within: Float64Array, size: Float64Array, variance: number, meanInverse: number): number {
  let [steep, spread] = [0, 0]
  for (let row = 0; row < size.length; row++) {
    const away = 1 / (size[row] as number) - meanInverse
    steep += away * (within[row] as number) ** 2
    spread += away * away
  }
  if (spread <= 1e-18) return variance
  const sigma2 = Math.max(0, steep / spread)
  return Math.max(0, variance - sigma2 * meanInverse)
}
