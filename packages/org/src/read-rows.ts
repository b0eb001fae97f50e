import { isKnownHeader, knownHeaders } from "./columns.ts"
import { eachRecord, firstRecords } from "./csv-records.ts"
import { likelyDelimiter } from "./delimiter.ts"
import { limits } from "./limits.ts"
import type { Finding } from "./person.ts"
import { grouped } from "./wording.ts"

export interface Rows {
  headers: string[]
  /** One entry a row of the file, blank rows left out. */
  cells: string[][]
  /** The number a spreadsheet gives to each of `cells`. */
  numbers: number[]
  /** Rows of `cells` that were guessed at, by that number. */
  broken: Map<number, Broken>
  /** What is wrong with the file as a whole. */
  issues: Finding[]
}

/** A row that could not be read for certain. */
export interface Broken {
  code: "unreadable-row" | "too-large"
  /** After “Row 7 cannot be read: ”. */
  why: string
  /** Read as it stands nothing of it is lost, so that is the better guess. */
  whole: boolean
}

/**
 * CSV text → header and rows, cells trimmed. The delimiter is the one the first lines agree on, Excel's `sep=` line
 * wins; a byte order mark and title lines above the header are passed over. Linear, and bounded by `limits`.
 */
export function readRows(text: string, delimiter?: string, chosen: readonly string[] = []): Rows {
  if (text.length > limits.bytes) return refused("too-large", TOO_LONG)
  if (text.includes("\u0000")) return refused("unreadable-row", NO_TEXT)
  // One line ending throughout: exports pasted together mix them.
  let body = text.startsWith("\uFEFF") ? text.slice(1) : text
  if (body.includes("\r")) body = body.replace(/\r\n?/g, "\n")
  const separator = /^"?sep=(.)"?\n/i.exec(body)
  const skipped = separator ? 1 : 0
  if (separator) body = body.slice(separator[0].length)

  const used = delimiter || separator?.[1] || likelyDelimiter(body)
  const limit = { records: limits.rows + TITLES, cells: limits.columns + 1, cell: limits.cell }
  const first = firstRecords(body, used, { ...limit, records: TITLES })
  const start = headerAt(first, chosen)
  const headers = (first[start] ?? []).map((cell) => clean(cell).slice(0, HEADER))
  while (headers.length > 0 && headers.at(-1) === "") headers.pop()
  if (headers.length > limits.columns) return refused("too-large", TOO_WIDE)

  const rows: Rows = { headers, cells: [], numbers: [], broken: new Map(), issues: [] }
  const isUsed = headers.map((header) => chosen.includes(header) || isKnownHeader(header))
  const width = isUsed.lastIndexOf(true) + 1
  let number = skipped
  const more = eachRecord(body, used, limit, (cells, guessed) => {
    number++
    if (number <= start + 1 + skipped) return
    for (let at = 0; at < cells.length; at++) cells[at] = clean(cells[at] as string)
    if (cells.every((cell) => cell === "")) return
    const broken = brokenRow(cells, headers, guessed)
    if (broken) rows.broken.set(number, broken)
    // What no field can mean is not kept: it is most of many an export.
    for (let at = 0; at < cells.length; at++) if (!isUsed[at]) cells[at] = ""
    cells.length = Math.min(cells.length, width)
    rows.cells.push(cells)
    rows.numbers.push(number)
  })
  if (more || rows.cells.length > limits.rows) return { ...refused("too-large", TOO_MANY), headers }
  if (rows.cells.length === 0) rows.issues.push(emptyFile(headers))
  return rows
}

/** Blanks of every kind collapsed, stray quotation marks around the whole removed. */
function clean(cell: string): string {
  if (!/[\s'"\u00a0]/.test(cell)) return cell
  const text = cell.length > limits.cell ? cell : cell.replace(/[\s\u00a0]+/g, " ").trim()
  return text
    .replace(/^['"]+/, "")
    .replace(/(?<!['"])['"]+$/, "")
    .trim()
}

/** Characters of a header that are kept: no column is called more. */
const HEADER = 200

/** Lines above the header that may hold a title, a date, a company. */
const TITLES = 20

/** The header is the first filled row, unless a fuller one below it, among the first, consists of known headers. */
function headerAt(records: readonly string[][], chosen: readonly string[]): number {
  const filled = (index: number) => (records[index] ?? []).filter((cell) => cell.trim() !== "").length
  const first = records.findIndex((_, index) => filled(index) > 0)
  for (let index = first; index >= 0 && index < Math.min(records.length, first + TITLES); index++) {
    const cells = (records[index] as string[]).map(clean)
    if (chosen.length > 0 && chosen.every((header) => cells.includes(header))) return index
    const known = knownHeaders(cells)
    if (index === first && known > 0 && filled(first) > 1) return first
    if (index > first && known >= 2 && known * 2 >= filled(index) && filled(index) > filled(first))
      return index
  }
  return first
}

function brokenRow(cells: string[], headers: readonly string[], guessed: number | null): Broken | null {
  const long = cells.findIndex((cell) => cell.length > limits.cell)
  if (long >= 0) {
    const why = `its cell “${headers[long] ?? long + 1}” holds ${grouped(cells[long]?.length ?? 0)} characters, more than a spreadsheet cell can hold`
    cells.forEach((cell, index) => {
      if (cell.length > limits.cell) cells[index] = cell.slice(0, 100)
    })
    return { code: "too-large", why, whole: false }
  }
  const tooMany = cells.slice(headers.length).some((cell) => cell !== "")
  if (guessed !== null) {
    const at = headers[guessed] === undefined ? "" : ` (in “${headers[guessed]}”)`
    const why = `a quotation mark opens that is not closed properly${at}`
    return { code: "unreadable-row", why, whole: cells.length === headers.length }
  }
  if (tooMany) {
    const why = `it has ${cells.length} cells, but the header has ${headers.length} columns`
    return { code: "unreadable-row", why, whole: false }
  }
  return cells.some((cell) => cell.includes("\uFFFD"))
    ? { code: "unreadable-row", why: "some of its letters were lost: the file is not UTF-8", whole: true }
    : null
}

function emptyFile(headers: readonly string[]): Finding {
  return {
    ...{ code: "empty-file", severity: "error", row: null, field: null },
    message: headers.length === 0 ? "The file is empty." : "The file has a header, but no rows below it.",
    repair: "Export the people again, one row a person, with a header row.",
  }
}

const NO_TEXT = {
  message:
    "This is not a CSV text file: it holds NUL bytes, which no text has (a spreadsheet file, or UTF-16).",
  repair: "Open it in your spreadsheet program and save it as “CSV UTF-8”.",
}
const TOO_LONG = {
  message: `The file holds more than ${grouped(limits.bytes / 1024 / 1024)} million characters, which is more than a list of people has.`,
  repair: "Export only the columns that are needed: id, name, e-mail, manager, title, department.",
}
const TOO_WIDE = {
  message: `The file has more than ${limits.columns} columns.`,
  repair: "Export only the columns that are needed: id, name, e-mail, manager, title, department.",
}
const TOO_MANY = {
  message: `The file has more than ${grouped(limits.rows)} rows.`,
  repair:
    "Export people only, without history rows. For a larger organization import each company on its own.",
}

function refused(code: "too-large" | "unreadable-row", words: { message: string; repair: string }): Rows {
  const issue: Finding = { code, severity: "error", row: null, field: null, ...words }
  return { headers: [], cells: [], numbers: [], broken: new Map(), issues: [issue] }
}
