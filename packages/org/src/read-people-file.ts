import { decodePeopleFile } from "./decode-people-file.ts"
import { foreignKind, foreignText, isZip, oldOfficeKind } from "./file-kind.ts"
import { limits } from "./limits.ts"
import type { Issue, IssueCode } from "./person.ts"
import { readXlsx, type XlsxFault } from "./read-xlsx.ts"
import { grouped } from "./wording.ts"
import { type ZipEntry, zipEntries } from "./zip.ts"

export interface PeopleText {
  /** CSV, whatever the file was; rows keep the numbers that the spreadsheet gives them. */
  text: string
  /** Said when the letters had to be guessed. */
  note: string | null
  /** The sheet that was read, when the file has several. */
  sheet: string | null
}

/** A people file as it was chosen: its text as CSV, or why it cannot be read. Bounded in memory. Never throws. */
export function readPeopleFile(bytes: Uint8Array, fileName: string): PeopleText | { issues: Issue[] } {
  const name = `“${fileName.slice(0, 100)}”`
  if (bytes.length > limits.bytes) {
    const size = `${name} is larger than ${limits.bytes / 1024 / 1024} MB, which no list of people is.`
    return refused(
      "too-large",
      size,
      "Export only the columns that are needed: id, name, e-mail, manager, title.",
    )
  }
  const foreign = foreignKind(bytes) ?? oldOfficeKind(bytes)
  if (foreign)
    return refused("unsupported-file", `${name} is ${foreign}, not a table that can be read.`, SAVE_AS)
  if (isZip(bytes)) return readZip(bytes, name)
  const { text, note } = decodePeopleFile(bytes)
  if (text.includes("\u0000"))
    return refused(
      "unsupported-file",
      `${name} is no text: it holds NUL bytes, which no CSV file has.`,
      SAVE_AS,
    )
  const kind = foreignText(text)
  if (kind) return refused("unsupported-file", `${name} is ${kind}, not a table that can be read.`, SAVE_AS)
  return { text, note, sheet: null }
}

const SAVE_AS = "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx) or “CSV UTF-8”."

function readZip(bytes: Uint8Array, name: string): PeopleText | { issues: Issue[] } {
  const entries = zipEntries(bytes)
  if (!entries) return refused("unsupported-file", `${name} is damaged: it ends too early.`, AGAIN)
  const kind = zipKind(entries)
  if (kind) return refused("unsupported-file", `${name} is ${kind}, which cannot be read.`, SAVE_AS)
  const read = readXlsx(bytes, entries)
  if ("text" in read) return { ...read, note: null }
  const [code, message, repair] = FAULTS[read.fault]
  return refused(code, `${name} ${message}`, repair)
}

/** What else comes in a ZIP; null for an Excel workbook. */
function zipKind(entries: ReadonlyMap<string, ZipEntry>): string | null {
  if (entries.has("xl/workbook.xml")) return null
  if (entries.has("xl/workbook.bin")) return "a binary Excel file (.xlsb)"
  if (entries.has("content.xml")) return "an OpenDocument file (.ods)"
  if (entries.has("word/document.xml")) return "a Word document"
  if (entries.has("ppt/presentation.xml")) return "a PowerPoint presentation"
  const names = [...entries.keys()]
  return names.some((entry) => entry.endsWith(".iwa")) ? "an Apple Numbers file" : "a compressed folder (ZIP)"
}

const AGAIN = "Save it again in your spreadsheet program, or export the people once more."

const FAULTS: Record<XlsxFault, [IssueCode, string, string]> = {
  damaged: ["unsupported-file", "is a damaged Excel file.", AGAIN],
  doctype: [
    "unsupported-file",
    "holds a document type declaration, which no spreadsheet program writes; it is not opened.",
    AGAIN,
  ],
  "too-large": [
    "too-large",
    "unpacks to far more than a list of people needs; it is not opened.",
    "Copy the people to a new workbook and save that, or save the sheet as “CSV UTF-8”.",
  ],
  "too-many-rows": [
    "too-large",
    `has more than ${grouped(limits.sheetRows)} rows, which is too many for an Excel file.`,
    `Save the sheet as “CSV UTF-8”: that may have ${grouped(limits.rows)} rows.`,
  ],
  "no-rows": [
    "empty-file",
    "has no filled sheet.",
    "Export the people again, one row a person, with a header row.",
  ],
}

function refused(code: IssueCode, message: string, repair: string): { issues: Issue[] } {
  return { issues: [{ code, severity: "error", row: null, field: null, message, repair, proposals: [] }] }
}
