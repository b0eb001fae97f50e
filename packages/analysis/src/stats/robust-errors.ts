import type { LeastSquares } from "./least-squares.ts"

/**
 * Standard errors of coefficients that do not assume equal residual variances, HC3: sqrt diag of
 * A (sum w_i² e_i² / (1 - h_i)² x_i x_i') A, A = (X'WX)^-1 (MacKinnon & White 1985, Journal of Econometrics 29; Long &
 * Ervin 2000). undefined without degrees of freedom and when a row alone decides a coefficient (leverage 1).
 */
export function hc3Errors(fit: LeastSquares): number[] | undefined {
  if (fit.df < 1 || fit.leverages.some((leverage) => leverage > 1 - 1e-10)) return undefined
  const scores = rows(fit).map((row, i) => row.map((value) => value / (1 - (fit.leverages[i] as number))))
  return sandwich(fit, scores)
}

/**
 * Standard errors for rows that come in clusters (units under one head): the sums of a cluster's scores in place of
 * single rows, times G/(G-1) (n-1)/(n-p) (Liang & Zeger 1986, Biometrika 73; R: sandwich::vcovCL, HC1). Trustworthy
 * from some 40 clusters up. undefined without degrees of freedom and below two clusters.
 */
export function clusterErrors(fit: LeastSquares, clusters: ArrayLike<number>): number[] | undefined {
  const sums = new Map<number, number[]>()
  for (const [i, row] of rows(fit).entries()) {
    const sum = sums.get(clusters[i] as number)
    if (sum === undefined) sums.set(clusters[i] as number, [...row])
    else for (const [j, value] of row.entries()) sum[j] = (sum[j] as number) + value
  }
  const groups = sums.size
  if (fit.df < 1 || groups < 2) return undefined
  const factor = (groups / (groups - 1)) * ((fit.n - 1) / fit.df)
  return sandwich(fit, [...sums.values()]).map((error) => error * Math.sqrt(factor))
}

/** A row's pull on the coefficients: w_i e_i x_i. */
function rows(fit: LeastSquares): number[][] {
  return Array.from(fit.residuals, (residual, i) =>
    fit.columns.map((column) => (fit.weights[i] as number) * residual * (column[i] as number)),
  )
}

/** sqrt diag(A (sum s s') A) = root of the sum of (A s)². */
function sandwich(fit: LeastSquares, scores: readonly number[][]): number[] {
  return fit.inverse.map((line) => {
    const moved = scores.map((score) => score.reduce((sum, value, j) => sum + value * (line[j] as number), 0))
    return Math.sqrt(moved.reduce((sum, value) => sum + value * value, 0))
  })
}
