import { chiSquaredProbability } from "./chi-squared.ts"
import { logGamma } from "./gamma.ts"

/**
 * P(X <= x) of the noncentral chi-squared distribution: central ones with 2j more degrees of freedom, weighted by a Poisson
 * distribution of mean `noncentrality` / 2 (Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2,
 * 29.3), added up outwards from the largest weight.
 */
export function noncentralChiSquaredProbability(x: number, df: number, noncentrality: number): number {
  if (x <= 0) return 0
  const half = noncentrality / 2
  if (half === 0) return chiSquaredProbability(x, df)
  const weight = (j: number) => Math.exp(j * Math.log(half) - half - logGamma(j + 1))
  const middle = Math.floor(half)
  let sum = 0
  for (let j = middle; j >= 0; j--) {
    const each = weight(j)
    sum += each * chiSquaredProbability(x, df + 2 * j)
    if (each < 1e-16) break
  }
  for (let j = middle + 1; ; j++) {
    const each = weight(j) * chiSquaredProbability(x, df + 2 * j)
    sum += each
    if (each < 1e-16) break
  }
  return Math.min(1, sum)
}

/** The noncentrality under which a value of `x` or less is as rare as `p`: the upper end of an interval; 0 if none is. */
export function noncentralityBelow(x: number, df: number, p: number): number {
  if (noncentralChiSquaredProbability(x, df, 0) <= p) return 0
  let [low, high] = [0, x + 10]
  while (noncentralChiSquaredProbability(x, df, high) > p) high *= 2
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2
    if (noncentralChiSquaredProbability(x, df, middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
