import { bounded } from "./pearson.ts"

export interface WeightedCorrelation {
  r: number
  /** Kish's number of rows: (sum w)² / sum w². As many equally weighted rows would know as much. */
  effective: number
}

/**
 * Pearson's correlation with weights: means, variances and covariance are weighted sums (R: stats::cov.wt); effective
 * number of rows by Kish (1965, Survey Sampling, 11.7). No interval: that of resampling is to be used.
 * undefined below three rows, when a weight is not above 0, and when a side does not vary.
 */
export function weightedPearson(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
): WeightedCorrelation | undefined {
  const n = x.length
  let total = 0
  let squared = 0
  let sumX = 0
  let sumY = 0
  for (let i = 0; i < n; i++) {
    const w = weights[i] as number
    if (!(w > 0)) return undefined
    total += w
    squared += w * w
    sumX += w * (x[i] as number)
    sumY += w * (y[i] as number)
  }
  if (n < 3) return undefined
  const meanX = sumX / total
  const meanY = sumY / total
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < n; i++) {
    const w = weights[i] as number
    const a = (x[i] as number) - meanX
    const b = (y[i] as number) - meanY
    xx += w * a * a
    yy += w * b * b
    xy += w * a * b
  }
  // What rounding leaves of a constant is not a variance.
  if (xx <= total * (1e-14 * meanX) ** 2 || yy <= total * (1e-14 * meanY) ** 2) return undefined
  return { r: bounded(xy / Math.sqrt(xx) / Math.sqrt(yy)), effective: (total * total) / squared }
}

/**
 * Weights of unit means: 1 / (tau² + sigma²/n_j), the inverse of what a mean varies by between units and by its own
 * people. Not n_j: beyond about 20 people more of them add little.
 */
export function precisionWeights(sizes: ArrayLike<number>, between: number, within: number): Float64Array {
  const weights = new Float64Array(sizes.length)
  for (let i = 0; i < sizes.length; i++) weights[i] = 1 / (between + within / (sizes[i] as number))
  return weights
}
