import { fisherInterval, type Interval } from "../stats/fisher-interval.ts"
import { coefficient } from "../stats/pearson.ts"
import { clusterInterval } from "./resample.ts"
import { isPanel, type Rows } from "./rows.ts"

/** Cells (wave × place) from the smallest value up; sorted once for all pairs that share the series. */
export function sortedCells(waves: readonly (Float64Array | undefined)[], places: number): Int32Array {
  const values = new Float64Array(waves.length * places).fill(Number.NaN)
  for (const [wave, of] of waves.entries()) if (of !== undefined) values.set(of, wave * places)
  let count = 0
  for (let cell = 0; cell < values.length; cell++) if (Number.isFinite(values[cell])) count++
  let cells = new Int32Array(count)
  for (let cell = 0, at = 0; cell < values.length; cell++)
    if (Number.isFinite(values[cell])) cells[at++] = cell
  // Digit by digit from the lowest: each pass keeps the order of the one before. Several times faster than comparing.
  const keys = sortable(values)
  let next = new Int32Array(count)
  const starts = new Int32Array(DIGIT + 1)
  for (let half = 0; half < 2; half++) {
    for (let shift = 0; shift < 32; shift += BITS) {
      starts.fill(0)
      for (let at = 0; at < count; at++) {
        const digit = ((keys[2 * (cells[at] as number) + half] as number) >>> shift) & (DIGIT - 1)
        starts[digit + 1] = (starts[digit + 1] as number) + 1
      }
      // All alike: nothing moves.
      if (starts.includes(count)) continue
      for (let digit = 0; digit < DIGIT; digit++)
        starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number)
      for (let at = 0; at < count; at++) {
        const cell = cells[at] as number
        const digit = ((keys[2 * cell + half] as number) >>> shift) & (DIGIT - 1)
        next[starts[digit] as number] = cell
        starts[digit] = (starts[digit] as number) + 1
      }
      ;[cells, next] = [next, cells]
    }
  }
  return cells
}

const BITS = 8
const DIGIT = 1 << BITS

/** The low and the high half of each value's bits, so that larger values are larger as whole numbers. */
function sortable(values: Float64Array): Uint32Array {
  // 0 and -0 are equal.
  const all = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) all[at] = (values[at] as number) + 0
  const bits = new Uint32Array(all.buffer)
  for (let low = 0; low < bits.length; low += 2) {
    const high = bits[low + 1] as number
    const isNegative = high >>> 31 === 1
    bits[low] = isNegative ? ~(bits[low] as number) : (bits[low] as number)
    bits[low + 1] = isNegative ? ~high : high ^ 0x8000_0000
  }
  return bits
}

/** The rows in that order. */
export function rowsInOrder(cells: Int32Array, rows: Rows): Int32Array {
  const order = new Int32Array(rows.n)
  let at = 0
  for (let i = 0; i < cells.length; i++) {
    const row = rows.rowAt[cells[i] as number] as number
    if (row >= 0) order[at++] = row
  }
  return order
}

export interface RankLink {
  r: number
  interval: Interval | undefined
}

/**
 * Spearman's correlation of the rows. One wave: interval of Bonett & Wright. Several: the error from what each unit
 * weighs in it, in the rank of others too (infinitesimal jackknife; Borkowf 2002, Computational Statistics & Data
 * Analysis 39), summed over the unit's rows, on Fisher's scale with t on units - 1.
 */
export function rankLink(rows: Rows, byX: Int32Array, byY: Int32Array): RankLink | undefined {
  const [x, y] = [ranked(rows.x, byX), ranked(rows.y, byY)]
  const r = coefficient(x, y)
  if (r === undefined) return undefined
  if (!isPanel(rows)) {
    const error = Math.sqrt((1 + (r * r) / 2) / (rows.n - 3))
    return { r, interval: fisherInterval(r, error) }
  }
  return { r, interval: clusterInterval(r, rankError(rows, x, y, byX, byY, r), rows.units) }
}

/** Mid-ranks by an order that is there already. */
function ranked(values: Float64Array, order: Int32Array): Float64Array {
  const ranks = new Float64Array(values.length)
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] as number] as number
    let next = first + 1
    while (next < order.length && values[order[next] as number] === value) next++
    for (let at = first; at < next; at++) ranks[order[at] as number] = (first + 1 + next) / 2
    first = next
  }
  return ranks
}

/** Standard error of atanh(r). */
function rankError(
  rows: Rows,
  x: Float64Array,
  y: Float64Array,
  byX: Int32Array,
  byY: Int32Array,
  r: number,
): number {
  const { n, units } = rows
  const [aboveX, aboveY] = [above(x, y, byX), above(y, x, byY)]
  let [squaresX, squaresY] = [0, 0]
  const middle = (n + 1) / 2
  const ofUnit = new Float64Array(units)
  for (let row = 0; row < n; row++) {
    const [a, b] = [((x[row] as number) - middle) / n, ((y[row] as number) - middle) / n]
    squaresX += a * a
    squaresY += b * b
    const weighs = a * b + (aboveX[row] as number) + (aboveY[row] as number)
    ofUnit[rows.unit[row] as number] = (ofUnit[rows.unit[row] as number] as number) + weighs
  }
  // What a unit of so many average rows would weigh is no news of it.
  let whole = 0
  for (const sum of ofUnit) whole += sum
  const share = whole / n
  const count = new Float64Array(units)
  for (const unit of rows.unit) count[unit] = (count[unit] as number) + 1
  let squares = 0
  for (let unit = 0; unit < units; unit++)
    squares += ((ofUnit[unit] as number) - share * (count[unit] as number)) ** 2
  const error = Math.sqrt((squares * units) / (units - 1)) / Math.sqrt(squaresX * squaresY)
  return error / (1 - r * r)
}

/** By row the mean over all rows of the other side's rank (from its middle) where theirs is above, ties by half. */
function above(mine: Float64Array, other: Float64Array, order: Int32Array): Float64Array {
  const n = order.length
  const middle = (n + 1) / 2
  const sums = new Float64Array(n)
  let beyond = 0
  for (let last = n - 1; last >= 0; ) {
    const rank = mine[order[last] as number] as number
    let first = last
    let tied = 0
    while (first >= 0 && mine[order[first] as number] === rank)
      tied += ((other[order[first--] as number] as number) - middle) / n
    for (let at = last; at > first; at--) sums[order[at] as number] = (beyond + tied / 2) / n
    beyond += tied
    last = first
  }
  return sums
}
