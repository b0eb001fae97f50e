import { knownHeaders } from "./columns.ts"
import { limits } from "./limits.ts"
import { type SheetRows, sheetReader, unescaped, type Workbook } from "./xlsx-sheet.ts"
import { styleReader } from "./xlsx-styles.ts"
import { readXmlEntry, type XmlFault, type XmlReader } from "./xml-entry.ts"
import type { ZipEntry } from "./zip.ts"

const MB = 1024 * 1024
/** Bytes once unpacked. A sheet of 20,000 people with 40 columns has about 50 MB. */
const LARGEST = { sheet: 160 * MB, strings: 100 * MB, other: 16 * MB }
/** Characters of all texts together that are kept. */
const TEXTS = 32 * 1024 * 1024
const SHEETS = 50
/** Rows that are looked at to see whether a sheet holds people. */
const PROBED = 25

export type XlsxFault = XmlFault | "too-many-rows" | "no-rows"

/** The people's sheet of an Excel file, as CSV; blank lines keep the rows' numbers. */
export function readXlsx(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
): { text: string; sheet: string | null } | { fault: XlsxFault } {
  try {
    return read(bytes, entries)
  } catch (fault) {
    if (typeof fault === "string") return { fault: fault as XlsxFault }
    throw fault
  }
}

function read(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>) {
  const load = (name: string, most: number, reader: XmlReader) => {
    const entry = entries.get(name)
    const fault = entry ? readXmlEntry(bytes, entry, most, reader) : null
    if (fault) throw fault
    return entry !== undefined
  }
  const { sheets, from1904 } = listSheets(load)
  const styles = styleReader()
  load("xl/styles.xml", LARGEST.other, styles)
  const strings = stringReader()
  load("xl/sharedStrings.xml", LARGEST.strings, strings)
  if (strings.isDone()) throw "too-large"
  const book: Workbook = { strings: strings.all, forms: styles.forms, from1904 }

  const rowsOf = (path: string, most: number) => {
    const reader = sheetReader(book, most)
    if (!load(path, LARGEST.sheet, reader)) throw "damaged"
    return reader.result
  }
  const probes = sheets.map((sheet) => ({ ...sheet, ...rowsOf(sheet.path, PROBED) }))
  const filled = probes.filter(({ rows }) => rows.length > 0)
  const chosen = filled.find(({ rows }) => rows.some(({ cells }) => knownHeaders(cells) >= 2)) ?? filled[0]
  if (!chosen) throw "no-rows"
  const result = chosen.more ? rowsOf(chosen.path, limits.sheetRows) : chosen
  if (result.more) throw "too-many-rows"
  return { text: asCsv(result), sheet: filled.length > 1 ? chosen.name : null }
}

type Load = (name: string, most: number, reader: XmlReader) => boolean

/** The sheets in the order of their tabs, those in sight first. */
function listSheets(load: Load): { sheets: { name: string; path: string }[]; from1904: boolean } {
  const targets = new Map<string, string>()
  load("xl/_rels/workbook.xml.rels", LARGEST.other, {
    open(name, { Id, Target, Type }) {
      if (name !== "Relationship" || Id === undefined || Target === undefined) return
      if (Type?.endsWith("/worksheet"))
        targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`)
    },
  })
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  load("xl/workbook.xml", LARGEST.other, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true"
      if (name !== "sheet") return
      const key = Object.keys(attributes).find((each) => each === "id" || each.endsWith(":id"))
      const path = targets.get(attributes[key ?? ""] ?? "")
      const hidden = (attributes.state ?? "visible") !== "visible"
      if (path !== undefined) sheets.push({ name: attributes.name ?? "", path, hidden })
    },
  })
  return { sheets: sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden)).slice(0, SHEETS), from1904 }
}

/** The texts that cells share; the reading aids of Japanese names are left out. */
function stringReader() {
  const all: string[] = []
  let text = ""
  let inText = false
  let inAid = false
  let characters = 0
  return {
    all,
    isDone: () => characters > TEXTS,
    open(name: string) {
      if (name === "si") text = ""
      else if (name === "rPh") inAid = true
      else if (name === "t") inText = !inAid
    },
    text(piece: string) {
      if (inText && text.length <= limits.cell) text += piece
    },
    close(name: string) {
      if (name === "t") inText = false
      else if (name === "rPh") inAid = false
      else if (name === "si") {
        characters += text.length + 16
        all.push(unescaped(text))
      }
    },
  }
}

function asCsv({ rows }: SheetRows): string {
  const lines: string[] = []
  // Excel does not write blank cells at the end of a row; in CSV a row without them would look cut off.
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push("")
    lines.push(cells.map(csvCell).join(",") + ",".repeat(width - cells.length))
  }
  return lines.join("\n")
}

/** Quoted also where another delimiter stands, so that none of them is taken for the file's. */
function csvCell(cell: string): string {
  return /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
