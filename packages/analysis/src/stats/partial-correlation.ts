import { bounded, type Correlation, inference } from "./pearson.ts"
import { alignment, residuals, spanOf } from "./residuals.ts"

/**
 * Partial correlation: Pearson's of what linear regressions on the same k controls (and a constant) leave of x and y.
 * t on n - 2 - k degrees of freedom; 95% interval by Fisher's z with SE 1/sqrt(n - 3 - k) (Fisher 1924, Metron 3).
 * undefined below one degree of freedom, when the controls depend on one another and when they explain x or y wholly.
 */
export function partialPearson(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  controls: readonly ArrayLike<number>[],
): Correlation | undefined {
  const n = x.length
  const span = n - 2 - controls.length < 1 ? undefined : spanOf(n, controls)
  const ofX = span && residuals(x, span)
  const ofY = span && residuals(y, span)
  if (ofX === undefined || ofY === undefined) return undefined
  return inference(bounded(alignment(ofX, ofY)), n, controls.length)
}
