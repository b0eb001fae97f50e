import { ticks } from "d3-array"
import { type ScaleLinear, scaleLinear } from "d3-scale"

export interface MeanScale {
  x: ScaleLinear<number, number>
  /** scale points to label, whole and half ones */
  ticks: number[]
}

/**
 * Horizontal position of means on the scale 1 to 5. The window is at least two scale points wide, so that small
 * differences stay small on paper, and moves in half points so that it does not follow the noise.
 */
export function meanScale(
  values: readonly (number | null | undefined)[],
  from: number,
  to: number,
): MeanScale {
  const known = values.filter((value): value is number => value != null && Number.isFinite(value))
  const lowest = known.length > 0 ? Math.max(1, Math.min(...known)) : 3
  const highest = known.length > 0 ? Math.min(5, Math.max(...known)) : 5
  const end = Math.min(5, Math.max(3, Math.ceil(highest * 2) / 2))
  const start = Math.max(1, Math.min(end - 2, Math.floor(lowest * 2) / 2))
  const x = scaleLinear().domain([start, end]).range([from, to]).clamp(true)
  const wide = (to - from) / (end - start) > 90
  return { x, ticks: ticks(start, end, Math.round((end - start) * (wide ? 2 : 1))).filter(isHalf) }
}

/** The values a scale must hold. What is hidden has no say, not even in the length of an axis. */
export function shownValues(
  rows: readonly {
    mean: number | null
    low?: number | null
    high?: number | null
    outer?: { low: number; high: number }
  }[],
): (number | null | undefined)[] {
  return rows.flatMap((row) =>
    row.mean === null ? [] : [row.mean, row.low, row.high, row.outer?.low, row.outer?.high],
  )
}

const isHalf = (value: number) => Number.isInteger(Math.round(value * 1000) / 500)
