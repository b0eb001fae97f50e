import {
  type ColumnMap,
  type Issue,
  type ParseOptions,
  type PeopleFile,
  parsePeople,
  type Repair,
  readPeopleFile,
  repairAll,
  type StoredPerson,
} from "@throughline/org"
import { type CheckedFile, checkFile } from "./check-file.ts"

/** What the page asks of a file. `open` comes first, once. */
export type Ask =
  | { do: "open"; bytes: Uint8Array; fileName: string; stored: StoredPerson[] }
  | { do: "check" | "repair"; columns: ColumnMap | undefined; repairs: Repair[] }

/** `repairs`: those asked for and, with `repair`, those that were added. */
export interface Told {
  checked: CheckedFile
  repairs: Repair[]
  /** The sheet that was read, of a workbook with several. */
  sheet: string | null
  /** The day it was looked at. */
  today: string
}

/** Reads one file, again and again as columns are corrected and repairs are clicked. By the server's own functions. */
export function createFileReader(today: string): (ask: Ask) => Told {
  let text = ""
  let first: Issue[] = []
  let isReadable = false
  let sheet: string | null = null
  let stored: StoredPerson[] = []

  function open(file: Extract<Ask, { do: "open" }>): void {
    const found = readPeopleFile(file.bytes, file.fileName)
    stored = file.stored
    isReadable = "text" in found
    if ("issues" in found) first = found.issues
    else {
      text = found.text
      sheet = found.sheet
      first = found.note === null ? [] : [guessedLetters(found.note)]
    }
  }
  function read(options: ParseOptions): PeopleFile {
    if (!isReadable) return { headers: [], columns: {}, people: [], issues: first, repairs: [] }
    const file = parsePeople(text, options)
    return { ...file, issues: [...first, ...file.issues] }
  }
  return (ask) => {
    if (ask.do === "open") open(ask)
    const { columns, repairs } = ask.do === "open" ? { columns: undefined, repairs: [] } : ask
    const options: ParseOptions = { stored, today, ...(columns ? { columns } : {}) }
    const before = read(options)
    const all = ask.do === "repair" && isReadable ? repairAll(text, { ...options, repairs }).repairs : repairs
    const file = all.length === 0 ? before : read({ ...options, repairs: all })
    return { checked: checkFile(file, before, stored), repairs: all, sheet, today }
  }
}

function guessedLetters(message: string): Issue {
  return {
    code: "encoding",
    severity: "warning",
    row: null,
    field: null,
    message,
    repair: "If a name looks wrong, save the file again as “CSV UTF-8”.",
    proposals: [],
  }
}
