import { grouped, quoted } from "../wording.ts"
import { type ByteRows, byteRows, cellText, nextRow } from "./byte-rows.ts"
import { type FileBytes, fileBytes } from "./file-bytes.ts"
import { findKpiColumns, type KpiColumns, knownKpiHeaders, partLetter } from "./find-kpi-columns.ts"
import { type GatheredValues, gatherValues, slotValues } from "./gathered-values.ts"
import { type IssueList, issueList } from "./issue-list.ts"
import type { Decimals, FileKpi, KpiChoices, KpiFile, KpiIssue } from "./kpi-file.ts"
import { labelKey } from "./label-key.ts"
import { kpiLimits } from "./limits.ts"
import { type Period, type PeriodKind, periodText } from "./period.ts"
import { type ReadCell, readBytes, readText, SAYS } from "./read-value.ts"
import { settleDecimals } from "./settle-decimals.ts"
import { type SettledPeriods, settlePeriods } from "./settle-periods.ts"

/** Rows above the header that may hold a title, and rows that are looked at for how numbers are written. */
const TITLES = 20
const SAMPLE = 2_000

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
  const context = { columns, headers, first, settled, kinds, keep: first.marks.map(({ good }) => good > 0) }

  // How numbers are written is settled by the first rows; should the rest say otherwise, all is read once more.
  let marks = first.marks
  for (let again = 0; ; again++) {
    const decimals = settleDecimals(headers, columns, marks, choices, file.isWorkbook)
    const read = readAll(open(), context, decimals.of)
    if ("code" in read) return nothing(read, file.notes)
    marks = read.marks
    const next = settleDecimals(headers, columns, marks, choices, file.isWorkbook)
    const isSettled = next.of.every((one, column) => one === decimals.of[column])
    const isListed = context.keep.every((listed, column) => listed || marks[column]?.good === 0)
    if ((isSettled && isListed) || again === 2) return told(read, context, next, file)
    context.keep = marks.map(({ good }) => good > 0)
  }
}

/** What the cells of one column with numbers say. */
export interface ColumnMarks {
  good: number
  bad: number
  percents: number
  /** Count by what they say of the sign before the decimals (SAYS), and the first that may be either. */
  says: [nothing: number, point: number, comma: number, either: number]
  example: string | null
}

interface Context {
  columns: KpiColumns
  headers: readonly string[]
  first: { texts: string[]; places: Map<string, number> }
  settled: SettledPeriods
  kinds: Readonly<Record<string, PeriodKind>>
  /** By column of numbers: cells that are none are named one by one. */
  keep: boolean[]
}

