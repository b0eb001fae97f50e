import { grouped } from "../wording.ts"
import { byteRows } from "./byte-rows.ts"
import type { Fault } from "./fault.ts"
import { fileBytes } from "./file-bytes.ts"
import { findHeader } from "./find-header.ts"
import { findKpiColumns } from "./find-kpi-columns.ts"
import type { KpiChoices, KpiFile } from "./kpi-file.ts"
import { kpiLimits } from "./limits.ts"
import { lookThrough } from "./look-through.ts"
import type { PeriodKind } from "./period.ts"
import { type Context, readRows } from "./read-rows.ts"
import { settleDecimals } from "./settle-decimals.ts"
import { settlePeriods } from "./settle-periods.ts"
import { tellKpis } from "./tell-kpis.ts"

/**
 * A file of KPI values, CSV or XLSX, long or wide. Whatever does not count is named by row and column. Bounded; never throws.
 *
 * @param kinds by labelKey of its name the kind of period that a KPI has already
 */
export function readKpis(
  given: Uint8Array,
  fileName: string,
  choices: KpiChoices = {},
  kinds: Readonly<Record<string, PeriodKind>> = {},
): KpiFile {
  if (given.length > kpiLimits.bytes)
    return nothing({
      code: "too-large",
      message: `The file is larger than ${kpiLimits.bytes / 1024 / 1024} MB.`,
      repair: "Send it in parts, some KPIs or periods at a time.",
    })
  const file = fileBytes(given, fileName)
  if ("code" in file) return nothing(file)
  const head = findHeader(file)
  if (head === undefined) return nothing({ code: "empty-file", message: "The file is empty.", repair: null })
  const { headers, at, row } = head
  if (headers.length > kpiLimits.columns || (file.isWorkbook && headers.length > 200))
    return nothing({
      ...{ code: "too-large", message: `The file has ${grouped(headers.length)} columns.` },
      repair: file.isWorkbook ? "Save the sheet as “CSV UTF-8”: that may have more." : "Send it in parts.",
    })
  const columns = findKpiColumns(headers, choices)
  if ("code" in columns) return nothing(columns, file.notes)
  const open = () => {
    const rows = byteRows(file.bytes, file.delimiter, headers.length, at)
    rows.row = row
    return rows
  }
  const first = lookThrough(open(), columns, headers)
  if ("code" in first) return nothing(first, file.notes)
  const settled = settlePeriods(first.texts, choices)
  const keep = first.marks.map(({ good }) => good > 0)
  const context: Context = { columns, headers, places: first.places, settled, keep }

  // How numbers are written is settled by the first rows; should the rest say otherwise, all is read once more.
  let marks = first.marks
  for (let again = 0; ; again++) {
    const decimals = settleDecimals(headers, columns, marks, choices, file.isWorkbook)
    const read = readRows(open(), context, decimals.of)
    if ("code" in read) return nothing(read, file.notes)
    marks = read.marks
    const next = settleDecimals(headers, columns, marks, choices, file.isWorkbook)
    const isSettled = next.of.every((one, column) => one === decimals.of[column])
    const isListed = context.keep.every((listed, column) => listed || marks[column]?.good === 0)
    if ((isSettled && isListed) || again === 2) return tellKpis(read, context, next, file, kinds)
    context.keep = marks.map(({ good }) => good > 0)
  }
}

function nothing(fault: Fault & { column?: string | null }, notes: string[] = []): KpiFile {
  return {
    ...{ layout: "long", columns: {}, notes, issueCount: 1, rows: 0, units: [], kpis: [] },
    issues: [{ row: null, column: null, ...fault }],
    asked: { decimals: [], dayFirst: null, periodKind: null, kpi: false },
  }
}
