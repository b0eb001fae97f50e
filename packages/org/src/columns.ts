import { headerAliases } from "./header-aliases.ts"
import { headerKey } from "./header-key.ts"
import type { ColumnMap, Field, Finding } from "./person.ts"

const ALIASES = Object.entries(headerAliases) as [Field, readonly string[]][]
const KNOWN = new Set(ALIASES.flatMap(([, aliases]) => aliases))
const ID_RANK = new Map(headerAliases.employeeId.map((alias, index) => [alias, index]))

/** The headers that may hold an employee id, most telling first. */
export function idColumns(headers: readonly string[]): string[] {
  const place = (header: string) => ID_RANK.get(headerKey(header)) ?? -1
  return headers.filter((header) => place(header) >= 0).sort((a, b) => place(a) - place(b))
}

/** How many of a row's cells are headers known here. */
export function knownHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== "" && cell.length < 100 && KNOWN.has(headerKey(cell))).length
}

/** Whether a column of that header is ever looked at, unless HR chooses it by hand. */
export function isKnownHeader(header: string): boolean {
  const key = headerKey(header)
  return KNOWN.has(key) || HEADCOUNT.test(key)
}

/** A file that counts posts instead of naming people carries one of these, and no id, mail or name. */
const HEADCOUNT = /^(numberofposts|noofposts|numberofemployees|headcount|ftecount|posts)/

export function headcountColumn(headers: readonly string[]): string | undefined {
  return headers.find((header) => HEADCOUNT.test(headerKey(header)))
}

/**
 * Finds out which column means what. What HR chose by hand wins; an empty string leaves a field out.
 * A column is used once: `Employee` is the name where there is no better one, not name and id.
 */
export function findColumns(headers: readonly string[], chosen: ColumnMap = {}) {
  const columns: ColumnMap = {}
  const issues: Finding[] = []
  const taken = new Set<string>()
  for (const [field, header] of Object.entries(chosen) as [Field, string][]) {
    if (header === "" || !Object.hasOwn(fieldNames, field)) continue
    if (headers.includes(header)) {
      columns[field] = header
      taken.add(header)
    } else {
      issues.push({
        code: "missing-column",
        severity: "error",
        row: null,
        field,
        message: `The file has no column “${header}”, which was chosen for ${fieldNames[field]}.`,
        repair: `Choose one of the file's columns: ${headers.join(", ")}.`,
      })
    }
  }

  const byKey = new Map<string, string>()
  for (const header of headers) {
    const key = headerKey(header)
    if (!byKey.has(key)) byKey.set(key, header)
  }
  for (const [field, aliases] of ALIASES) {
    if (chosen[field] !== undefined) continue
    for (const alias of aliases) {
      const header = byKey.get(alias)
      if (header === undefined || taken.has(header)) continue
      columns[field] = header
      taken.add(header)
      break
    }
  }
  settleNames(columns, chosen)
  return { columns, issues }
}

/** Headers of a full name that are a part of it beside the other part: “Name, Vorname”, “Nombre, Apellidos”, “Ad, Soyad”. */
const HALF = /^(nom|nombre|ad|adi|isim)$/
const PARTS = /^(vorname|vornamen|rufname|prenom|prenoms|soyad|soyadi|soyisim|apellidos?|primerapellido)$/

function settleNames(columns: ColumnMap, chosen: ColumnMap): void {
  const { name, givenName, familyName } = columns
  if (name === undefined || chosen.name !== undefined) return
  const part = givenName ?? familyName
  if (part === undefined || (givenName !== undefined && familyName !== undefined)) return
  const key = headerKey(name)
  if (!HALF.test(key) && !(key === "name" && PARTS.test(headerKey(part)))) return
  columns[givenName === undefined ? "givenName" : "familyName"] = name
  delete columns.name
}

/** What a field is called in a sentence. */
export const fieldNames: Record<Field, string> = {
  employeeId: "the employee id",
  email: "the e-mail address",
  name: "the name",
  givenName: "the first name",
  familyName: "the last name",
  managerId: "the manager's id",
  managerEmail: "the manager's e-mail address",
  managerName: "the manager's name",
  manager: "the manager",
  title: "the job title",
  department: "the department",
  location: "the location",
  language: "the language",
  status: "the status",
  endDate: "the last day of work",
}
