import { byteRows, cellText, nextRow } from "./byte-rows.ts"
import type { FileBytes } from "./file-bytes.ts"
import { knownKpiHeaders } from "./find-kpi-columns.ts"
import { kpiLimits } from "./limits.ts"

/** Rows above the header that may hold a title. */
const TITLES = 20

/** The row with the most headers that are known, and where the rows below it begin; undefined: the file is empty. */
export function findHeader(file: FileBytes): { headers: string[]; at: number; row: number } | undefined {
  const rows = byteRows(file.bytes, file.delimiter, kpiLimits.columns + 1, file.from)
  let best: { headers: string[]; at: number; row: number } | undefined
  let most = -1
  for (let line = 0; line < TITLES && nextRow(rows); line++) {
    if (rows.count === 0) continue
    const headers = Array.from({ length: Math.min(rows.count, rows.starts.length) }, (_, cell) =>
      cellText(rows, cell).slice(0, 300),
    )
    const known = knownKpiHeaders(headers)
    if (known > most) {
      best = { headers, at: rows.at, row: rows.row }
      most = known
    }
  }
  if (best) while (best.headers.at(-1) === "") best.headers.pop()
  return best
}
