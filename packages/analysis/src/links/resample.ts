import { fisherInterval, type Interval } from "../stats/fisher-interval.ts"
import { normalQuantile } from "../stats/normal.ts"
import { studentQuantile } from "../stats/student-t.ts"

/** A coefficient over all units, and without each of them in turn; NaN: a side would not vary. */
export interface LeftOut {
  all: number
  without: Float64Array
}

/**
 * 95% interval of a coefficient of several waves by leaving out whole units (delete-one jackknife of clusters; Efron &
 * Tibshirani 1993, An Introduction to the Bootstrap, ch. 11) on Fisher's scale, with t on units - 1 degrees of freedom:
 * SE² = (U - 1)/U sum (z without u - their mean)². undefined where a coefficient is 1 or -1 or not there.
 */
export function jackknifeInterval({ all, without }: LeftOut): Interval | undefined {
  // Infinite at 1 or -1.
  const z = without.map(Math.atanh)
  const mean = z.reduce((sum, value) => sum + value, 0) / z.length
  if (!Number.isFinite(mean)) return undefined
  const squares = z.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return clusterInterval(all, Math.sqrt((squares * (z.length - 1)) / z.length), z.length)
}

/** Fisher's interval with t for the normal: the error comes from so many units. */
export function clusterInterval(r: number, error: number, units: number): Interval | undefined {
  return fisherInterval(r, (error * studentQuantile(0.975, units - 1)) / normalQuantile(0.975))
}
