import type { Moments } from "./moments.ts"

export interface Deviations {
  mean: number
  /** Value less mean, in the order of the values; all 0 when the values are one and the same. */
  from: Float64Array
  /** Sum of the squared deviations; exactly 0 when nothing varies. */
  squares: number
}

/**
 * Deviations from the mean in two passes with the correction of the second (Chan, Golub & LeVeque 1983, The American
 * Statistician 37), for values that are not whole numbers. Values that differ by no more than the last bits of the
 * largest (means of equal answers added in another order) do not vary: what rounding leaves is not a variance.
 */
export function deviations(values: ArrayLike<number>): Deviations {
  const n = values.length
  let sum = 0
  let largest = 0
  for (let i = 0; i < n; i++) {
    const value = values[i] as number
    sum += value
    largest = Math.max(largest, Math.abs(value))
  }
  const guess = n === 0 ? 0 : sum / n
  let rest = 0
  for (let i = 0; i < n; i++) rest += (values[i] as number) - guess
  const mean = n === 0 ? 0 : guess + rest / n
  const from = new Float64Array(n)
  let squares = 0
  for (let i = 0; i < n; i++) {
    const away = (values[i] as number) - mean
    from[i] = away
    squares += away * away
  }
  if (squares <= n * (8 * Number.EPSILON * largest) ** 2) return { mean, from: from.fill(0), squares: 0 }
  return { mean, from, squares }
}

/** Count, mean and variance (n - 1) of values that are not whole numbers; null without values. */
export function momentsOf(values: ArrayLike<number>): Moments | null {
  const n = values.length
  if (n === 0) return null
  const { mean, squares } = deviations(values)
  return { n, mean, variance: n < 2 ? null : squares / (n - 1) }
}
