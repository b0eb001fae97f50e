import { type ByteRows, cellText } from "./byte-rows.ts"
import type { KpiColumns } from "./find-kpi-columns.ts"
import type { Decimals } from "./kpi-file.ts"
import { kpiLimits } from "./limits.ts"
import { type ReadCell, readBytes, readText, SAYS } from "./read-value.ts"

/** What the cells of one column with numbers say. */
export interface ColumnMarks {
  good: number
  bad: number
  percents: number
  /** Count by what they say of the sign before the decimals (SAYS), and the first that may be either. */
  says: [nothing: number, point: number, comma: number, either: number]
  example: string | null
}

export function noMarks(columns: KpiColumns): ColumnMarks[] {
  return columns.values.map(() => ({ good: 0, bad: 0, percents: 0, says: [0, 0, 0, 0], example: null }))
}

/** Reads one cell and marks what it says. */
export function readCell(rows: ByteRows, at: number, decimals: Decimals, cell: ReadCell, marks: ColumnMarks) {
  const start = rows.starts[at] as number
  const end = rows.ends[at] as number
  if (start === end) return "blank"
  let read: ReturnType<typeof readText> = "read"
  if (!readBytes(cell, rows.bytes, start, end, decimals)) {
    const text = cellText(rows, at)
    read = text.length > kpiLimits.text ? "no-number" : readText(cell, text, decimals)
  }
  if (read === "blank") return read
  if (read === "no-number" || read === "out-of-range") {
    marks.bad++
    return read
  }
  marks.says[cell.says as 0 | 1 | 2 | 3]++
  if (cell.says === SAYS.either) marks.example ??= cellText(rows, at)
  if (read === "other-decimals") return read
  marks.good++
  if (cell.isPercent) marks.percents++
  return read
}
