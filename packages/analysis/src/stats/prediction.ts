import type { Interval } from "./fisher-interval.ts"
import type { LeastSquares } from "./least-squares.ts"
import { studentProbability, studentQuantile } from "./student-t.ts"

export interface Prediction {
  fit: number
  /** For the mean of all rows like this one; undefined without degrees of freedom. */
  mean: Interval | undefined
  /** For one new row. */
  prediction: Interval | undefined
  /** The row lies outside what the fit has seen: a regressor beyond its range, or leverage above 3p/n. */
  extrapolated: boolean
}

/**
 * What a regression says of a row of regressors (without the constant): y = x'b -+ t(n-p) s sqrt(h) for the mean and
 * s sqrt(1 + h) for a new row of weight 1, h = x'(X'WX)^-1x (Draper & Smith 1998, Applied Regression Analysis, 3.1).
 * `confidence` .95 unless told; the product's forecasts use .90.
 */
export function predict(fit: LeastSquares, row: readonly number[], confidence = 0.95): Prediction {
  const { value, leverage } = at(fit, row)
  const { sigma, df, n } = fit
  const quantile = df > 0 ? studentQuantile((1 + confidence) / 2, df) : 0
  const around = (variance: number): Interval | undefined => {
    if (sigma === undefined) return undefined
    const half = quantile * sigma * Math.sqrt(variance)
    return { low: value - half, high: value + half }
  }
  const outside = row.some((x, j) => {
    const seen = Float64Array.from(fit.columns[j + 1] as ArrayLike<number>)
    return seen.every((value) => value < x) || seen.every((value) => value > x)
  })
  return {
    fit: value,
    mean: around(leverage),
    prediction: around(1 + leverage),
    extrapolated: outside || leverage > (3 * fit.coefficients.length) / n,
  }
}

/**
 * P(a new row stays below the target) = T((target - x'b) / (s sqrt(1 + h))) on n - p degrees of freedom.
 * undefined without degrees of freedom and when every row lies on the line, where it would be certainty from nothing.
 */
export function probabilityBelow(
  fit: LeastSquares,
  row: readonly number[],
  target: number,
): number | undefined {
  if (!fit.sigma) return undefined
  const { value, leverage } = at(fit, row)
  return studentProbability((target - value) / (fit.sigma * Math.sqrt(1 + leverage)), fit.df)
}

function at(fit: LeastSquares, row: readonly number[]): { value: number; leverage: number } {
  const x = [1, ...row]
  const value = x.reduce((sum, entry, j) => sum + entry * (fit.coefficients[j] as number), 0)
  const leverage = fit.inverse.reduce(
    (sum, line, i) =>
      sum + line.reduce((inner, entry, j) => inner + (x[i] as number) * entry * (x[j] as number), 0),
    0,
  )
  return { value, leverage }
}
