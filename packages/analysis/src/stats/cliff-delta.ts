import { fisherInterval, type Interval } from "./fisher-interval.ts"
import { mannWhitney } from "./mann-whitney.ts"

export interface CliffDelta {
  /** From -1 to 1: share of pairs with the larger value in x, less the share with the larger value in y. */
  delta: number
  /** Probability that a value of x exceeds one of y, ties counted half: (delta + 1) / 2. */
  superiority: number
  /** undefined at delta = 1 or -1. */
  interval: Interval | undefined
}

/**
 * Cliff's delta = 2U/(n1 n2) - 1 (Cliff 1993, Psychological Bulletin 114), equal to the rank-biserial correlation,
 * with a 95% interval on Fisher's scale, SE sqrt((n1 + n2 + 1)/(3 n1 n2)) (the variance of U without a difference
 * and without ties, so the interval is somewhat wide for answers on few steps). undefined when a sample is empty.
 */
export function cliffDelta(x: ArrayLike<number>, y: ArrayLike<number>): CliffDelta | undefined {
  const test = mannWhitney(x, y)
  if (test === undefined) return undefined
  const { u, n1, n2 } = test
  const superiority = u / (n1 * n2)
  const delta = 2 * superiority - 1
  const error = Math.sqrt((n1 + n2 + 1) / (3 * n1 * n2))
  return { delta, superiority, interval: fisherInterval(delta, error) }
}
