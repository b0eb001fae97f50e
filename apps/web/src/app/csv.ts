// Tables leave the page as CSV that a spreadsheet opens without running anything in it.

export type CsvCell = string | number | null

export interface CsvTable {
  columns: string[]
  rows: CsvCell[][]
}

// A text that starts like this is taken for a formula by Excel, LibreOffice or Sheets (OWASP, "CSV Injection").
const FORMULA_START = /^[\s]*[=+\-@\t\r\n]/

function field(cell: CsvCell): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(cell)
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 text with CRLF and a byte order mark (Excel reads UTF-8 only with it). Numbers stay numbers. */
export function csvText(table: CsvTable): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(field).join(","))
  return `\uFEFF${lines.join("\r\n")}\r\n`
}

/** Hands the text to the browser as a download; nothing leaves the machine. */
export function download(fileName: string, text: string, type = "text/csv"): void {
  save(fileName, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** The same for what is no text. */
export function save(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** A survey's name as a file name that every system takes. */
export function fileName(...parts: string[]): string {
  return `${fileStem(...parts)}.csv`
}

/** The same without an ending. */
export function fileStem(...parts: string[]): string {
  const slug = parts
    .join(" ")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
  return slug || "table"
}
