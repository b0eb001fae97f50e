import { quoted } from "../wording.ts"
import { type ByteRows, cellText } from "./byte-rows.ts"
import type { KpiColumns } from "./find-kpi-columns.ts"
import type { KpiIssue } from "./kpi-file.ts"
import type { Unread } from "./read-value.ts"

export function lacks(
  code: "no-unit" | "no-period" | "no-kpi",
  row: number,
  said: string,
  { columns }: KpiColumns,
): KpiIssue {
  const why = {
    "no-unit": "it names no unit",
    "no-kpi": "it names no KPI",
    "no-period": said === "" ? "it names no period" : `${quoted(said)} is no period`,
  }[code]
  const column = { "no-unit": columns.unit, "no-period": columns.period, "no-kpi": columns.kpi }[code] ?? null
  return rowIssue(code, row, column, `Row ${row} is not counted: ${why}.`)
}

export function noNumber(
  rows: ByteRows,
  at: number,
  header: string,
  result: Exclude<Unread, "blank">,
): KpiIssue {
  const text = quoted(cellText(rows, at))
  const why = {
    "no-number": "is no number",
    "out-of-range": "is larger or smaller than a figure can be",
    "other-decimals": "is written with another sign before the decimals than the rest of the column",
  }[result]
  return rowIssue(
    "no-number",
    rows.row,
    header,
    `${text} in row ${rows.row}, column ${quoted(header)}, ${why}. It is not counted.`,
  )
}

export function rowIssue(
  code: KpiIssue["code"],
  row: number,
  column: string | null,
  message: string,
): KpiIssue {
  return { code, row, column, message, repair: null }
}
