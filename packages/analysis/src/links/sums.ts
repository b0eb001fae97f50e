import { deviations } from "../stats/deviations.ts"
import { bounded } from "../stats/pearson.ts"
import type { LeftOut } from "./resample.ts"
import { isPanel, type Rows } from "./rows.ts"

/** Both sides of the rows with mean 0 and mean square 1. */
export interface Sides {
  x: Float64Array
  y: Float64Array
}

/** null where a side does not vary. */
export function scaledSides(rows: Rows): Sides | null {
  const [x, y] = [scaled(rows.x), scaled(rows.y)]
  return x === null || y === null ? null : { x, y }
}

/** Pearson's r of the rows, and without each unit. */
export function plainLink(rows: Rows, { x, y }: Sides): LeftOut {
  const n = rows.n
  let product = 0
  for (let row = 0; row < n; row++) product += (x[row] as number) * (y[row] as number)
  const without = new Float64Array(rows.units)
  const all = bounded(product / n)
  if (isPanel(rows)) {
    const sums = sumsByUnit(rows, [x, y])
    for (let unit = 0; unit < rows.units; unit++) without[unit] = leftOut(sums, unit, n, product)
  } else
    for (let row = 0; row < n; row++) {
      const [a, b] = [x[row] as number, y[row] as number]
      without[row] = correlation(n - 1, -a, -b, n - a * a, n - b * b, product - a * b)
    }
  return { all, without }
}

/**
 * The same with a control taken out of both sides; of one wave nobody is left out, for its interval does not need it.
 * undefined where the control does not vary, or explains a side wholly.
 */
export function partialLink(rows: Rows, { x, y }: Sides, control: Float64Array): LeftOut | undefined {
  const z = scaled(control)
  if (z === null) return undefined
  const n = rows.n
  let [xy, xz, yz] = [0, 0, 0]
  for (let row = 0; row < n; row++) {
    const [a, b, c] = [x[row] as number, y[row] as number, z[row] as number]
    xy += a * b
    xz += a * c
    yz += b * c
  }
  const all = partial(xy / n, xz / n, yz / n)
  if (Number.isNaN(all)) return undefined
  if (!isPanel(rows)) return { all, without: new Float64Array(0) }
  const [ofXY, ofXZ, ofYZ] = [sumsByUnit(rows, [x, y]), sumsByUnit(rows, [x, z]), sumsByUnit(rows, [y, z])]
  const without = new Float64Array(rows.units)
  for (let unit = 0; unit < rows.units; unit++)
    without[unit] = partial(
      leftOut(ofXY, unit, n, xy),
      leftOut(ofXZ, unit, n, xz),
      leftOut(ofYZ, unit, n, yz),
    )
  return { all, without }
}

/** The correlation without a unit, from the sums of all (n rows, mean 0, mean square 1) and its own. */
function leftOut(sums: Float64Array, unit: number, n: number, product: number): number {
  const at = unit * 6
  const of = (which: number) => sums[at + which] as number
  return correlation(n - of(0), -of(1), -of(2), n - of(3), n - of(4), product - of(5))
}

/** Of each unit: rows, two sums, two sums of squares, sum of products. */
function sumsByUnit(rows: Rows, [x, y]: [Float64Array, Float64Array]): Float64Array {
  const sums = new Float64Array(rows.units * 6)
  for (let row = 0; row < rows.n; row++) {
    const at = (rows.unit[row] as number) * 6
    const [a, b] = [x[row] as number, y[row] as number]
    sums[at] = (sums[at] as number) + 1
    sums[at + 1] = (sums[at + 1] as number) + a
    sums[at + 2] = (sums[at + 2] as number) + b
    sums[at + 3] = (sums[at + 3] as number) + a * a
    sums[at + 4] = (sums[at + 4] as number) + b * b
    sums[at + 5] = (sums[at + 5] as number) + a * b
  }
  return sums
}

/** To mean 0 and mean square 1, so that sums of squares keep their digits; null where nothing varies. */
function scaled(values: Float64Array): Float64Array | null {
  const { from, squares } = deviations(values)
  if (squares === 0) return null
  const unit = Math.sqrt(values.length / squares)
  for (let at = 0; at < from.length; at++) from[at] = (from[at] as number) * unit
  return from
}

/** NaN where a side does not vary. */
function correlation(n: number, x: number, y: number, xx: number, yy: number, xy: number): number {
  const a = xx - (x * x) / n
  const b = yy - (y * y) / n
  // All had a mean square of 1: what rounding leaves of a side that does not vary is far below.
  if (n < 3 || a <= 1e-11 * n || b <= 1e-11 * n) return Number.NaN
  return bounded(Math.max(-1, Math.min(1, (xy - (x * y) / n) / Math.sqrt(a * b))))
}

/** NaN also where the control explains a side wholly. */
function partial(xy: number, xz: number, yz: number): number {
  const left = (1 - xz * xz) * (1 - yz * yz)
  if (!(left > 1e-11)) return Number.NaN
  return bounded(Math.max(-1, Math.min(1, (xy - xz * yz) / Math.sqrt(left))))
}
