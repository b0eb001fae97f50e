// The org chart as rows of a tree: which rows are to be seen, given what is open and what is searched for.

export interface TreePerson {
  id: string
  name: string
  title: string
  managerId: string | null
  active: boolean
}

export interface Tree {
  people: readonly TreePerson[]
  /** Positions of direct reports, by position. */
  reports: number[][]
  /** Everybody below, by position. */
  below: Int32Array
  /** People with a blank manager. Who hangs on nobody in the file is in no row. */
  tops: number[]
  managers: Int32Array
}

export interface TreeRow {
  person: number
  depth: number
  /** Among how many siblings, and which of them (from 1): what a screen reader says. */
  siblings: number
  place: number
  open: boolean
}

export function treeOf(people: readonly TreePerson[]): Tree {
  const position = new Map(people.map((person, index) => [person.id, index]))
  const reports: number[][] = people.map(() => [])
  const managers = new Int32Array(people.length).fill(-1)
  const tops: number[] = []
  people.forEach((person, index) => {
    if (person.managerId === null) tops.push(index)
    const manager = person.managerId === null ? undefined : position.get(person.managerId)
    if (manager === undefined) return
    managers[index] = manager
    reports[manager]?.push(index)
  })
  const byName = (a: number, b: number) => (people[a]?.name ?? "").localeCompare(people[b]?.name ?? "")
  for (const list of reports) list.sort(byName)
  const order = [...tops]
  for (let at = 0; at < order.length; at++) order.push(...(reports[order[at] as number] ?? []))
  const below = new Int32Array(people.length)
  for (const index of order.reverse()) {
    const manager = managers[index] as number
    if (manager >= 0) below[manager] = (below[manager] ?? 0) + (below[index] ?? 0) + 1
  }
  return { people, reports, below, tops, managers }
}

/** Who matches a search, by name or title, among those asked for; null when nothing is searched for. */
export function matches(
  tree: Tree,
  search: string,
  among?: { has(id: string): boolean },
): Set<number> | null {
  const wanted = search.trim().toLowerCase()
  if (wanted === "" && !among) return null
  const found = new Set<number>()
  tree.people.forEach((person, index) => {
    if (among && !among.has(person.id)) return
    if (`${person.name}\n${person.title}`.toLowerCase().includes(wanted)) found.add(index)
  })
  return found
}

/** More marked people than this are found by search and filter. */
const SHOWN_WAYS = 200

/** The ids to open so that everybody marked is seen at once: the tops, and all above a marked person. */
export function wayTo(tree: Tree, marks: ReadonlyMap<string, unknown>): Set<string> {
  const idAt = (index: number) => tree.people[index]?.id ?? ""
  const ids = new Set(tree.tops.map(idAt))
  if (marks.size > SHOWN_WAYS) return ids
  const marked = tree.people.flatMap((person, index) =>
    marks.has(person.id) ? [tree.managers[index] ?? -1] : [],
  )
  for (const index of withManagers(tree, new Set(marked.filter((index) => index >= 0)))) ids.add(idAt(index))
  return ids
}

export function positionsOf(tree: Tree, ids: ReadonlySet<string>): Set<number> {
  return new Set(tree.people.flatMap((person, index) => (ids.has(person.id) ? [index] : [])))
}

/** Rows from the top down. A search opens the way to every match and shows nothing else. */
export function treeRows(
  tree: Tree,
  open: ReadonlySet<number>,
  found: ReadonlySet<number> | null,
): TreeRow[] {
  const onTheWay = found && withManagers(tree, found)
  const rows: TreeRow[] = []
  const stack: { list: number[]; at: number }[] = []
  const enter = (all: readonly number[]) => {
    const list = onTheWay ? all.filter((index) => onTheWay.has(index)) : [...all]
    if (list.length > 0) stack.push({ list, at: 0 })
  }
  enter(tree.tops)
  for (let level = stack.at(-1); level; level = stack.at(-1)) {
    const person = level.list[level.at]
    if (person === undefined) {
      stack.pop()
      continue
    }
    level.at += 1
    const reports = tree.reports[person] ?? []
    const isOpen =
      reports.length > 0 && (onTheWay ? reports.some((index) => onTheWay.has(index)) : open.has(person))
    rows.push({ person, depth: stack.length, siblings: level.list.length, place: level.at, open: isOpen })
    if (isOpen) enter(reports)
  }
  return rows
}

function withManagers(tree: Tree, found: ReadonlySet<number>): Set<number> {
  const all = new Set<number>()
  for (let person of found) {
    while (person >= 0 && !all.has(person)) {
      all.add(person)
      person = tree.managers[person] ?? -1
    }
  }
  return all
}
