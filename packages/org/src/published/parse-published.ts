import { eachRecord, firstRecords } from "../csv-records.ts"
import { likelyDelimiter } from "../delimiter.ts"
import { limits } from "../limits.ts"
import { grouped } from "../wording.ts"
import { findColumns, knownPublishedHeaders } from "./find-columns.ts"
import { publishedLimits } from "./limits.ts"
import { type NumberedRow, type RawRow, readRow } from "./read-row.ts"
import { settleFigures } from "./settle-figures.ts"
import type { PublishedColumns, PublishedIssue, PublishedTable } from "./types.ts"
import { uniqueRows } from "./unique-rows.ts"

export interface PublishedOptions {
  /** Columns chosen by hand; the others are found by their headers. */
  columns?: PublishedColumns | undefined
  delimiter?: string | undefined
  /** The layer with the smallest number is the highest. */
  topFirst?: boolean | undefined
}

/** Lines above the header that may hold a title. */
const TITLES = 20

/**
 * A published table as CSV text → rows that count, and by row and column what does not. A row that cannot be read, that
 * lacks a figure, or that is not the only one of its wave, group, layer and question is refused; nothing is filled in.
 * Linear and bounded. Never throws.
 */
export function parsePublished(text: string, options: PublishedOptions = {}): PublishedTable {
  let body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")
  const separator = /^"?sep=(.)"?\n/i.exec(body)
  if (separator) body = body.slice(separator[0].length)
  const delimiter = options.delimiter || separator?.[1] || likelyDelimiter(body)
  const limit = { records: publishedLimits.rows + TITLES, cells: limits.columns, cell: limits.cell }
  const top = firstRecords(body, delimiter, { ...limit, records: TITLES }).map((cells) => cells.map(clean))
  const chosen = Object.values(options.columns ?? {})
  const start = headerAt(top, chosen)
  const headers = top[start]
  if (!headers) return nothing("empty-file", "The file is empty.")

  const raw: RawRow[] = []
  const issues: PublishedIssue[] = []
  let number = separator ? 1 : 0
  const first = start + 1 + number
  // A blank line within is no record but counts as a row of the spreadsheet.
  const more = eachRecord(body, delimiter, limit, (cells, guessed) => {
    number++
    if (number <= first) return
    const row = cells.map(clean)
    if (row.every((cell) => cell === "")) return
    const why = broken(row, headers.length, guessed)
    if (why)
      issues.push({
        code: "unreadable-row",
        row: number,
        column: null,
        message: `Row ${number} is not counted: ${why}.`,
        repair: null,
      })
    else raw.push({ number, cells: row })
  })
  if (more || raw.length > publishedLimits.rows)
    return nothing("too-large", `The file has more than ${grouped(publishedLimits.rows)} rows.`)
  if (raw.length === 0 && issues.length === 0)
    return nothing("empty-file", "The file has a header, but no rows below it.")

  const found = findColumns(
    headers,
    raw.map(({ cells }) => cells),
    options.columns,
  )
  const { kind, columns } = found
  if (found.issues.length > 0)
    return { kind, columns, rows: [], rounding: 0.5, issues: found.issues, notes: [] }
  const read: NumberedRow[] = []
  for (const row of raw) {
    const outcome = readRow(row, found, headers)
    if ("issue" in outcome) issues.push(outcome.issue)
    else read.push(outcome)
  }
  const figures = settleFigures(read, found, columns)
  issues.push(...figures.issues)
  if (hasTooManyLayers(figures.rows))
    return nothing(
      "too-large",
      `A group has more than ${publishedLimits.layers} layers: “${columns.level}” names no layers, or “${columns.order}” no order of them.`,
      "Units are in no order. Leave the column with the order out, or say which columns are meant (level=HEADER).",
    )
  const unique = uniqueRows(figures.rows, columns)
  issues.push(...unique.issues)
  return {
    ...{ kind, columns, rounding: figures.rounding, notes: figures.notes },
    rows: unique.rows.map(({ row: { isSigned: _, ...row } }) => ({
      ...row,
      order: row.order !== null && options.topFirst ? -row.order : row.order,
    })),
    issues: issues.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  }
}

function hasTooManyLayers(read: readonly NumberedRow[]): boolean {
  const places = new Map<string, Set<number>>()
  for (const { row } of read) {
    if (row.order === null) return false
    const key = JSON.stringify([row.wave, row.group])
    const orders = places.get(key) ?? new Set()
    places.set(key, orders.add(row.order))
    if (orders.size > publishedLimits.layers) return true
  }
  return false
}

export function nothing(
  code: PublishedIssue["code"],
  message: string,
  repair: string | null = null,
): PublishedTable {
  const issue = { code, row: null, column: null, message, repair }
  return { kind: "layers", columns: {}, rows: [], rounding: 0.5, issues: [issue], notes: [] }
}

function clean(cell: string): string {
  return cell.replace(/[\s\u00a0\u202f]+/g, " ").trim()
}

/** The first row with at least two known headers, or with all chosen ones; else the first that is filled. */
function headerAt(records: readonly string[][], chosen: readonly string[]): number {
  const hasChosen = (cells: readonly string[]) =>
    chosen.length > 0 && chosen.every((header) => cells.includes(header))
  const known = records.findIndex((cells) => knownPublishedHeaders(cells) >= 2 || hasChosen(cells))
  return known >= 0 ? known : records.findIndex((cells) => cells.some((cell) => cell !== ""))
}

function broken(cells: readonly string[], width: number, guessed: number | null): string | null {
  if (guessed !== null) return "a quotation mark opens that is not closed properly"
  if (cells.slice(width).some((cell) => cell !== ""))
    return `it has ${cells.length} cells, but the header has ${width} columns (a decimal comma needs quotation marks, or another delimiter)`
  return cells.some((cell) => cell.includes("\uFFFD")) ? "some of its letters were lost" : null
}
