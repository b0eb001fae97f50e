import Papa from "papaparse"
import type { Finding } from "./person.ts"

export interface Rows {
  headers: string[]
  /** One entry a row of the file, blank rows left out. */
  cells: string[][]
  /** The number a spreadsheet gives to each of `cells`. */
  numbers: number[]
  issues: Finding[]
}

/** More problems than this of one kind are counted, not listed: a binary file has one on every line. */
const LISTED = 50

/**
 * CSV text → header and rows, cells trimmed. The delimiter (comma, semicolon, tab or bar) is the one the header line
 * uses most, Excel's `sep=` line wins; a byte order mark is dropped. Linear in the length of the text.
 */
export function readRows(text: string, delimiter?: string): Rows {
  // One line ending throughout: exports pasted together mix them, and the parser believes the first it meets.
  let body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")
  const separator = /^"?sep=(.)"?\n/i.exec(body)
  const skipped = separator ? 1 : 0
  if (separator) body = body.slice(separator[0].length)
  if (body.includes("\u0000")) return unreadable()

  const used = delimiter ?? separator?.[1] ?? likelyDelimiter(body)
  const parsed = Papa.parse<string[]>(body, { delimiter: used, newline: "\n" })
  const issues: Finding[] = []
  const broken = new Set<number>()
  for (const error of parsed.errors) {
    if (error.type !== "Quotes" || broken.has(error.row ?? 0)) continue
    broken.add(error.row ?? 0)
    issues.push(
      unreadableRow((error.row ?? 0) + 1 + skipped, "a quotation mark opens that is not closed properly"),
    )
  }

  const start = parsed.data.findIndex((row) => row.some((cell) => cell.trim() !== ""))
  const headers = (parsed.data[start] ?? []).map(clean)
  while (headers.length > 0 && headers.at(-1) === "") headers.pop()
  const cells: string[][] = []
  const numbers: number[] = []
  for (let index = start + 1; start >= 0 && index < parsed.data.length; index++) {
    const row = (parsed.data[index] as string[]).map(clean)
    if (row.every((cell) => cell === "")) continue
    cells.push(row)
    numbers.push(index + 1 + skipped)
    const number = index + 1 + skipped
    if (row.slice(headers.length).some((cell) => cell !== ""))
      issues.push(
        unreadableRow(number, `it has ${row.length} cells, but the header has ${headers.length} columns`),
      )
    else if (row.some((cell) => cell.includes("\uFFFD")))
      issues.push({
        ...unreadableRow(number, "some of its letters were lost: the file is not UTF-8"),
        repair: "Save the file again as “CSV UTF-8”.",
      })
  }
  if (cells.length === 0)
    issues.push({
      code: "empty-file",
      severity: "error",
      row: null,
      field: null,
      message: headers.length === 0 ? "The file is empty." : "The file has a header, but no rows below it.",
      repair: "Export the people again, one row a person, with a header row.",
    })
  return { headers, cells, numbers, issues: shortened(issues) }
}

/** Blanks of every kind collapsed, stray quotation marks around the whole removed. */
function clean(cell: string): string {
  if (!/[\s'"\u00a0]/.test(cell)) return cell
  const text = cell.replace(/[\s\u00a0]+/g, " ").trim()
  return text.replace(/^['"]+|['"]+$/g, "").trim()
}

function likelyDelimiter(body: string): string {
  const header = (/^\s*([^\n]*)/.exec(body)?.[1] ?? "").replace(/"[^"]*"/g, "")
  let best = ","
  for (const candidate of [";", "\t", "|"])
    if (header.split(candidate).length > header.split(best).length) best = candidate
  return best
}

function unreadableRow(row: number, why: string): Finding {
  return {
    code: "unreadable-row",
    severity: "error",
    row,
    field: null,
    message: `Row ${row} cannot be read: ${why}.`,
    repair: "Correct the row in the file and choose it again.",
  }
}

function shortened(issues: Finding[]): Finding[] {
  if (issues.length <= LISTED) return issues
  const more = issues.length - LISTED
  return [
    ...issues.slice(0, LISTED),
    {
      code: "unreadable-row",
      severity: "error",
      row: null,
      field: null,
      message: `${more} more rows cannot be read.`,
      repair: "Export the file again as “CSV UTF-8”.",
    },
  ]
}

function unreadable(): Rows {
  const issue: Finding = {
    code: "unreadable-row",
    severity: "error",
    row: null,
    field: null,
    message: "This is not a CSV text file: it holds bytes that no text has (a spreadsheet file, or UTF-16).",
    repair: "Open it in your spreadsheet program and save it as “CSV UTF-8”.",
  }
  return { headers: [], cells: [], numbers: [], issues: [issue] }
}
