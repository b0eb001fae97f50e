import type { DriverInput } from "./types.ts"

/** One row a unit and base period: what was known then, and what came `horizon` periods later. Ordered by period. */
export interface DriverRows {
  unit: Int32Array
  period: Int32Array
  indicator: Float64Array
  last: Float64Array
  next: Float64Array
}

/** Complete rows only: nothing is filled in. */
export function driverRows({ units, indicator, outcome, horizon }: DriverInput): DriverRows {
  const found = indicator.flatMap((known, period) => {
    const [last, next] = [outcome[period], outcome[period + horizon]]
    if (last === undefined || next === undefined) return []
    return Array.from({ length: units }, (_, unit) => ({
      ...{ unit, period, indicator: known[unit] ?? Number.NaN },
      ...{ last: last[unit] ?? Number.NaN, next: next[unit] ?? Number.NaN },
    })).filter((row) => [row.indicator, row.last, row.next].every(Number.isFinite))
  })
  return {
    unit: Int32Array.from(found, ({ unit }) => unit),
    period: Int32Array.from(found, ({ period }) => period),
    indicator: Float64Array.from(found, ({ indicator }) => indicator),
    last: Float64Array.from(found, ({ last }) => last),
    next: Float64Array.from(found, ({ next }) => next),
  }
}

/** Those rows that `keep` lets stay. */
export function rowsWhere(rows: DriverRows, keep: (at: number) => boolean): DriverRows {
  const kept = (_: number, at: number) => keep(at)
  return {
    unit: rows.unit.filter(kept),
    period: rows.period.filter(kept),
    indicator: rows.indicator.filter(kept),
    last: rows.last.filter(kept),
    next: rows.next.filter(kept),
  }
}
