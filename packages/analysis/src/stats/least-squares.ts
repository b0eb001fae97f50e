import { deviations } from "./deviations.ts"
import { dot, orthonormal } from "./orthonormal.ts"
import { studentProbability } from "./student-t.ts"

export interface LeastSquares {
  n: number
  /** Residual degrees of freedom, n - p. */
  df: number
  /** The constant first, then one a regressor. */
  coefficients: number[]
  fitted: Float64Array
  residuals: Float64Array
  /** Diagonal of the hat matrix: how far a row pulls the fit to itself, from 0 to 1. */
  leverages: Float64Array
  /** Residual standard deviation (of a row of weight 1); undefined without degrees of freedom. */
  sigma: number | undefined
  /** Share of the variance explained; undefined when y does not vary. */
  r2: number | undefined
  adjustedR2: number | undefined
  /** (X'WX)^-1, by row. */
  inverse: number[][]
  /** Columns of X, the constant first. */
  columns: readonly ArrayLike<number>[]
  y: ArrayLike<number>
  weights: ArrayLike<number>
}

/**
 * Linear regression by least squares with a constant: b = (X'WX)^-1 X'Wy by QR factors (R: stats::lm), with weights
 * 1 unless given (they say how precise a row is: variance sigma²/w). Complete rows.
 * undefined when a regressor depends linearly on those before it, as is always so with fewer rows than coefficients
 * (nothing is dropped, nothing inverted), and when a weight is not above 0.
 */
export function leastSquares(
  y: ArrayLike<number>,
  regressors: readonly ArrayLike<number>[],
  { weights = new Float64Array(y.length).fill(1) }: { weights?: ArrayLike<number> } = {},
): LeastSquares | undefined {
  const n = y.length
  const columns = [new Float64Array(n).fill(1), ...regressors]
  const roots = Float64Array.from(weights, Math.sqrt)
  if (!roots.every((root) => root > 0)) return undefined
  const weighted = (values: ArrayLike<number>) => roots.map((root, at) => root * (values[at] as number))
  const factors = columns.length > n ? undefined : orthonormal(columns.map(weighted))
  if (factors === undefined) return undefined

  const { q, r } = factors
  const target = weighted(y)
  const coefficients = solveUpper(
    r,
    q.map((direction) => dot(direction, target)),
  )
  const fitted = Float64Array.from({ length: n }, (_, at) =>
    columns.reduce((sum, column, j) => sum + (coefficients[j] as number) * (column[at] as number), 0),
  )
  const residuals = fitted.map((value, at) => (y[at] as number) - value)
  const leverages = fitted.map((_, at) =>
    q.reduce((sum, direction) => sum + (direction[at] as number) ** 2, 0),
  )

  const df = n - columns.length
  const rest = residuals.reduce((sum, residual, at) => sum + (weights[at] as number) * residual ** 2, 0)
  // Rows on a line differ from it in their last bits: no variance, and no test against it.
  const largest = residuals.reduce((most, _, at) => Math.max(most, Math.abs(y[at] as number)), 0)
  const noise = (8 * Number.EPSILON * largest) ** 2 * roots.reduce((sum, root) => sum + root * root, 0)
  const left = rest <= noise ? 0 : rest
  const squares = squaresAround(y, weights)
  const r2 = squares > 0 ? 1 - left / squares : undefined
  const adjustedR2 = r2 !== undefined && df > 0 ? 1 - ((1 - r2) * (n - 1)) / df : undefined
  const sigma = df > 0 ? Math.sqrt(left / df) : undefined
  const inverse = inverseOf(r)
  return {
    n,
    df,
    coefficients,
    fitted,
    residuals,
    leverages,
    sigma,
    r2,
    adjustedR2,
    inverse,
    columns,
    y,
    weights,
  }
}

export interface Coefficient {
  error: number
  t: number
  /** Two-sided, on n - p degrees of freedom. */
  p: number
}

/** Classical standard errors and t tests of the coefficients; undefined when nothing is left to judge them by. */
export function coefficientTests(fit: LeastSquares): Coefficient[] | undefined {
  const { sigma, df } = fit
  if (!sigma) return undefined
  return fit.coefficients.map((coefficient, j) => {
    const error = sigma * Math.sqrt(fit.inverse[j]?.[j] as number)
    const t = coefficient / error
    return { error, t, p: 2 * studentProbability(-Math.abs(t), df) }
  })
}

/** Weighted squares around the weighted mean; 0 when nothing varies. */
function squaresAround(y: ArrayLike<number>, weights: ArrayLike<number>): number {
  const { from, squares } = deviations(y)
  if (squares === 0) return 0
  const total = from.reduce((sum, _, at) => sum + (weights[at] as number), 0)
  const offset = dot(from, weights) / total
  return from.reduce((sum, away, at) => sum + (weights[at] as number) * (away - offset) ** 2, 0)
}

/** Solves R b = z for an upper triangular R given by its columns. */
function solveUpper(r: readonly Float64Array[], z: readonly number[]): number[] {
  const b = [...z]
  for (let j = b.length - 1; j >= 0; j--) {
    const column = r[j] as Float64Array
    b[j] = (b[j] as number) / (column[j] as number)
    for (let i = 0; i < j; i++) b[i] = (b[i] as number) - (column[i] as number) * (b[j] as number)
  }
  return b
}

/** (R'R)^-1 = R^-1 R^-T. */
function inverseOf(r: readonly Float64Array[]): number[][] {
  const columns = r.map((_, j) =>
    solveUpper(
      r,
      r.map((_, i) => (i === j ? 1 : 0)),
    ),
  )
  return r.map((_, i) =>
    r.map((_, j) => columns.reduce((sum, c) => sum + (c[i] as number) * (c[j] as number), 0)),
  )
}
