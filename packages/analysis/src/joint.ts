import { inverse, prime, times } from "./solvable.ts"

/** People who are in the same told class of every release, as many as there are, and the numbers of those classes. */
export interface Alike {
  /** Told classes, numbered across the releases. */
  classes: number[]
  people: number
}

/** With more classes of few people than this nothing is proven in time, and so nothing is told. */
const mostSmall = 4000

/** `lists`: of each release by person the told class that holds him, -1 if none does. */
export function alikePeople(lists: readonly Int32Array[]): Alike[] {
  const first: number[] = []
  let next = 0
  for (const list of lists) {
    first.push(next)
    next += list.reduce((most, of) => Math.max(most, of + 1), 0)
  }
  const found = new Map<string, Alike>()
  const persons = Math.max(0, ...lists.map((list) => list.length))
  for (let person = 0; person < persons; person++) {
    const classes = lists.flatMap((list, at) => {
      const of = list[person] ?? -1
      return of < 0 ? [] : [(first[at] as number) + of]
    })
    if (classes.length === 0) continue
    const alike = found.get(classes.join())
    if (alike === undefined) found.set(classes.join(), { classes, people: 1 })
    else alike.people++
  }
  return [...found.values()]
}

/**
 * Three releases and more: can no comparison of all of them together leave over 1 to k-1 people? A comparison gives
 * every told class a number and every person the sum of his classes' numbers; left over are those with another sum than 0.
 *
 * If k sets of people without anybody in common each span what all people span (as vectors over the told classes), a
 * comparison that leaves over anybody leaves over one of each set: k people at least. So each set is taken greedily from who is
 * left. Where the sets cannot be found so, nothing is proven and the answer is no. In a graph, that is for two
 * releases, these are k spanning trees, and the rule of small cuts is finer.
 *
 * k people alike, or more, are in every set; only what the others add has to be looked at.
 */
export function isCleanTogether(alike: readonly Alike[], k: number): boolean {
  const { base, small } = parted(alike, k)
  if (small.length > mostSmall) return false
  const left = small.map(({ people }) => people)
  let wanted = -1
  for (let set = 0; set < k; set++) {
    const own: Pivots = new Map()
    for (const [at, { row }] of small.entries()) {
      if (left[at] === 0 || !add(row, [base, own])) continue
      left[at] = (left[at] as number) - 1
    }
    if (wanted >= 0 && own.size < wanted) return false
    wanted = own.size
    if (wanted === 0) return true
  }
  return true
}

/**
 * The audit's own look: people in sets of 1 to k-1 whom a comparison does leave over. In a basis of what the small classes
 * add, each member has a comparison that leaves over itself and whoever is made up with it. Nobody is found here whom the gate's
 * rule would not have seen; it need not find all.
 */
export function peopleLeftOver(alike: readonly Alike[], k: number): number {
  const { base, small } = parted(alike, k)
  const exposed = new Set<number>()
  const numbers = [...small.keys()].slice(0, mostSmall)
  for (const order of [numbers, numbers.toReversed()]) {
    const own: Pivots = new Map()
    const madeWith = new Map<number, number[]>()
    for (const at of order) {
      const marked = new Map(small[at]?.row)
      marked.set(mark(at), 1)
      const rest = reduce(marked, [base, own])
      const lead = leading(rest)
      if (lead < marks) {
        own.set(lead, scaled(rest, lead))
        madeWith.set(at, [at])
      } else {
        for (const column of rest.keys()) if (column !== mark(at)) madeWith.get(column - marks)?.push(at)
      }
    }
    for (const members of madeWith.values()) {
      if (members.reduce((sum, at) => sum + (small[at]?.people ?? 0), 0) >= k) continue
      for (const at of members) exposed.add(at)
    }
  }
  return [...exposed].reduce((sum, at) => sum + (small[at]?.people ?? 0), 0)
}

type Row = Map<number, number>
/** By the first column of each row, where it has a 1. */
type Pivots = Map<number, Row>

/** Columns from here on say from which rows another was made. */
const marks = 2 ** 40
const mark = (at: number) => marks + at

function parted(alike: readonly Alike[], k: number) {
  const base: Pivots = new Map()
  const rowOf = ({ classes }: Alike): Row => new Map(classes.map((of) => [of, 1]))
  for (const one of alike) if (one.people >= k) add(rowOf(one), [base])
  const small = alike
    .filter(({ people }) => people < k)
    .map((one) => ({ people: one.people, row: reduce(rowOf(one), [base]) }))
  return { base, small: small.filter(({ row }) => row.size > 0) }
}

/** True: the row is none that the others make up, and has become one of them (of the last ones). */
function add(row: Row, pivots: readonly Pivots[]): boolean {
  const rest = reduce(row, pivots)
  if (rest.size === 0) return false
  const lead = leading(rest)
  pivots.at(-1)?.set(lead, scaled(rest, lead))
  return true
}

/** Until its first column is that of no other row. */
function reduce(row: Row, pivots: readonly Pivots[]): Row {
  const rest = new Map(row)
  while (rest.size > 0) {
    const lead = leading(rest)
    const pivot = pivots.map((rows) => rows.get(lead)).find((found) => found !== undefined)
    if (pivot === undefined) break
    const factor = rest.get(lead) as number
    for (const [column, value] of pivot) {
      const next = ((rest.get(column) ?? 0) + prime - times(factor, value)) % prime
      if (next === 0) rest.delete(column)
      else rest.set(column, next)
    }
  }
  return rest
}

function leading(row: Row): number {
  let least = Number.POSITIVE_INFINITY
  for (const column of row.keys()) if (column < least) least = column
  return least
}

function scaled(row: Row, lead: number): Row {
  const factor = inverse(row.get(lead) as number)
  return new Map([...row].map(([column, value]) => [column, times(value, factor)]))
}
