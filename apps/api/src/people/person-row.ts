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
  // Titles and departments repeat: held once, they take a tenth of the memory.
  const held = new Map<string, string>()
  const hold = (text: string) => {
    const known = held.get(text)
    if (known === undefined) held.set(text, text)
    return known ?? text
  }
  return pages.flatMap((page) => (JSON.parse(page) as Cells[]).map((cells) => rowOf(cells, hold)))
}

type Cells = { [At in keyof typeof personColumns]: PersonRow[(typeof personColumns)[At] & keyof PersonRow] }

/** Written out, as all rows of one shape take half the memory and a third of the time. */
function rowOf(cells: Cells, hold: (text: string) => string): PersonRow {
  return {
    person_id: cells[0],
    source_id: cells[1],
    name: cells[2],
    email: cells[3],
    title: hold(cells[4]),
    department: hold(cells[5]),
    location: hold(cells[6]),
    language: cells[7],
    manager_id: cells[8],
    active: cells[9],
  }
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
