import { betaQuantile } from "./beta.ts"
import type { Interval } from "./fisher-interval.ts"
import { normalQuantile } from "./normal.ts"

/**
 * Intervals of a share, x of n people. Never Wald's, which has width 0 at x = 0 and covers too seldom near it (Brown,
 * Cai & DasGupta 2001, Statistical Science 16). All are undefined without people, and for x outside 0 to n.
 */

/**
 * Wilson's score interval (1927, Journal of the American Statistical Association 22):
 * (p + z²/2n -+ z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
 * Of `population` people who could answer, n counts as n* = n(N-1)/(N-n); when all answered there is no sampling error.
 * Refused for more answers than people.
 */
export function wilsonInterval(
  x: number,
  n: number,
  confidence = 0.95,
  population = Number.POSITIVE_INFINITY,
): Interval | undefined {
  if (!possible(x, n) || n > population) return undefined
  const p = x / n
  if (n === population) return { low: p, high: p }
  const size = population === Number.POSITIVE_INFINITY ? n : (n * (population - 1)) / (population - n)
  const square = normalQuantile((1 + confidence) / 2) ** 2
  const half = Math.sqrt(square * ((p * (1 - p)) / size + square / (4 * size * size)))
  const centre = p + square / (2 * size)
  const scale = 1 + square / size
  return { low: x === 0 ? 0 : (centre - half) / scale, high: x === n ? 1 : (centre + half) / scale }
}

/** Jeffreys's interval: quantiles of Beta(x + 1/2, n - x + 1/2), its bound 0 at x = 0 and 1 at x = n (Brown et al. 2001). */
export function jeffreysInterval(x: number, n: number, confidence = 0.95): Interval | undefined {
  if (!possible(x, n)) return undefined
  const tail = (1 - confidence) / 2
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
  }
}

/**
 * Clopper and Pearson's interval (1934, Biometrika 26), quantiles of Beta(x, n-x+1) and Beta(x+1, n-x): covers at least
 * as often as it says, mostly more; for a test against a fixed share, not for display.
 */
export function clopperPearsonInterval(x: number, n: number, confidence = 0.95): Interval | undefined {
  if (!possible(x, n)) return undefined
  const tail = (1 - confidence) / 2
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  }
}

function possible(x: number, n: number): boolean {
  return n > 0 && x >= 0 && x <= n
}