function findHeader(file: FileBytes): { headers: string[]; at: number; row: number } | undefined {
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

function noMarks(columns: KpiColumns): ColumnMarks[] {
  return columns.values.map(() => ({ good: 0, bad: 0, percents: 0, says: [0, 0, 0, 0], example: null }))
}

/** All texts of periods, and how the first rows write numbers. */
function lookThrough(
  rows: ByteRows,
  columns: KpiColumns,
  headers: readonly string[],
): (Context["first"] & { marks: ColumnMarks[] }) | Fault {
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

/** Reads one cell and marks what it says. */
function readCell(rows: ByteRows, at: number, decimals: Decimals, cell: ReadCell, marks: ColumnMarks) {
  const start = rows.starts[at] as number
  const end = rows.ends[at] as number
  if (start === end) return "blank"
  let read: ReturnType<typeof readText> = "read"
  if (!readBytes(cell, rows.bytes, start, end, decimals)) {
    const text = cellText(rows, at)
    read = text.length > kpiLimits.text ? "no-number" : readText(cell, text, decimals)
  }
  if (read === "blank") return read
  if (read === "no-number") {
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

function periodCell(rows: ByteRows, { period }: KpiColumns, headers: readonly string[]): string {
  const [whole = 0, part] = period
  if (part === undefined) return cellText(rows, whole).slice(0, kpiLimits.text)
  const year = cellText(rows, whole)
  const of = cellText(rows, part)
  if (year === "" || of === "") return ""
  return /^\d+(\.0+)?$/.test(of) ? `${partLetter(headers[part] ?? "")}${Number(of)} ${year}` : `${of} ${year}`
}

interface ReadAll {
  issues: IssueList
  values: GatheredValues
  units: string[]
  marks: ColumnMarks[]
  rows: number
  same: number
  periods: Period[]
}

type Fault = Pick<KpiIssue, "code" | "message" | "repair">

function readAll(rows: ByteRows, context: Context, decimals: readonly Decimals[]): ReadAll | Fault {
  const { columns, headers, first, settled } = context
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
  const place = (text: string) => placeOf[first.places.get(text) ?? -1] ?? -1
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
    const label = cellText(rows, columns.unit).slice(0, kpiLimits.text)
    const name = columns.kpi === null ? "" : cellText(rows, columns.kpi).slice(0, kpiLimits.text)
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

function lacks(
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

function noNumber(
  rows: ByteRows,
  at: number,
  header: string,
  result: "no-number" | "other-decimals",
): KpiIssue {
  const text = quoted(cellText(rows, at))
  const why =
    result === "no-number"
      ? "is no number"
      : "is written with another sign before the decimals than the rest of the column"
  return rowIssue(
    "no-number",
    rows.row,
    header,
    `${text} in row ${rows.row}, column ${quoted(header)}, ${why}. It is not counted.`,
  )
}

function rowIssue(code: KpiIssue["code"], row: number, column: string | null, message: string): KpiIssue {
  return { code, row, column, message, repair: null }
}

type SettledDecimals = ReturnType<typeof settleDecimals>

function told(read: ReadAll, context: Context, decimals: SettledDecimals, file: FileBytes): KpiFile {
  const { columns, headers, settled, kinds } = context
  const { issues } = read
  const kpis = read.values.kpis.flatMap((gathered): FileKpi[] => {
    const filled = read.periods.flatMap((_, place) => ((gathered.counts[place] as number) > 0 ? [place] : []))
    if (filled.length === 0) return []
    const kind = kinds[labelKey(gathered.name)] ?? mostly(filled, gathered.counts, read.periods)
    const own: { ordinal: number; place: number }[] = []
    for (const place of filled) {
      const period = read.periods[place] as Period
      if (period.kind === kind) own.push({ ordinal: period.ordinal, place })
      else
        issues.add(() => {
          const row = gathered.firstRows[place] as number
          const count = gathered.counts[place] as number
          return rowIssue(
            "other-period",
            row,
            columns.columns.period ?? null,
            `${quoted(gathered.name)} is told by ${kind}, and ${periodText(period)} is a ${period.kind}: ${grouped(count)} ${count === 1 ? "value" : "values"} from row ${row} on ${count === 1 ? "is" : "are"} not counted.`,
          )
        })
    }
    own.sort((a, b) => a.ordinal - b.ordinal)
    if (own.length === 0) return []
    const count = own.reduce((sum, { place }) => sum + (gathered.counts[place] as number), 0)
    return [
      {
        ...{ name: gathered.name, kind, count, isPercent: gathered.percents > count / 2 },
        ordinals: own.map(({ ordinal }) => ordinal),
        values: own.map(({ place }) => slotValues(gathered.slots[place] as Float64Array, read.units.length)),
      },
    ]
  })
  columns.values.forEach(({ at }, column) => {
    const { good, bad } = read.marks[column] as ColumnMarks
    const header = headers[at] ?? ""
    if (good === 0 && bad > 0)
      issues.add(() => ({
        ...{ code: "no-numbers", row: null, column: header },
        message: `Column ${quoted(header)} holds no number in ${grouped(bad)} ${bad === 1 ? "cell" : "cells"}; it is not read.`,
        repair: "Leave the column out, or say which column it is.",
      }))
  })
  const same =
    read.same === 0
      ? []
      : [
          `${grouped(read.same)} ${read.same === 1 ? "value stands" : "values stand"} twice with the same figure, and ${read.same === 1 ? "counts" : "count"} once.`,
        ]
  return {
    ...{ layout: columns.layout, columns: columns.columns, rows: read.rows, units: read.units, kpis },
    notes: [...file.notes, ...columns.notes, ...settled.notes, ...decimals.notes, ...same],
    ...{ issues: issues.listed, issueCount: issues.count },
    asked: {
      ...{ decimals: decimals.asked, dayFirst: settled.dayFirst, periodKind: settled.periodKind },
      kpi: columns.asksForKpi,
    },
  }
}

/** The kind of period that most values are of. */
function mostly(places: readonly number[], counts: Int32Array, periods: readonly Period[]): PeriodKind {
  const by = new Map<PeriodKind, number>()
  for (const place of places) {
    const { kind } = periods[place] as Period
    by.set(kind, (by.get(kind) ?? 0) + (counts[place] as number))
  }
  return [...by].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

function tooLarge(what: string): Fault {
  return { code: "too-large", message: `The file has ${what}.`, repair: "Send it in parts." }
}

function nothing(fault: Fault & { column?: string | null }, notes: string[] = []): KpiFile {
  return {
    ...{ layout: "long", columns: {}, notes, issueCount: 1, rows: 0, units: [], kpis: [] },
    issues: [{ row: null, column: null, ...fault }],
    asked: { decimals: [], dayFirst: null, periodKind: null, kpi: false },
  }
}
