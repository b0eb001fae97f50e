/**
 * The logarithm of the gamma function and the regularized incomplete gamma function, which the normal and the
 * chi-squared distribution are made of.
 */

/** log Gamma(x), x > 0, by Stirling's formula (Abramowitz & Stegun 1964, 6.1.40). */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirling(x)
}

/** log(Gamma(a + 1/2) / Gamma(a)): taken as one quantity, because the difference of two logarithms loses digits. */
export function logGammaRatio(a: number): number {
  return a * Math.log1p(0.5 / a) + 0.5 * Math.log(a) - 0.5 + stirling(a + 0.5) - stirling(a)
}

/** What Stirling's formula leaves of log Gamma(x), x > 0: asymptotic from 20 on, by recurrence below. */
export function stirling(x: number): number {
  let shift = 0
  let at = x
  for (; at < 20; at++) shift += (at + 0.5) * Math.log1p(1 / at) - 1
  const r = 1 / (at * at)
  return shift + (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at
}

/**
 * The regularized incomplete gamma functions P(a, x) = 1 - Q(a, x) for a > 0, x >= 0: whichever is the smaller
 * is computed, so that both tails keep their relative precision. P by its series (A&S 6.5.29), Q by its continued
 * fraction (6.5.31; Lentz's evaluation).
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  // x^a e^-x / Gamma(a), without the large terms of Stirling's formula that cancel when x is near a.
  const front = Math.exp(a * logOfRatio(x, a) - (x - a) - stirling(a)) * Math.sqrt(a / (2 * Math.PI))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; term > 1e-17 * sum; k++) {
      term *= x / (a + k)
      sum += term
    }
    const lower = front * sum
    return { lower, upper: 1 - lower }
  }
  let b = x + 1 - a
  let c = Number.MAX_VALUE
  let d = 1 / b
  let value = d
  for (let k = 1; k < 100_000; k++) {
    const numerator = k * (a - k)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  const upper = front * value
  return { lower: 1 - upper, upper }
}

/** log(x/y), precise for x near y as well; `away` is x - y, where it is known better than from the two. */
export function logOfRatio(x: number, y: number, away = x - y): number {
  return Math.abs(away) < y / 2 ? Math.log1p(away / y) : Math.log(x / y)
}
