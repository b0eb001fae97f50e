import type { Moments } from "./moments.ts"
import { rootBetween } from "./root.ts"

export interface VarianceComponents {
  /** tau², of groups around the mean, and sigma², of people around their group. */
  between: number
  within: number
  /** tau²/(tau² + sigma²). */
  icc1: number
  /** Generalized-least-squares mean of the groups. */
  mean: number
  logLikelihood: number
  /** By group its best linear unbiased predictor, as distance from the mean; 0 for a group without answers. */
  effects: number[]
}

/**
 * Between and within variance by restricted maximum likelihood (Patterson & Thompson 1971, Biometrika 58), model
 * y = mu + group + person. For groups of very unequal size, where the analysis of variance weights the large ones most.
 *
 * With gamma = tau²/sigma², w = n/(1 + n gamma) and Q = sum of w (mean - mu)², sigma² = (SSW + Q)/(N - 1) and gamma is
 * the root of sum(w) - sum(w²)/sum(w) - sum(w² (mean - mu)²)/sigma², or 0 if that is never negative.
 * undefined below two groups, when no group has two people and when nothing varies within groups.
 */
export function varianceComponents(groups: readonly (Moments | null)[]): VarianceComponents | undefined {
  const filled = groups.filter((group) => group !== null)
  const n = filled.reduce((sum, group) => sum + group.n, 0)
  const squares = filled.reduce((sum, group) => sum + (group.n - 1) * (group.variance ?? 0), 0)
  if (filled.length < 2 || !(squares > 0)) return undefined

  const at = (gamma: number) => {
    let [weights, weighted, squared] = [0, 0, 0]
    for (const group of filled) {
      const weight = group.n / (1 + group.n * gamma)
      weights += weight
      weighted += weight * group.mean
      squared += weight * weight
    }
    const mean = weighted / weights
    let [about, steep] = [0, 0]
    for (const group of filled) {
      const weight = group.n / (1 + group.n * gamma)
      about += weight * (group.mean - mean) ** 2
      steep += (weight * (group.mean - mean)) ** 2
    }
    const within = (squares + about) / (n - 1)
    return { mean, within, weights, slope: weights - squared / weights - steep / within }
  }

  const slope = (gamma: number) => at(gamma).slope
  let high = 1
  while (slope(high) < 0 && high < 1e12) high *= 4
  const gamma = slope(0) >= 0 ? 0 : rootBetween(slope, 0, high)
  const { mean, within, weights } = at(gamma)
  const logDeterminant = filled.reduce((sum, group) => sum + Math.log1p(group.n * gamma), 0)
  return {
    between: gamma * within,
    within,
    icc1: gamma / (1 + gamma),
    mean,
    logLikelihood: -((n - 1) * (Math.log(2 * Math.PI * within) + 1) + logDeterminant + Math.log(weights)) / 2,
    effects: groups.map((group) =>
      group === null ? 0 : ((group.n * gamma) / (1 + group.n * gamma)) * (group.mean - mean),
    ),
  }
}
