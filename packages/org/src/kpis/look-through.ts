import { grouped } from "../wording.ts"
import { type ByteRows, nextRow } from "./byte-rows.ts"
import { type Fault, tooLarge } from "./fault.ts"
import type { KpiColumns } from "./find-kpi-columns.ts"
import { kpiLimits } from "./limits.ts"
import { periodCell } from "./period-cell.ts"
import { type ColumnMarks, noMarks, readCell } from "./read-cell.ts"
import type { ReadCell } from "./read-value.ts"

/** Rows that are looked at for how numbers are written. */
const SAMPLE = 2_000

export interface LookedThrough {
  /** Each text of a period once, and its place among them. */
  texts: string[]
  places: Map<string, number>
  marks: ColumnMarks[]
}

/** All texts of periods, and how the first rows write numbers. */
export function lookThrough(
  rows: ByteRows,
  columns: KpiColumns,
  headers: readonly string[],
): LookedThrough | Fault {
  const places = new Map<string, number>()
  const texts: string[] = []
  const take = (text: string) => {
    if (text === "" || places.has(text)) return
    places.set(text, texts.length)
    texts.push(text)
  }
  for (const { period } of columns.values) if (period !== null) take(period)
  const marks = noMarks(columns)
  const cell: ReadCell = { value: 0, says: 0, isPercent: false }
  let filled = 0
  while (nextRow(rows)) {
    if (rows.count === 0) continue
    if (++filled > kpiLimits.rows) return tooLarge(`more than ${grouped(kpiLimits.rows)} rows`)
    if (columns.period.length > 0) {
      take(periodCell(rows, columns, headers))
      if (texts.length > kpiLimits.periods)
        return tooLarge(`more than ${grouped(kpiLimits.periods)} different periods`)
    }
    if (filled > SAMPLE) {
      // Of a wide file the header has said all periods.
      if (columns.period.length === 0) break
      continue
    }
    columns.values.forEach(({ at }, column) => {
      if (at < rows.count) readCell(rows, at, "point", cell, marks[column] as ColumnMarks)
    })
  }
  if (filled === 0)
    return { code: "empty-file", message: "The file has a header, but no rows below it.", repair: null }
  return { texts, places, marks }
}
