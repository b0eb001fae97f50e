import { readPeopleFile } from "../read-people-file.ts"
import { publishedLimits } from "./limits.ts"
import { nothing, type PublishedOptions, parsePublished } from "./parse-published.ts"
import type { PublishedTable } from "./types.ts"

/** A published table as it was chosen: CSV of any encoding and delimiter, or XLSX. Bounded in memory. Never throws. */
export function readPublished(
  bytes: Uint8Array,
  fileName: string,
  options: PublishedOptions = {},
): PublishedTable {
  if (bytes.length > publishedLimits.bytes)
    return nothing("too-large", `The file is larger than ${publishedLimits.bytes / 1024 / 1024} MB.`)
  const read = readPeopleFile(bytes, fileName)
  if (!("text" in read)) {
    const [issue] = read.issues
    const code = issue?.code === "too-large" || issue?.code === "empty-file" ? issue.code : "unsupported-file"
    return nothing(code, issue?.message ?? "The file cannot be read.", SAVE_AS)
  }
  const table = parsePublished(read.text, options)
  return read.note ? { ...table, notes: [read.note, ...table.notes] } : table
}

const SAVE_AS = "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx) or “CSV UTF-8”."
