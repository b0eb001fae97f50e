import { limits } from "./limits.ts"
import { dayOfSerial, type NumberForm, plainNumber } from "./xlsx-styles.ts"
import type { XmlReader } from "./xml-entry.ts"

export interface Workbook {
  strings: readonly string[]
  forms: readonly NumberForm[]
  from1904: boolean
}

export interface SheetRows {
  /** Number in the sheet, from 1, and the cells of each filled row. */
  rows: { number: number; cells: string[] }[]
  /** There are more filled rows than were asked for. */
  more: boolean
}

/** The last row and column a sheet can have. */
const LAST_ROW = 1_048_576

/** Reads the rows of a sheet, up to `most` filled ones. */
export function sheetReader(book: Workbook, most: number): XmlReader & { result: SheetRows } {
  const result: SheetRows = { rows: [], more: false }
  let number = 0
  let cells: string[] = []
  let column = 0
  let kind = ""
  let style = 0
  let text = ""
  /** The element whose text is the cell's: `v`, or `t` of an inline string that is no reading aid. */
  let inValue = false
  let inAid = false

  function put() {
    const value = cellText(book, kind, style, text)
    // What stands beyond the last column is put there: a row with too many cells is told, not lost.
    if (value !== "") cells[Math.min(column, limits.columns)] = value
    column++
  }

  return {
    result,
    isDone: () => result.more,
    open(name, attributes) {
      if (name === "row") {
        const told = Number(attributes.r)
        number = told > number && told <= LAST_ROW ? told : number + 1
        cells = []
        column = 0
      } else if (name === "c") {
        column = columnOf(attributes.r) ?? column
        kind = attributes.t ?? ""
        style = Number(attributes.s ?? 0)
        text = ""
      } else if (name === "rPh") inAid = true
      else if (name === "v" || name === "t") inValue = !inAid
    },
    text(piece) {
      if (inValue && text.length <= limits.cell) text += piece
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false
      else if (name === "rPh") inAid = false
      else if (name === "c") put()
      else if (name === "row" && cells.length > 0) {
        if (result.rows.length < most)
          result.rows.push({ number, cells: Array.from(cells, (cell) => cell ?? "") })
        else result.more = true
      }
    },
  }
}

function cellText(book: Workbook, kind: string, style: number, text: string): string {
  if (text === "") return ""
  if (kind === "s") return book.strings[Number(text)] ?? ""
  if (kind === "b") return text === "1" ? "TRUE" : "FALSE"
  if (kind === "str" || kind === "inlineStr" || kind === "e") return unescaped(text)
  if (kind === "d") return text.slice(0, 10)
  const form = book.forms[style] ?? "plain"
  if (form === "date" && Number.isFinite(Number(text))) return dayOfSerial(Number(text), book.from1904)
  const plain = plainNumber(text)
  return typeof form === "object" ? plain.padStart(form.zeros, "0") : plain
}

/** “AB12” → 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0]
  if (!letters) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Excel writes characters that XML does not allow as _x000D_. What no database keeps is a lost letter. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
    .replaceAll("\0", "\uFFFD")
}
