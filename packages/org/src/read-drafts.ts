import { fieldNames } from "./columns.ts"
import type { Draft } from "./draft.ts"
import { type Employment, employmentOf, employmentOfName, saysLeft } from "./employment.ts"
import { type DateOrder, dateOrder, hasEnded } from "./end-date.ts"
import { looksLikeFormula } from "./formula.ts"
import { languageTag } from "./language-tag.ts"
import { firstNameFirst, isName } from "./names.ts"
import type { ColumnMap, Field, Finding } from "./person.ts"
import type { Rows } from "./read-rows.ts"
import { peopleCount } from "./wording.ts"

export const MANAGER_FIELDS: Field[] = ["managerId", "managerEmail", "managerName", "manager"]

/** Rows → people as far as a row alone tells them. Rows that turn out too short are added to those that are broken. */
export function readDrafts(
  rows: Rows,
  columns: ColumnMap,
  today?: string,
): { drafts: Draft[]; issues: Finding[] } {
  const at = {} as Record<Field, number>
  for (const field of Object.keys(fieldNames) as Field[]) {
    const header = columns[field]
    at[field] = header === undefined ? -1 : rows.headers.indexOf(header)
  }
  const needed = Math.max(...Object.values(at))
  const yesMeansLeft = saysLeft(columns.status)
  const dates = rows.cells.map((row) => row[at.endDate] ?? "")
  const order = dateOrder(dates, columns.endDate)
  // Few statuses and dates stand in many rows.
  const statusOf = remembered((status) => employmentOf(status, yesMeansLeft))
  const endOf = remembered((date): Employment => (hasEnded(date, today, order.dayFirst) ? "left" : "here"))
  const tagOf = remembered(languageTag)
  const drafts = rows.cells.map((row, index): Draft => {
    const number = rows.numbers[index] as number
    const cell = (field: Field) => row[at[field]] ?? ""
    if (row.length <= needed && row.length < rows.headers.length && !rows.broken.has(number)) {
      const why = `it has ${row.length} cells, but the header has ${rows.headers.length} columns`
      rows.broken.set(number, { code: "unreadable-row", why, whole: false })
    }
    const written = cell("name") || `${cell("givenName")} ${cell("familyName")}`.trim()
    const inName = employmentOfName(written)
    const asGiven = looksLikeFormula(written) ? written : firstNameFirst(written)
    const trueName = inName === "here" && isName(written) ? asGiven : ""
    const stated = statusOf(cell("status"))
    const ended = endOf(cell("endDate"))
    const employment = [stated, inName, ended].find((state) => state !== "here") ?? "here"
    return {
      person: {
        id: "",
        row: number,
        name: trueName || cell("title") || cell("employeeId") || cell("email") || `row ${number}`,
        email: null,
        title: cell("title"),
        department: cell("department"),
        location: cell("location"),
        language: tagOf(cell("language")),
        managerId: null,
        active: employment === "here",
      },
      employeeId: cell("employeeId"),
      mail: cell("email")
        .replace(/^mailto:/i, "")
        .toLowerCase(),
      trueName,
      employment,
      references: MANAGER_FIELDS.map((field) => ({ field, text: cell(field) })).filter(
        ({ text }) => text !== "",
      ),
    }
  })
  return { drafts, issues: ambiguousDates(dates, order, columns, today) }
}

/** Said when the order of day and month decides who has left, and nothing in the file decides the order. */
function ambiguousDates(
  dates: readonly string[],
  order: DateOrder,
  columns: ColumnMap,
  today: string | undefined,
): Finding[] {
  if (order.unsure === 0 || today === undefined) return []
  const differ = dates.filter((date) => hasEnded(date, today, false) !== hasEnded(date, today, true))
  if (differ.length === 0) return []
  return [
    {
      code: "ambiguous-date",
      severity: "warning",
      row: null,
      field: "endDate",
      message: `“${columns.endDate}” may have the day or the month first, and for ${peopleCount(differ.length)} that decides who has left: “${differ[0]}” is read with the month first.`,
      repair: "If the day stands first, write the dates as 2026-05-31.",
    },
  ]
}

/** Each text is looked at once. */
function remembered<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const result = look(text)
    known.set(text, result)
    return result
  }
}
