import { deviations } from "./deviations.ts"
import { fisherInterval, type Interval } from "./fisher-interval.ts"
import { studentProbability } from "./student-t.ts"

export interface Correlation {
  n: number
  r: number
  df: number
  /** undefined at r = 1 or -1, where it is infinite. */
  t: number | undefined
  /** Two-sided. 0 only at r = 1 or -1 or below the smallest number: write "< 1e-15". */
  p: number
  interval: Interval | undefined
}

/**
 * Pearson's correlation of complete pairs, t = r sqrt((n - 2)/(1 - r²)) on n - 2 degrees of freedom, 95% interval by
 * Fisher's z with SE 1/sqrt(n - 3) (Fisher 1921, Metron 1).
 * undefined below three pairs (two are always 1 or -1) and when a side does not vary; no interval below four pairs.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): Correlation | undefined {
  const r = coefficient(x, y)
  return r === undefined ? undefined : inference(r, x.length, 0)
}

/** The coefficient alone, for resampling; undefined as there. */
export function coefficient(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const n = x.length
  if (n !== y.length) throw new RangeError("a correlation is of pairs")
  if (n < 3) return undefined
  const a = deviations(x)
  const b = deviations(y)
  if (a.squares === 0 || b.squares === 0) return undefined
  let products = 0
  for (let i = 0; i < n; i++) products += (a.from[i] as number) * (b.from[i] as number)
  return bounded(products / Math.sqrt(a.squares) / Math.sqrt(b.squares))
}

/** Test and interval of a correlation of `n` rows from which `controls` variables have been taken out. */
export function inference(r: number, n: number, controls: number): Correlation {
  const df = n - 2 - controls
  const perfect = Math.abs(r) === 1
  const t = perfect ? undefined : r * Math.sqrt(df / ((1 - r) * (1 + r)))
  const p = t === undefined ? 0 : 2 * studentProbability(-Math.abs(t), df)
  return { n, r, df, t, p, interval: fisherInterval(r, 1 / Math.sqrt(df - 1)) }
}

/** A line that rounding alone keeps from being straight is straight. */
export function bounded(r: number): number {
  return 1 - Math.abs(r) < 1e-14 ? Math.sign(r) : r
}
