import { bounded } from "../stats/pearson.ts"
import { fewestUnits } from "./finding.ts"
import type { Rows } from "./rows.ts"

/** Heads by unit, numbered 0 up to `count`. */
export interface Heads {
  of: Int32Array
  count: number
}

export function numberedHeads(heads: Int32Array): Heads {
  const numbers = new Map<number, number>()
  for (const head of heads) if (!numbers.has(head)) numbers.set(head, numbers.size)
  return { of: heads.map((head) => numbers.get(head) as number), count: numbers.size }
}

/**
 * Units compared under the same head only, in the same wave: both sides less the mean of those. A unit that is alone
 * under its head is compared with nobody. `x` and `y` come from the means of their waves. null below ten units.
 */
export function underHead(rows: Rows, x: Float64Array, y: Float64Array, heads: Heads | null) {
  if (heads === null) return null
  const isCompared = new Uint8Array(rows.units)
  const sums = {
    n: new Int32Array(heads.count),
    x: new Float64Array(heads.count),
    y: new Float64Array(heads.count),
  }
  const headOf = new Int32Array(rows.n)
  for (let row = 0; row < rows.n; row++)
    headOf[row] = heads.of[rows.place[rows.unit[row] as number] as number] as number
  let [xx, yy, xy, allX, allY] = [0, 0, 0, 0, 0]
  let units = 0
  for (let wave = 1; wave < rows.waves.length; wave++) {
    const [from, to] = [rows.waves[wave - 1] as number, rows.waves[wave] as number]
    sums.n.fill(0)
    sums.x.fill(0)
    sums.y.fill(0)
    for (let row = from; row < to; row++) {
      const head = headOf[row] as number
      sums.n[head] = (sums.n[head] as number) + 1
      sums.x[head] = (sums.x[head] as number) + (x[row] as number)
      sums.y[head] = (sums.y[head] as number) + (y[row] as number)
    }
    for (let row = from; row < to; row++) {
      const head = headOf[row] as number
      const n = sums.n[head] as number
      if (n < 2) continue
      const unit = rows.unit[row] as number
      if (isCompared[unit] === 0) units++
      isCompared[unit] = 1
      const [ofX, ofY] = [x[row] as number, y[row] as number]
      const a = ofX - (sums.x[head] as number) / n
      const b = ofY - (sums.y[head] as number) / n
      xx += a * a
      yy += b * b
      xy += a * b
      allX += ofX * ofX
      allY += ofY * ofY
    }
  }
  // What rounding leaves of units that are alike under each head is not a variance.
  if (units < fewestUnits || xx <= 1e-20 * allX || yy <= 1e-20 * allY) return null
  return { r: bounded(xy / Math.sqrt(xx) / Math.sqrt(yy)), units }
}
