import { type LeastSquares, leastSquares } from "../stats/least-squares.ts"
import { dot } from "../stats/orthonormal.ts"
import { studentProbability, studentQuantile } from "../stats/student-t.ts"
import type { DriverRows } from "./driver-rows.ts"
import { type PeriodShocks, periodShocks } from "./period-shocks.ts"

/** What a fit on rows of the past says of rows to come. */
export interface Forecast {
  fit: LeastSquares
  shocks: PeriodShocks | undefined
  df: number
  quantile: number
  /** Lowest and highest of each regressor. */
  seen: { low: number; high: number }[]
}

/** 90%, two-sided. */
const PROBABILITY = 0.95

/** KPI later ~ 1 + indicator + KPI now. undefined where the rows cannot tell these apart, or leave no error to judge by. */
export function forecast(rows: DriverRows): Forecast | undefined {
  const fit = leastSquares(rows.next, [rows.indicator, rows.last])
  if (fit === undefined || !fit.sigma) return undefined
  const shocks = periodShocks(fit, rows.period)
  const df = shocks?.df ?? fit.df
  const seen = [rows.indicator, rows.last].map((values) =>
    values.reduce(({ low, high }, value) => ({ low: Math.min(low, value), high: Math.max(high, value) }), {
      low: Number.POSITIVE_INFINITY,
      high: Number.NEGATIVE_INFINITY,
    }),
  )
  return { fit, shocks, df, quantile: studentQuantile(PROBABILITY, df), seen }
}

export interface Foretold {
  expected: number
  /** Standard error of a new value, or of the mean of several. */
  error: number
  low: number
  high: number
}

/** A new unit-period; its error is the row's own, that of its period, and that of the coefficients. */
export function foretell(made: Forecast, indicator: number, last: number): Foretold {
  return around(made, [1, indicator, last], 1)
}

/** The mean of several units of the same period: what is a row's own averages out, what is the period's does not. */
export function foretellMean(made: Forecast, rows: readonly { indicator: number; last: number }[]): Foretold {
  const mean = (value: (row: { indicator: number; last: number }) => number) =>
    rows.reduce((sum, row) => sum + value(row), 0) / rows.length
  return around(made, [1, mean(({ indicator }) => indicator), mean(({ last }) => last)], rows.length)
}

/** Standard error of the indicator's coefficient, with what shocks of whole periods do to it. */
export function indicatorError(made: Forecast): number {
  return Math.sqrt(varianceOf(made, [0, 1, 0]))
}

/** Of coefficients, weighted: row variance h, and shocks that move all rows of a period together. */
function varianceOf({ fit, shocks }: Pick<Forecast, "fit" | "shocks">, weights: readonly number[]): number {
  const pull = fit.inverse.map((line) => dot(line, weights))
  const shaken = shocks?.sums.reduce((sum, total) => sum + dot(pull, total) ** 2, 0) ?? 0
  return rowVariance({ fit, shocks }) * dot(weights, pull) + (shocks?.period ?? 0) * shaken
}

const rowVariance = ({ fit, shocks }: Pick<Forecast, "fit" | "shocks">) =>
  shocks?.row ?? (fit.sigma as number) ** 2

function around(made: Forecast, row: readonly number[], units: number): Foretold {
  const { fit, shocks, quantile } = made
  const expected = dot(row, fit.coefficients)
  const own = rowVariance(made) / units + (shocks?.period ?? 0)
  const error = Math.sqrt(own + varianceOf(made, row))
  return { expected, error, low: expected - quantile * error, high: expected + quantile * error }
}

/** P(the value will be worse than `plan`). */
export function missProbability(
  { df }: Forecast,
  { expected, error }: Foretold,
  plan: number,
  direction: "higher" | "lower",
): number {
  const below = (plan - expected) / error
  return studentProbability(direction === "higher" ? below : -below, df)
}

/** Beyond what was seen, or at a leverage above 3p/n. */
export function isExtrapolated({ fit, seen }: Forecast, indicator: number, last: number): boolean {
  const row = [1, indicator, last]
  const leverage = dot(
    row,
    fit.inverse.map((line) => dot(line, row)),
  )
  const outside = [indicator, last].some((value, at) => {
    const range = seen[at]
    return range === undefined || value < range.low || value > range.high
  })
  return outside || leverage > (3 * fit.coefficients.length) / fit.n
}
