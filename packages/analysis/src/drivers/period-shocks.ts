import type { LeastSquares } from "../stats/least-squares.ts"
import { dot } from "../stats/orthonormal.ts"

/** Variances of what is left of a fit: of single rows, and of what a period brings to all its rows alike. */
export interface PeriodShocks {
  row: number
  /** 0: periods differ no more than their rows. */
  period: number
  /** Degrees of freedom of row + period: of few periods little is known (Satterthwaite 1946, Biometrics Bulletin 2). */
  df: number
  /** Sums of X over each period: a shock of that period moves the coefficients by A times this. */
  sums: Float64Array[]
}

/** Below so many periods nothing can be said of how they differ. */
const FEWEST = 3

/**
 * y = Xb + shock of the period + error, b by least squares. The squares of the residuals between periods and within
 * them are set equal to what is expected of them, tr(PM V M) and tr((I-P) M V M) with V = row I + period ZZ', M = I - H
 * and P the means of periods; both variances follow from two equations (the fitting-constants method: Searle, Casella &
 * McCulloch 1992, Variance Components, 5.4), also where the regressors differ mainly between periods and the fit has
 * taken part of the shocks. undefined with fewer than three periods, or none left between them after the fit.
 */
export function periodShocks(fit: LeastSquares, periods: Int32Array): PeriodShocks | undefined {
  const places = new Map<number, number>()
  for (const period of periods) if (!places.has(period)) places.set(period, places.size)
  if (places.size < FEWEST) return undefined
  const counts = new Float64Array(places.size)
  const left = new Float64Array(places.size)
  const sums = Array.from(places, () => new Float64Array(fit.columns.length))
  for (const [at, period] of periods.entries()) {
    const place = places.get(period) as number
    counts[place] = (counts[place] as number) + 1
    left[place] = (left[place] as number) + (fit.residuals[at] as number)
    const sum = sums[place] as Float64Array
    for (const [j, column] of fit.columns.entries()) sum[j] = (sum[j] as number) + (column[at] as number)
  }
  const moved = sums.map((sum) => fit.inverse.map((line) => dot(line, sum)))
  // Per period and shock: how far the shock of `other` moves the mean residual of `own`.
  const reach = sums.map((own, s) =>
    moved.map((by, t) => (s === t ? 1 : 0) - dot(own, by) / (counts[s] as number)),
  )
  const over = (value: (s: number) => number) => reach.reduce((sum, _, s) => sum + value(s), 0)
  const count = (s: number) => counts[s] as number
  const between = {
    row: over((s) => reach[s]?.[s] as number),
    period: over((s) => count(s) * (reach[s] as number[]).reduce((sum, part) => sum + part * part, 0)),
    squares: over((s) => (left[s] as number) ** 2 / count(s)),
  }
  const within = {
    row: fit.df - between.row,
    period: over((s) => count(s) * (reach[s]?.[s] as number)) - between.period,
    squares: dot(fit.residuals, fit.residuals) - between.squares,
  }
  const determinant = between.row * within.period - between.period * within.row
  if (between.row < 1e-9 || within.row <= 0 || Math.abs(determinant) < 1e-12) return undefined
  const row = (between.squares * within.period - between.period * within.squares) / determinant
  const period = (between.row * within.squares - between.squares * within.row) / determinant
  if (period <= 0 || row <= 0) return { row: (fit.sigma ?? 0) ** 2, period: 0, df: fit.df, sums }
  const [a, b] = [
    (between.squares * (within.period - within.row)) / determinant,
    (within.squares * (between.row - between.period)) / determinant,
  ]
  const df = (a + b) ** 2 / (a ** 2 / between.row + b ** 2 / within.row)
  return { row, period, df: Math.max(1, Math.min(fit.df, df)), sums }
}
