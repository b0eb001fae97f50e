import { normalQuantile } from "./normal.ts"

export interface Interval {
  low: number
  high: number
}

/**
 * 95% interval of a correlation-like quantity on Fisher's scale: tanh(atanh(r) -+ 1.96 SE) (Fisher 1921, Metron 1).
 * `error` is the standard error of atanh(r), which the statistic gives. undefined at r = 1 or -1, where atanh is
 * infinite, and where there is no finite standard error.
 */
export function fisherInterval(r: number, error: number): Interval | undefined {
  if (Math.abs(r) >= 1 || !Number.isFinite(error)) return undefined
  const middle = Math.atanh(r)
  const half = normalQuantile(0.975) * error
  return { low: Math.tanh(middle - half), high: Math.tanh(middle + half) }
}
