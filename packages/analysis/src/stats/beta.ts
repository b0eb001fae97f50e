import { logOfRatio, stirling } from "./gamma.ts"
import { rootBetween } from "./root.ts"

/**
 * The regularized incomplete beta functions I_x(a, b) = P(X <= x) of a beta variable and its rest, for a, b > 0,
 * by the continued fraction (Abramowitz & Stegun 1964, 26.5.8; Lentz's evaluation) on the side where it converges.
 * `y` is 1 - x, given separately because a small one of the two would lose its digits in the subtraction.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  // x^a y^b / B(a, b), without the large terms of Stirling's formula that cancel when x is near a/(a+b). How far it is
  // from there, x (a+b) - a = b - y (a+b), is taken once: two roundings of it would not cancel.
  const sum = a + b
  const away = x * b - y * a
  const exponent = a * logOfRatio(x * sum, a, away) + b * logOfRatio(y * sum, b, -away)
  const front =
    Math.exp(exponent + (stirling(sum) - stirling(a) - stirling(b))) *
    Math.sqrt(((a / sum) * b) / (2 * Math.PI))
  if (x < (a + 1) / (sum + 2)) {
    const lower = (front * fraction(x, a, b)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (front * fraction(y, b, a)) / b
  return { lower: 1 - upper, upper }
}

/** The x with I_x(a, b) = p, for 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return rootBetween(
    (x) => {
      const { lower, upper } = incompleteBeta(a, b, x, 1 - x)
      return p < 0.5 ? lower - p : 1 - p - upper
    },
    0,
    1,
  )
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
