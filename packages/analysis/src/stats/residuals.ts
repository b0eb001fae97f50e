import { deviations } from "./deviations.ts"
import { dot, orthonormal } from "./orthonormal.ts"

/** Values less what the directions explain. */
export interface Residuals {
  values: Float64Array
  squares: number
}

/** Orthonormal directions of a constant and the controls; undefined when these depend on one another. */
export function spanOf(n: number, controls: readonly ArrayLike<number>[]): Float64Array[] | undefined {
  return orthonormal([new Float64Array(n).fill(1), ...controls.map((control) => deviations(control).from)])?.q
}

/** What a least-squares fit on the directions leaves of y; undefined when it leaves nothing but rounding. */
export function residuals(y: ArrayLike<number>, span: readonly Float64Array[]): Residuals | undefined {
  // From its mean, so that a large mean does not pass for values that are explained.
  const factors = orthonormal([...span, deviations(y).from])
  const direction = factors?.q.at(-1)
  const length = factors?.r.at(-1)?.at(-1)
  if (direction === undefined || length === undefined) return undefined
  return { values: direction.map((value) => value * length), squares: length * length }
}

/** Correlation of two series of residuals on the same directions. */
export function alignment(a: Residuals, b: Residuals): number {
  return dot(a.values, b.values) / Math.sqrt(a.squares * b.squares)
}
