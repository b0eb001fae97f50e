import { eachRecord } from "../csv-records.ts"
import { likelyDelimiter } from "../delimiter.ts"
import { limits } from "../limits.ts"
import { readPeopleFile } from "../read-people-file.ts"
import { firstOf } from "./first-of.ts"

/** A file of responses that can be walked through as often as wanted; its rows are never all in memory as cells. */
export interface ResponseTable {
  headers: string[]
  /**
   * Each filled row with the number that a spreadsheet gives it. `broken`: why it cannot be read for certain.
   */
  each: (take: (cells: string[], row: number, broken: string | null) => void) => void
}

/** The bytes of a file → its table, or one sentence that says why there is none. Never throws. */
export function responseTable(
  bytes: Uint8Array,
  fileName: string,
  delimiterGiven?: string,
): ResponseTable | { refused: string } {
  const read = readPeopleFile(bytes, fileName)
  if ("issues" in read)
    return {
      refused: read.issues.map(({ message, repair }) => `${message} ${repair ?? ""}`.trim()).join(" "),
    }
  let body = read.text.startsWith("\uFEFF") ? read.text.slice(1) : read.text
  if (body.includes("\r")) body = body.replace(/\r\n?/g, "\n")
  const separator = /^"?sep=(.)"?\n/i.exec(body)
  const skipped = separator ? 1 : 0
  if (separator) body = body.slice(separator[0].length)
  const delimiter = delimiterGiven ?? separator?.[1] ?? likelyDelimiter(body)
  const limit = { records: limits.rows + 1, cells: limits.columns + 1, cell: limits.cell }

  let headers: string[] | undefined
  let start = 0
  const more = walk((cells, row) => {
    if (headers === undefined) {
      headers = cells.map((cell) => firstOf(cell, HEADER))
      start = row
    }
  })
  while (headers?.at(-1) === "") headers.pop()
  if (headers === undefined) return { refused: "The file is empty." }
  const found = headers
  if (found.length > limits.columns) return { refused: `The file has more than ${limits.columns} columns.` }
  const twice = found.find((header, at) => header !== "" && found.indexOf(header) !== at)
  if (twice !== undefined) return { refused: `Two columns of the file are called “${twice}”.` }
  if (more) return { refused: `The file has more than ${limits.rows.toLocaleString("en")} rows.` }

  function walk(take: (cells: string[], row: number, guessed: number | null) => void): boolean {
    let row = skipped
    return eachRecord(body, delimiter, limit, (cells, guessed) => {
      row++
      for (let at = 0; at < cells.length; at++) cells[at] = clean(cells[at] as string)
      if (cells.some((cell) => cell !== "")) take(cells, row, guessed)
    })
  }
  return {
    headers: found,
    each: (take) => {
      walk((cells, row, guessed) => {
        if (row > start) take(cells, row, brokenBecause(cells, found, guessed))
      })
    },
  }
}

/** Characters of a header that are kept: of an export with whole questions as headers all of them. */
const HEADER = 600

function clean(cell: string): string {
  return /[\s\u00a0]/.test(cell) ? cell.replace(/[\s\u00a0]+/g, " ").trim() : cell
}

function brokenBecause(cells: readonly string[], headers: readonly string[], guessed: number | null) {
  if (guessed !== null) return "a quotation mark opens that is not closed"
  if (cells.slice(headers.length).some((cell) => cell !== ""))
    return `it has ${cells.length} cells, but the header has ${headers.length} columns`
  if (cells.some((cell) => cell.includes("\uFFFD"))) return "some of its letters were lost"
  return null
}
