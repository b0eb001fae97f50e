import { randomUUID } from "node:crypto"
import { gunzipSync, gzipSync } from "node:zlib"
import {
  buildOrgChart,
  type ColumnMap,
  comparePeople,
  type Difference,
  type Issue,
  isBlocked,
  type PeopleFile,
  type Person,
  parsePeople,
  type Repair,
  readPeopleFile,
} from "@throughline/org"
import { isGone, type PeoplePages, type PersonRow, rowsOf, storedPeople } from "./person-row.ts"
import { type Writes, writesBetween } from "./writes.ts"

/** Everything that a people file is read with: the page reads it with the same. */
export interface FileToRead {
  bytes: Uint8Array
  fileName: string
  columns: ColumnMap | undefined
  repairs: Repair[]
  /** YYYY-MM-DD */
  today: string
  stored: PeoplePages
}

/** What a people file says and what it would change. Lists are cut to what a person can read. */
export interface ReadFile {
  people: number
  layers: { layer: number; people: number }[]
  unplaced: number
  blocked: boolean
  columns: ColumnMap
  issues: Issue[]
  issueCount: number
  repairs: PeopleFile["repairs"]
  difference: Record<keyof Difference, number>
}

/** What an import writes; `before` is the state that an undo brings back. */
export interface ImportPlan {
  read: ReadFile
  writes: Writes
  before: Uint8Array
}

const LISTED = 500
/** Between two pages of stored people; no JSON text has it inside. */
const BETWEEN = "\u001e"

/** Reads a file: letters, rows, repairs, org chart, and the difference to what is stored. Never throws because of it. */
export function readFile(given: FileToRead): ReadFile {
  return understand(given).read
}

/** Reads a file and says what to write, unless something in it keeps the whole from being imported. */
export function planImport(given: FileToRead): ImportPlan | { read: ReadFile } {
  const before = gzipSync(given.stored.join(BETWEEN), { level: 1 })
  const { read, file, current, difference } = understand(given)
  if (read.blocked) return { read }
  return { read, writes: writesBetween(current, rowsFor(file.people, current, difference)), before }
}

/** What brings the people back to how they were before an import. */
export function planUndo(given: { before: Uint8Array; stored: PeoplePages }): Writes {
  const before = gunzipSync(given.before).toString()
  return writesBetween(rowsOf(given.stored), before === "" ? [] : rowsOf(before.split(BETWEEN)))
}

/** Empties `given` as it goes: of 100,000 people no two copies are held longer than needed. */
function understand(given: FileToRead) {
  const current = rowsOf(given.stored)
  given.stored = []
  const stored = storedPeople(current)
  const text = readPeopleFile(given.bytes, given.fileName)
  given.bytes = new Uint8Array()
  const file: PeopleFile =
    "issues" in text
      ? { headers: [], columns: {}, people: [], issues: text.issues, repairs: [] }
      : parsePeople(text.text, {
          columns: given.columns,
          repairs: given.repairs,
          today: given.today,
          stored: stored.filter((_, index) => !isGone(current[index] as PersonRow)),
        })
  const difference = comparePeople(stored, file.people)
  return { file, current, difference, read: summary(file, difference) }
}

function summary(file: PeopleFile, difference: Difference): ReadFile {
  const chart = buildOrgChart(file.people)
  const layers = new Map<number, number>()
  for (const layer of chart.layer) if (layer > 0) layers.set(layer, (layers.get(layer) ?? 0) + 1)
  // Errors first: they are what keeps the file out.
  const errors = file.issues.filter((issue) => issue.severity === "error")
  const warnings = file.issues.filter((issue) => issue.severity !== "error")
  return {
    people: file.people.length,
    layers: [...layers].map(([layer, people]) => ({ layer, people })).sort((a, b) => a.layer - b.layer),
    unplaced: chart.unplaced.length,
    blocked: isBlocked(file),
    columns: file.columns,
    issues: [...errors, ...warnings].slice(0, LISTED),
    issueCount: file.issues.length,
    repairs: file.repairs,
    difference: {
      joined: difference.joined.length,
      left: difference.left.length,
      moved: difference.moved.length,
      attached: difference.attached.length,
      detached: difference.detached.length,
      changed: difference.changed.length,
      unchanged: difference.unchanged,
      rekeyed: difference.rekeyed.length,
    },
  }
}

/** The people of the file as rows: whoever is known keeps who they are, also under another key. */
function rowsFor(
  people: readonly Person[],
  current: readonly PersonRow[],
  difference: Difference,
): PersonRow[] {
  const known = new Map(current.map((row) => [row.source_id, row.person_id]))
  const was = new Map(difference.rekeyed.map(({ id, was }) => [id, was]))
  const ids = new Map(people.map(({ id }) => [id, known.get(was.get(id) ?? id) ?? randomUUID()]))
  return people.map((person) => {
    const personId = ids.get(person.id) as string
    const { name, email, title, department, location, language, active } = person
    // A manager who is not in the file: the person's own id keeps such a person from being taken for the top.
    const managerId = person.managerId === null ? null : (ids.get(person.managerId) ?? personId)
    return {
      person_id: personId,
      source_id: person.id,
      ...{ name, email, title, department, location, language },
      manager_id: managerId,
      active,
    }
  })
}
