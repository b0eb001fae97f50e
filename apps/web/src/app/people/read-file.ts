import { type ColumnMap, decodePeopleFile, type Issue, localDay, type ParseOptions } from "@throughline/org"
import { type CheckedFile, checkFile } from "./check-file.ts"

// The text read last and what is to be said of its letters: a file is checked again whenever a column is corrected.
let read: { text: string; note: string | null } = { text: "", note: null }

/** The text of a people file, whatever the spreadsheet wrote; `check` says it when letters had to be guessed. */
export function decode(bytes: Uint8Array): string {
  read = decodePeopleFile(bytes)
  return read.text
}

/** Reads a file's text here, or beside the page when it is long. */
export async function check(text: string, columns?: ColumnMap): Promise<CheckedFile> {
  const note = text === read.text ? read.note : null
  const checked = await run(text, { columns, today: localDay(new Date()) })
  if (note === null) return checked
  return { ...checked, file: { ...checked.file, issues: [guessedLetters(note), ...checked.file.issues] } }
}

// About 5,000 rows: above it, reading would hold the page for longer than a blink.
const SMALL = 500_000

function run(text: string, options: ParseOptions): Promise<CheckedFile> {
  if (text.length < SMALL) return Promise.resolve(checkFile(text, options))
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" })
  return new Promise<CheckedFile>((resolve) => {
    worker.onmessage = (event: MessageEvent<CheckedFile>) => resolve(event.data)
    // A worker that cannot start (an old tab after an upgrade, say) costs a moment's wait, not the import.
    worker.onerror = () => resolve(checkFile(text, options))
    worker.postMessage({ text, options })
  }).finally(() => worker.terminate())
}

function guessedLetters(note: string): Issue {
  return {
    code: "encoding",
    severity: "warning",
    row: null,
    field: null,
    message: note,
    repair: "If a name looks wrong, save the file again as “CSV UTF-8”.",
  }
}
