import {
  buildOrgChart,
  comparePeople,
  type Difference,
  isBlocked,
  type PeopleFile,
  type StoredPerson,
} from "@throughline/org"

/** A people file, read and repaired: who is in it, where everybody stands, what is wrong and what it would change. */
export interface CheckedFile {
  file: PeopleFile
  blocked: boolean
  /** People by layer, 1 at the top. */
  layers: { layer: number; people: number }[]
  unplaced: number
  /** Null: nobody is stored yet, so everybody is new. */
  difference: Difference | null
  /** Ids of people whom a repair gave another place, or who are there only because of one. */
  mended: string[]
}

/** `before`: the file without any repair. */
export function checkFile(
  file: PeopleFile,
  before: PeopleFile,
  stored: readonly StoredPerson[],
): CheckedFile {
  const chart = buildOrgChart(file.people)
  const people = new Map<number, number>()
  for (const layer of chart.layer) people.set(layer, (people.get(layer) ?? 0) + 1)
  const layers = [...people]
    .filter(([layer]) => layer > 0)
    .sort(([a], [b]) => a - b)
    .map(([layer, count]) => ({ layer, people: count }))
  return {
    file,
    blocked: isBlocked(file),
    layers,
    unplaced: chart.unplaced.length,
    difference: stored.length === 0 ? null : comparePeople(stored, file.people),
    mended: file === before ? [] : mendedBy(file, before),
  }
}

function mendedBy(file: PeopleFile, before: PeopleFile): string[] {
  const was = new Map(before.people.map((person) => [person.row, person.managerId]))
  return file.people
    .filter(({ row, managerId }) => !was.has(row) || was.get(row) !== managerId)
    .map(({ id }) => id)
}
