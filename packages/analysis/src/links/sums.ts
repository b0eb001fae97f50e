import { deviations } from "../stats/deviations.ts"
import { bounded } from "../stats/pearson.ts"
import type { LeftOut } from "./resample.ts"
import type { Rows } from "./rows.ts"

/** Of each unit: rows, sums, squares, products; enough to leave it out without going through the rows again. */
const width = 10
const [N, X, Y, Z, XX, YY, ZZ, XY, XZ, YZ] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Two coefficients over the same rows: x with y, and the same with a control taken out (when there is one). */
export interface Coefficients {
  plain: LeftOut
  partial: LeftOut | undefined
}

/** undefined where a side does not vary; no partial one where the control does not vary, or explains a side wholly. */
export function coefficients(rows: Rows, control: Float64Array | null): Coefficients | undefined {
  const [x, y] = [scaled(rows.x), scaled(rows.y)]
  const z = control === null ? null : scaled(control)
  if (x === null || y === null) return undefined
  const units = new Float64Array(rows.units * width)
  const total = new Float64Array(width)
  const add = (into: Float64Array, at: number, value: number) => {
    into[at] = (into[at] as number) + value
  }
  for (let row = 0; row < rows.n; row++) {
    const from = (rows.unit[row] as number) * width
    const [a, b, c] = [x[row] as number, y[row] as number, z === null ? 0 : (z[row] as number)]
    add(units, from + N, 1)
    add(units, from + X, a)
    add(units, from + Y, b)
    add(units, from + XX, a * a)
    add(units, from + YY, b * b)
    add(units, from + XY, a * b)
    if (z === null) continue
    add(units, from + Z, c)
    add(units, from + ZZ, c * c)
    add(units, from + XZ, a * c)
    add(units, from + YZ, b * c)
  }
  for (let at = 0; at < units.length; at++) add(total, at % width, units[at] as number)
  const left = new Float64Array(width)
  const over = (of: (sums: Float64Array) => number | undefined): LeftOut | undefined => {
    const all = of(total)
    if (all === undefined) return undefined
    const without = Array.from({ length: rows.units }, (_, unit) => {
      for (let at = 0; at < width; at++)
        left[at] = (total[at] as number) - (units[unit * width + at] as number)
      return of(left)
    })
    return { all, without }
  }
  const plain = over((sums) => correlation(sums, X, XX, Y, YY, XY))
  if (plain === undefined) return undefined
  return { plain, partial: z === null ? undefined : over(partialOf) }
}

/** To mean 0 and mean square 1, so that sums of squares keep their digits; null where nothing varies. */
function scaled(values: Float64Array): Float64Array | null {
  const { from, squares } = deviations(values)
  if (squares === 0) return null
  const unit = Math.sqrt(values.length / squares)
  return from.map((value) => value * unit)
}

function correlation(s: Float64Array, x: number, xx: number, y: number, yy: number, xy: number) {
  const n = s[N] as number
  if (n < 3) return undefined
  const a = (s[xx] as number) - (s[x] as number) ** 2 / n
  const b = (s[yy] as number) - (s[y] as number) ** 2 / n
  // All had a mean square of 1: what rounding leaves of a side that does not vary is far below.
  if (a <= 1e-11 * n || b <= 1e-11 * n) return undefined
  const r = ((s[xy] as number) - ((s[x] as number) * (s[y] as number)) / n) / Math.sqrt(a * b)
  return bounded(Math.max(-1, Math.min(1, r)))
}

function partialOf(sums: Float64Array): number | undefined {
  const r = correlation(sums, X, XX, Y, YY, XY)
  const ofX = correlation(sums, X, XX, Z, ZZ, XZ)
  const ofY = correlation(sums, Y, YY, Z, ZZ, YZ)
  if (r === undefined || ofX === undefined || ofY === undefined) return undefined
  const left = (1 - ofX * ofX) * (1 - ofY * ofY)
  return left < 1e-11 ? undefined : bounded(Math.max(-1, Math.min(1, (r - ofX * ofY) / Math.sqrt(left))))
}
