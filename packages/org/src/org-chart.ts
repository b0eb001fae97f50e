import type { Person } from "./person.ts"

/** The tree of persons by manager. Numbers are positions in `people`. */
export interface OrgChart {
  /** Manager before reports, by layer; then by id, so that the order of rows does not matter. */
  people: Person[]
  /** The manager's position; -1 for a top and for everybody unplaced. */
  parent: Int32Array
  /** 1 = blank manager cell; 0 = unplaced. */
  layer: Int32Array
  tops: number[]
  /** People on a loop, under a self-manager or under somebody who is not in the file, and all below them. */
  unplaced: number[]
}

/** Builds the tree from the tops down, so that a loop is never entered. O(n log n). */
export function buildOrgChart(people: readonly Person[]): OrgChart {
  const byId = [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.row - b.row))
  const reports = new Map<string, Person[]>()
  const ordered: Person[] = []
  for (const person of byId) {
    if (person.managerId === null) ordered.push(person)
    else {
      const siblings = reports.get(person.managerId)
      if (siblings) siblings.push(person)
      else reports.set(person.managerId, [person])
    }
  }

  const parent = new Int32Array(people.length).fill(-1)
  const layer = new Int32Array(people.length)
  const tops = ordered.map((_, position) => position)
  layer.fill(1, 0, ordered.length)
  for (let position = 0; position < ordered.length; position++) {
    const manager = ordered[position] as Person
    for (const report of reports.get(manager.id) ?? []) {
      parent[ordered.length] = position
      layer[ordered.length] = (layer[position] as number) + 1
      ordered.push(report)
    }
    // Two rows can only share an id in a file that is refused; its people must not be placed twice all the same.
    reports.delete(manager.id)
  }

  const placed = new Set(ordered)
  const unplaced: number[] = []
  for (const person of byId) {
    if (placed.has(person)) continue
    unplaced.push(ordered.length)
    ordered.push(person)
  }
  return { people: ordered, parent, layer, tops, unplaced }
}
