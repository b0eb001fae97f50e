/**
 * Reliability of one unit's mean, lambda = n ICC(1) / (1 + (n - 1) ICC(1)) (Bliese 2000, in Klein & Kozlowski): the
 * share of the variance of such means that is a lasting difference between units. Below .60 a mean is not fit for
 * ranking. A negative ICC(1) says that units do not differ, so nothing of a mean does either: 0.
 */
export function reliability(n: number, icc1: number): number {
  const share = Math.min(1, Math.max(0, icc1))
  return n === 0 ? 0 : (n * share) / (1 + (n - 1) * share)
}

/** The unit's mean drawn towards that of all by what is not reliable in it: mu + lambda (mean - mu). For ranking units. */
export function shrunkMean(mean: number, lambda: number, overall: number): number {
  return overall + lambda * (mean - overall)
}
