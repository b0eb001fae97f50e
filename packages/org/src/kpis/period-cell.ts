import { type ByteRows, cellText } from "./byte-rows.ts"
import { type KpiColumns, partLetter } from "./find-kpi-columns.ts"
import { kpiLimits } from "./limits.ts"

/** What a row says of its period: in one cell, or a year and a part of it in two. */
export function periodCell(rows: ByteRows, { period }: KpiColumns, headers: readonly string[]): string {
  const [whole = 0, part] = period
  if (part === undefined) return cellText(rows, whole).slice(0, kpiLimits.text)
  const year = cellText(rows, whole)
  const of = cellText(rows, part)
  if (year === "" || of === "") return ""
  return /^\d+(\.0+)?$/.test(of) ? `${partLetter(headers[part] ?? "")}${Number(of)} ${year}` : `${of} ${year}`
}
