import { grouped, quoted } from "../wording.ts"
import { type ByteRows, cellText, nextRow } from "./byte-rows.ts"
import { type Fault, tooLarge } from "./fault.ts"
import type { KpiColumns } from "./find-kpi-columns.ts"
import { type GatheredValues, gatherValues } from "./gathered-values.ts"
import { type IssueList, issueList } from "./issue-list.ts"
import type { Decimals } from "./kpi-file.ts"
import { labelKey } from "./label-key.ts"
import { kpiLimits } from "./limits.ts"
import { type Period, periodText } from "./period.ts"
import { periodCell } from "./period-cell.ts"
import { plainLine } from "./plain-line.ts"
import { type ColumnMarks, noMarks, readCell } from "./read-cell.ts"
import type { ReadCell } from "./read-value.ts"
import { lacks, noNumber, rowIssue } from "./row-issues.ts"
import type { SettledPeriods } from "./settle-periods.ts"

export interface Context {
  columns: KpiColumns
  headers: readonly string[]
  /** Place of each text of a period. */
  places: ReadonlyMap<string, number>
  settled: SettledPeriods
  /** By column of numbers: cells that are none are named one by one. */
  keep: readonly boolean[]
}

export interface ReadAll {
  issues: IssueList
  values: GatheredValues
  units: string[]
  marks: ColumnMarks[]
  rows: number
  same: number
  periods: Period[]
}

/** Every row, each cell once. */
export function readRows(rows: ByteRows, context: Context, decimals: readonly Decimals[]): ReadAll | Fault {
  const { columns, headers, places, settled } = context
  // Two spellings of one period are one period.
  const periods: Period[] = []
  const byText = new Map<string, number>()
  const placeOf = settled.periods.map((period) => {
    if (period === undefined) return -1
    const text = periodText(period)
    const known = byText.get(text)
    if (known !== undefined) return known
    byText.set(text, periods.length)
    return periods.push(period) - 1
  })
  const place = (text: string) => placeOf[places.get(text) ?? -1] ?? -1
  const issues = issueList()
  const values = gatherValues(periods.length, labelKey)
  const units: string[] = []
  const unitPlaces = new Map<string, number>()
  const marks = noMarks(columns)
  const read: ReadAll = { issues, values, units, marks, rows: 0, same: 0, periods }
  const kpiOfColumn = columns.values.map(({ kpi }) => (kpi === null ? undefined : values.kpi(kpi)))
  const placeOfColumn = columns.values.map(({ period }) => (period === null ? -1 : place(period)))
  const cell: ReadCell = { value: 0, says: 0, isPercent: false }
  const nameless = columns.kpi === null ? values.kpi("") : undefined
  const width = headers.length

  while (nextRow(rows)) {
    if (rows.count === 0) continue
    const { row } = rows
    if (rows.broken || (rows.count > width && hasMore(rows, width))) {
      const why = rows.broken
        ? "a quotation mark is not closed"
        : `it has ${rows.count} cells under ${width} headers`
      issues.add(() => rowIssue("unreadable-row", row, null, `Row ${row} is not counted: ${why}.`))
      continue
    }
    const label = plainLine(cellText(rows, columns.unit), kpiLimits.text)
    const name = columns.kpi === null ? "" : plainLine(cellText(rows, columns.kpi), kpiLimits.name)
    const said = columns.period.length === 0 ? "" : periodCell(rows, columns, headers)
    const period = columns.period.length === 0 ? -1 : place(said)
    const lack =
      label === ""
        ? "no-unit"
        : columns.period.length > 0 && period < 0
          ? "no-period"
          : columns.kpi !== null && name === ""
            ? "no-kpi"
            : null
    if (lack !== null) {
      if (isFilled(rows, columns)) issues.add(() => lacks(lack, row, said, columns))
      continue
    }
    read.rows++
    const key = labelKey(label)
    let unit = unitPlaces.get(key)
    if (unit === undefined) {
      unit = units.push(label) - 1
      if (unit >= kpiLimits.units) return tooLarge(`more than ${grouped(kpiLimits.units)} units`)
      unitPlaces.set(key, unit)
    }
    const ofRow = columns.kpi === null ? nameless : values.kpi(name)
    for (let column = 0; column < columns.values.length; column++) {
      const { at } = columns.values[column] as KpiColumns["values"][number]
      if (at >= rows.count) continue
      const mark = marks[column] as ColumnMarks
      const result = readCell(rows, at, decimals[column] as Decimals, cell, mark)
      if (result === "blank") continue
      if (result !== "read") {
        if (result === "other-decimals" || context.keep[column])
          issues.add(() => noNumber(rows, at, headers[at] ?? "", result))
        continue
      }
      const kpi = kpiOfColumn[column] ?? ofRow
      if (kpi === undefined) return tooLarge(`more than ${grouped(kpiLimits.kpis)} KPIs`)
      const where = period >= 0 ? period : (placeOfColumn[column] as number)
      const { value } = cell
      const put = values.put(kpi, where, unit, value, row)
      if (cell.isPercent) kpi.percents++
      if (put === "kept") continue
      if (put === "too-many") return tooLarge(`more than ${grouped(kpiLimits.values)} places for values`)
      if (put === "same") read.same++
      else {
        const when = periodText(periods[where] as Period)
        issues.add(() =>
          rowIssue(
            "conflict",
            row,
            headers[at] ?? "",
            `Row ${row} says ${value} for ${quoted(label)} in ${when}${kpi.name === "" ? "" : ` (${quoted(kpi.name)})`}; another row says another value. Neither is counted.`,
          ),
        )
      }
    }
  }
  return read
}

function hasMore(rows: ByteRows, width: number): boolean {
  // Spreadsheets write empty cells at the end of a row; more than the header has are told only when something is in them.
  const { bytes, delimiter, at } = rows
  const from = rows.ends[width - 1] as number
  for (let place = from; place < at - 1; place++) {
    const byte = bytes[place]
    if (byte !== delimiter && byte !== 32 && byte !== 13 && byte !== 34) return true
  }
  return false
}

function isFilled(rows: ByteRows, { values }: KpiColumns): boolean {
  return values.some(({ at }) => at < rows.count && rows.starts[at] !== rows.ends[at])
}
