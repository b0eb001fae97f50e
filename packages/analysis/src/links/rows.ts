import { deviations } from "../stats/deviations.ts"
import type { LinkConstruct, LinkKpi } from "./types.ts"

/** The unit-periods that have both values, wave after wave. */
export interface Rows {
  n: number
  /** Different units; rows name them 0 up to this. */
  units: number
  x: Float64Array
  y: Float64Array
  unit: Int32Array
  /** Where each wave's rows begin, and behind the last where they end; waves without rows are left out. */
  waves: number[]
  /** By unit its place in the input. */
  place: Int32Array
  /** By wave and place the row, or -1. */
  rowAt: Int32Array
  /** How many people stand behind x; null where that is not known of every row. */
  size: Float64Array | null
}

/** What both sides have in common at a lag. */
export function rowsOf(construct: LinkConstruct, kpi: LinkKpi, lag: number, places: number): Rows {
  const most = construct.waves.length * places
  const [x, y] = [new Float64Array(most), new Float64Array(most)]
  const unit = new Int32Array(most)
  const rowAt = new Int32Array(most).fill(-1)
  const numbered = new Int32Array(places).fill(-1)
  const place = new Int32Array(places)
  const size = construct.sizes === undefined ? null : new Float64Array(most)
  const waves = [0]
  let known = size !== null
  let [n, units] = [0, 0]
  for (let wave = 0; wave < construct.waves.length; wave++) {
    const scores = construct.waves[wave] as Float64Array
    const values = kpi.periods[(kpi.at[wave] as number) + lag]
    if (values === undefined) continue
    const sizes = construct.sizes?.[wave]
    for (let at = 0; at < places; at++) {
      const [score, value] = [scores[at] as number, values[at] as number]
      if (!Number.isFinite(score) || !Number.isFinite(value)) continue
      if ((numbered[at] as number) < 0) {
        place[units] = at
        numbered[at] = units++
      }
      x[n] = score
      y[n] = value
      unit[n] = numbered[at] as number
      rowAt[wave * places + at] = n
      if (size !== null) {
        const people = sizes?.[at] ?? Number.NaN
        if (people > 0) size[n] = people
        else known = false
      }
      n++
    }
    if (n > (waves.at(-1) as number)) waves.push(n)
  }
  return {
    ...{ n, units, waves, rowAt },
    ...{ x: x.subarray(0, n), y: y.subarray(0, n), unit: unit.subarray(0, n) },
    ...{ place: place.subarray(0, units), size: known && size !== null ? size.subarray(0, n) : null },
  }
}

/**
 * Values less the mean of their wave, so that a trend which all units share is no part of them; null where nothing is
 * left: the units of each wave are all the same.
 */
export function withinWaves(values: Float64Array, waves: readonly number[]): Float64Array | null {
  const away = new Float64Array(values.length)
  let squares = 0
  for (let wave = 1; wave < waves.length; wave++) {
    const [from, to] = [waves[wave - 1] as number, waves[wave] as number]
    const of = deviations(values.subarray(from, to))
    away.set(of.from, from)
    squares += of.squares
  }
  return squares === 0 ? null : away
}

/** More than one wave: units may come again, and all may move with time. */
export function isPanel(rows: Rows): boolean {
  return rows.waves.length > 2
}
