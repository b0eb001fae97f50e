/** A comment to one question: a person writes at most one there, so comments of a question are people. */
export interface Coded {
  id: string
  /** null: the reviewers gave it none. */
  topic: string | null
  coarse: number
}

/** What a comment is told and counted under: a topic in one group, a topic in all other groups, or nothing of both. */
export interface Cell {
  topic: string | null
  group: number | null
}

/** By comment. */
export type Cells = Map<string, Cell>

/** How many comments a cell may hold, beside the groups that the same topic is told of: nearly all of them would name each. */
export type Room = (cell: Cell, told: readonly number[]) => number

export const UNTOLD: Cell = { topic: null, group: null }

export const keyOf = ({ topic, group }: Cell): string => JSON.stringify([topic, group])

/**
 * Parts comments of one question into cells of at least k each. A topic of fewer than k goes to "everything else"; a
 * topic's groups of fewer than k, or in which nearly everybody would be told to have written so, are put together;
 * where what was put together is fewer than k, the smallest cell beside it joins. So whatever is added or subtracted,
 * k people are left. Fewer than k in all are told nothing of.
 */
export function countTopics(
  comments: readonly Coded[],
  k: number,
  room: Room = () => comments.length,
): Cells {
  if (comments.length < k) return new Map(comments.map(({ id }) => [id, UNTOLD]))
  const cells = new Map<string, Coded[]>()
  const rest: Coded[] = []
  for (const [topic, own] of grouped(comments, ({ topic }) => topic)) {
    const parts = topic === null || own.length < k ? null : topicCells(topic, own, k, room)
    if (parts === null) rest.push(...own)
    else for (const [name, people] of parts) cells.set(name, people)
  }
  takeSmallest(rest, cells, k)
  for (const [name, people] of topicCells(null, rest, k, room) ?? [[keyOf(UNTOLD), rest] as const])
    cells.set(name, people)
  const told: Cells = new Map()
  for (const [name, people] of cells) {
    const [topic, group] = JSON.parse(name) as [string | null, number | null]
    for (const { id } of people) told.set(id, { topic, group })
  }
  return told
}

/** null: nearly everybody who could have written about the topic did, wherever they are. */
function topicCells(
  topic: string | null,
  comments: readonly Coded[],
  k: number,
  room: Room,
): Map<string, Coded[]> | null {
  const cells = new Map<string, Coded[]>()
  const elsewhere: Coded[] = []
  for (const [group, people] of grouped(comments, ({ coarse }) => coarse)) {
    if (people.length >= k && people.length <= room({ topic, group }, [group]))
      cells.set(keyOf({ topic, group }), people)
    else elsewhere.push(...people)
  }
  const told = () => [...cells.keys()].map((name) => (JSON.parse(name) as [string, number])[1])
  const isFull = () => elsewhere.length > room({ topic, group: null }, told())
  while (elsewhere.length > 0 && cells.size > 0 && (elsewhere.length < k || isFull())) join(elsewhere, cells)
  if (elsewhere.length > 0 && isFull()) return null
  if (elsewhere.length > 0) cells.set(keyOf({ topic, group: null }), elsewhere)
  return cells
}

/** While some, but fewer than k, are in the rest, the smallest cell joins it. */
function takeSmallest(rest: Coded[], cells: Map<string, Coded[]>, k: number): void {
  while (rest.length > 0 && rest.length < k && cells.size > 0) join(rest, cells)
}

function join(rest: Coded[], cells: Map<string, Coded[]>): void {
  const [smallest] = [...cells].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1))
  if (smallest === undefined) return
  rest.push(...smallest[1])
  cells.delete(smallest[0])
}

export function grouped<T, Key>(list: readonly T[], of: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of list) {
    const own = groups.get(of(one))
    if (own) own.push(one)
    else groups.set(of(one), [one])
  }
  return groups
}
