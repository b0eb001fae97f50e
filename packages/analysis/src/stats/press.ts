import { deviations } from "./deviations.ts"
import type { LeastSquares } from "./least-squares.ts"
import { studentQuantile } from "./student-t.ts"

export interface LeaveOneOut {
  /** Root of the mean squared error of each row predicted from the others. */
  error: number
  /** 1 - PRESS / sum (y - mean)²: below 0 the mean would have predicted better; undefined when y does not vary. */
  r2: number | undefined
  /** Share of rows inside the prediction interval made from the others; undefined below two degrees of freedom. */
  covered: number | undefined
}

/**
 * A regression judged by rows it has not seen (PRESS; Allen 1974, Technometrics 16), without fitting again: the error
 * of row i predicted from the others is e_i / (1 - h_i), and in units of its own prediction interval it is the
 * externally studentized residual (Cook & Weisberg 1982, 2.2.1). For fits without weights.
 * undefined when a row alone decides a coefficient (leverage 1): without it there is no prediction.
 */
export function press(fit: LeastSquares, confidence = 0.95): LeaveOneOut | undefined {
  const { n, df, residuals, leverages } = fit
  if (leverages.some((leverage) => leverage > 1 - 1e-10)) return undefined
  const sum = residuals.reduce((all, e, i) => all + (e / (1 - (leverages[i] as number))) ** 2, 0)
  const { squares } = deviations(fit.y)
  return {
    error: Math.sqrt(sum / n),
    r2: squares > 0 ? 1 - sum / squares : undefined,
    covered: df < 2 ? undefined : residuals.filter((_, i) => covers(fit, i, confidence)).length / n,
  }
}

function covers(fit: LeastSquares, row: number, confidence: number): boolean {
  const e = fit.residuals[row] as number
  const rest = 1 - (fit.leverages[row] as number)
  const variance = (fit.df * (fit.sigma ?? 0) ** 2 - (e * e) / rest) / (fit.df - 1)
  return e * e <= studentQuantile((1 + confidence) / 2, fit.df - 1) ** 2 * Math.max(0, variance) * rest
}
