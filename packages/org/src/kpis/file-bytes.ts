import { decodePeopleFile } from "../decode-people-file.ts"
import { likelyDelimiter } from "../delimiter.ts"
import { foreignKind, foreignText, isZip, oldOfficeKind } from "../file-kind.ts"
import { readPeopleFile } from "../read-people-file.ts"
import { textDecoder } from "../text-decoder.ts"

declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** A file as UTF-8 CSV. */
export interface FileBytes {
  bytes: Uint8Array
  /** Where the table begins: behind a byte order mark and a line that names the delimiter. */
  from: number
  delimiter: number
  /** Excel wrote its numbers itself: with a point. */
  isWorkbook: boolean
  notes: string[]
}

export type UnreadFile = {
  code: "unsupported-file" | "too-large" | "empty-file"
  message: string
  repair: string | null
}

const SAVE_AS = "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx) or “CSV UTF-8”."
/** What is looked at to see what kind of text it is. */
const BEGINNING = 100_000

/** The bytes of a KPI file → UTF-8 CSV. CSV in UTF-8 is taken as it is: it may have a hundred megabytes. Never throws. */
export function fileBytes(bytes: Uint8Array, fileName: string): FileBytes | UnreadFile {
  const name = `“${fileName.slice(0, 100)}”`
  const foreign = foreignKind(bytes) ?? oldOfficeKind(bytes)
  const refuse = (what: string): UnreadFile => ({
    ...{
      code: "unsupported-file",
      message: `${name} is ${what}, not a table that can be read.`,
      repair: SAVE_AS,
    },
  })
  if (foreign) return refuse(foreign)
  const notes: string[] = []
  let read = bytes
  const isWorkbook = isZip(bytes)
  if (isWorkbook) {
    const sheet = readPeopleFile(bytes, fileName)
    if (!("text" in sheet)) {
      const [issue] = sheet.issues
      const code =
        issue?.code === "too-large" || issue?.code === "empty-file" ? issue.code : "unsupported-file"
      return { code, message: issue?.message ?? `${name} cannot be read.`, repair: SAVE_AS }
    }
    if (sheet.sheet !== null) notes.push(`The file has several sheets; “${sheet.sheet}” was read.`)
    read = new TextEncoder().encode(sheet.text)
  } else if (!isUtf8(bytes)) {
    const { text, note } = decodePeopleFile(bytes)
    if (note !== null) notes.push(note)
    read = new TextEncoder().encode(text)
  }
  if (read.includes(0)) return refuse("no text: it holds NUL bytes")
  // Macs of long ago ended lines with a carriage return alone.
  if (!read.includes(10) && read.includes(13)) read = read.map((byte) => (byte === 13 ? 10 : byte))
  let from = read[0] === 0xef && read[1] === 0xbb && read[2] === 0xbf ? 3 : 0
  let beginning = textDecoder("utf-8")
    .decode(read.subarray(from, from + BEGINNING))
    .replaceAll("\r\n", "\n")
  const kind = foreignText(beginning)
  if (kind) return refuse(kind)
  const [line, separator] = /^"?sep=(.)"?\n/i.exec(beginning) ?? []
  if (line !== undefined) {
    from = read.indexOf(10) + 1
    beginning = beginning.slice(line.length)
  }
  const delimiter = (separator ?? likelyDelimiter(beginning)).charCodeAt(0)
  return { bytes: read, from, delimiter: delimiter < 128 ? delimiter : 44, isWorkbook, notes }
}

/** Whether all letters of several bytes are written as UTF-8 writes them; text with NUL bytes is UTF-16 or none. */
function isUtf8(bytes: Uint8Array): boolean {
  const length = bytes.length
  for (let at = 0; at < length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) {
      if (lead === 0) return false
      continue
    }
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0
    if (more === 0 || lead >= 0xf5) return false
    for (let step = 0; step < more; step++) if (((bytes[++at] ?? 0) & 0xc0) !== 0x80) return false
  }
  return true
}
