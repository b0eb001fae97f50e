/**
 * Student's t distribution for any positive number of degrees of freedom, whole or not (Welch's are not).
 *
 * P(|T| > t) = I_x(df/2, 1/2) with x = df/(df + t²), the regularized incomplete beta function
 * (Abramowitz & Stegun 1964, 26.7.1 and 26.5.27), by its continued fraction (26.5.8; Lentz's evaluation).
 */

/** P(T <= t). `df` > 0. Relative error of either tail about 1e-13. */
export function studentProbability(t: number, df: number): number {
  const tail = tailProbability(Math.abs(t), df)
  return t > 0 ? 1 - tail : tail
}

/** The t with P(T <= t) = p, for 0 < p < 1 and `df` > 0. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  let low = 0
  let high = 2
  while (tailProbability(high, df) > tail) {
    low = high
    high *= 2
  }
  // Newton's steps on the tail, kept inside a bracket that always holds the answer.
  let t = (low + high) / 2
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const excess = tailProbability(t, df) - tail
    if (excess > 0) low = t
    else high = t
    const next = t + excess / density(t, df)
    const inside = next > low && next < high
    if (inside && Math.abs(next - t) <= 1e-14 * t) break
    t = inside ? next : (low + high) / 2
  }
  return p < 0.5 ? -t : t
}

/** P(T > t) for t >= 0. */
function tailProbability(t: number, df: number): number {
  if (t === 0) return 0.5
  const square = t * t
  const a = df / 2
  const x = df / (df + square)
  const rest = square / (df + square)
  // x^a (1-x)^(1/2) / B(a, 1/2), with 1-x and log x taken from the small quantity t²/df, not by subtraction.
  const front = Math.exp(logGammaRatio(a) - a * Math.log1p(square / df)) * Math.sqrt(rest / Math.PI)
  if (x < (a + 1) / (a + 2.5)) return (0.5 * front * fraction(x, a, 0.5)) / a
  return 0.5 - front * fraction(rest, 0.5, a)
}

function density(t: number, df: number): number {
  return Math.exp(logGammaRatio(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(Math.PI * df)
}

/** log(Gamma(a + 1/2) / Gamma(a)): taken as one quantity, because the difference of two logarithms loses digits. */
function logGammaRatio(a: number): number {
  let shift = 0
  let x = a
  while (x < 20) {
    shift += Math.log(x / (x + 0.5))
    x += 1
  }
  return shift + x * Math.log1p(0.5 / x) + 0.5 * Math.log(x) - 0.5 + stirling(x + 0.5) - stirling(x)
}

/** What Stirling's formula leaves of log Gamma (Abramowitz & Stegun 6.1.42); for x >= 20 exact to 1e-16. */
function stirling(x: number): number {
  const r = 1 / (x * x)
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / x
}

/** The continued fraction of the incomplete beta function. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}
