import type { Moments } from "./moments.ts"

export interface Stratum {
  /** Of those who answered. */
  group: Moments
  /** People there are. */
  population: number
}

export interface StratifiedMean {
  mean: number
  /** Standard error for the people there are. */
  error: number
}

/**
 * Mean of all people from strata that answered unequally (layers, countries), each weighted by its people:
 * sum (N_h/N) mean_h, variance sum (N_h/N)² (1 - n_h/N_h) s_h²/n_h (Cochran 1977, Sampling Techniques, 5.3-5.5).
 * undefined without strata, for more answers than people, and when a stratum has one answer of several people, whose
 * variance nobody knows. (A stratum without answers has no moments: merge it with another or say whom the mean is of.)
 */
export function stratifiedMean(strata: readonly Stratum[]): StratifiedMean | undefined {
  if (strata.length === 0) return undefined
  const total = strata.reduce((sum, { population }) => sum + population, 0)
  let mean = 0
  let variance = 0
  for (const { group, population } of strata) {
    if (group.n > population) return undefined
    const share = population / total
    mean += share * group.mean
    if (group.n === population) continue
    if (group.variance === null) return undefined
    variance += share ** 2 * (1 - group.n / population) * (group.variance / group.n)
  }
  return { mean, error: Math.sqrt(variance) }
}
