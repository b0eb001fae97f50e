import type { StoredPerson } from "@throughline/org"

/** A row of registry.person; the organization stands beside it. */
export interface PersonRow {
  person_id: string
  source_id: string
  name: string
  email: string | null
  title: string
  department: string
  location: string
  language: string | null
  /** The person's own id stands for: has no place in the org chart. */
  manager_id: string | null
  active: boolean
}

/** The columns in the order in which rows travel as arrays. */
export const personColumns = [
  "person_id",
  "source_id",
  "name",
  "email",
  "title",
  "department",
  "location",
  "language",
  "manager_id",
  "active",
] as const satisfies readonly (keyof PersonRow)[]

/**
 * Has left and is kept for the survey that invited them. In no list, in no org chart; whoever comes back is the same
 * person again.
 */
export function isGone(row: PersonRow): boolean {
  return !row.active && row.manager_id === row.person_id
}

/**
 * All people as the database writes them: JSON texts of some thousand rows each, a row an array in the order of
 * `personColumns`. The thread that answers requests passes them on and parses none.
 */
export type PeoplePages = string[]

export function rowsOf(pages: PeoplePages): PersonRow[] {
  return pages.flatMap((page) =>
    (JSON.parse(page) as unknown[][]).map(
      (cells) =>
        Object.fromEntries(
          personColumns.map((column, index) => [column, cells[index]]),
        ) as unknown as PersonRow,
    ),
  )
}

/** Rows as the people file knows people: by the ids of the file. */
export function storedPeople(rows: readonly PersonRow[]): StoredPerson[] {
  const sources = new Map(rows.map((row) => [row.person_id, row.source_id]))
  return rows.map((row) => ({
    id: row.source_id,
    name: row.name,
    email: row.email,
    title: row.title,
    department: row.department,
    location: row.location,
    language: row.language,
    managerId: row.manager_id === null ? null : (sources.get(row.manager_id) ?? null),
    active: row.active,
  }))
}
