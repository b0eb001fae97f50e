/** A comment to one question: a person writes at most one there, so comments of a question are people. */
export interface Coded {
  id: string
  /** null: the reviewers gave it none. */
  topic: string | null
  coarse: number
}

/** What a comment is counted under: a topic in one group, a topic in all other groups, or everything else. */
export interface Cell {
  topic: string | null
  group: number | null
}

/** By comment. Empty: fewer than k wrote, nothing is told. */
export type Cells = Map<string, Cell>

/**
 * Parts the comments of one question into cells of at least k people each, the only counts that are told. A topic of
 * fewer than k goes to "everything else"; a topic's groups of fewer than k are put together; where what was put
 * together is fewer than k, the smallest cell beside it joins. So whatever is added or subtracted, k people are left:
 * there is no total, of a topic or of a group, that a hidden count could be taken from.
 */
export function countTopics(comments: readonly Coded[], k: number): Cells {
  if (comments.length < k) return new Map()
  const cells = new Map<string, Coded[]>()
  const rest: Coded[] = []
  for (const [topic, own] of grouped(comments, ({ topic }) => topic)) {
    if (topic === null || own.length < k) rest.push(...own)
    else for (const [name, people] of topicCells(topic, own, k)) cells.set(name, people)
  }
  takeSmallest(rest, cells, k)
  const told: Cells = new Map(rest.map(({ id }) => [id, { topic: null, group: null }]))
  for (const [name, people] of cells) {
    const cell = JSON.parse(name) as [string, number | null]
    for (const { id } of people) told.set(id, { topic: cell[0], group: cell[1] })
  }
  return told
}

function topicCells(topic: string, comments: readonly Coded[], k: number): Map<string, Coded[]> {
  const cells = new Map<string, Coded[]>()
  const elsewhere: Coded[] = []
  for (const [group, people] of grouped(comments, ({ coarse }) => coarse)) {
    if (people.length >= k) cells.set(JSON.stringify([topic, group]), people)
    else elsewhere.push(...people)
  }
  takeSmallest(elsewhere, cells, k)
  if (elsewhere.length > 0) cells.set(JSON.stringify([topic, null]), elsewhere)
  return cells
}

/** While some, but fewer than k, are in the rest, the smallest cell joins it. */
function takeSmallest(rest: Coded[], cells: Map<string, Coded[]>, k: number): void {
  while (rest.length > 0 && rest.length < k && cells.size > 0) {
    const [[name, people]] = [...cells].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1)) as [
      [string, Coded[]],
    ]
    rest.push(...people)
    cells.delete(name)
  }
}

/** The groups that a comment of this question may be told with: at least k wrote there, and k wrote where none is told. */
export function namedGroups(comments: readonly { coarse: number }[], k: number): Set<number> {
  const sizes = [...grouped(comments, ({ coarse }) => coarse)].map(
    ([group, own]) => [group, own.length] as const,
  )
  const named = new Map(sizes.filter(([, size]) => size >= k))
  let unnamed = comments.length - [...named.values()].reduce((sum, size) => sum + size, 0)
  while (unnamed > 0 && unnamed < k && named.size > 0) {
    const [[group, size]] = [...named].sort(([a, m], [b, n]) => m - n || a - b) as [[number, number]]
    named.delete(group)
    unnamed += size
  }
  return new Set(named.keys())
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
