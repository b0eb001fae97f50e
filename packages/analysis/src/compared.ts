import type { Counted } from "./gate.ts"
import { membersNeeded } from "./measures.ts"
import type { Tally } from "./tally.ts"

/**
 * In a whole organization from this many persons on, rounding hides those left over: each share is known to five
 * persons or more either way, each mean to fifty points. Only there: several large groups around the same few people
 * would be several looks at them.
 */
export const largeOrganization = 1000

export interface Compared {
  /** Members that anybody has, by id. */
  members: string[]
  /** Of these the one that the fewest have. */
  least: string
  /** By atom: persons with all members. */
  complete: Float64Array
  /** Persons whom a comparison leaves over, added up by part of the whole and written to its first atom. */
  left: Float64Array
}

/**
 * Whom a comparison of a measure with its members could leave over. A person's score is the mean of the members he
 * has. So M times the whole less the sum of its M members is about nobody who has all of them: what is left are the
 * few who miss one, and in a small group their sum is exact.
 *
 * Two conditions rule that out for every weighting a(c)·whole + b·members, in which a person with m members
 * disappears only if all of his have b = -a/m. The members are told by parts larger than those of the whole:
 *
 * 1. Every part holds k persons with all members. If the weights b of the members are not all the same (as when one
 *    of them is not told), none of these persons disappears.
 * 2. If they are all the same, persons of one m alone can disappear in each part c of the whole. In c are left at
 *    least all but the most frequent m. Over each part by which *one* member, the least answered, is told, those add
 *    up to nobody or at least k. Without that one the weights are not all the same: so the others need (1) only.
 *
 * null: nothing to compare, because the whole is told of nobody.
 */
export function compared(
  { measure, tally }: Counted,
  tallies: ReadonlyMap<string, Tally>,
  labels: Int32Array,
  k: number,
): Compared | null {
  const had = new Map<string, number>()
  for (const id of measure.members) {
    const persons = sum(tallies.get(id)?.persons ?? [])
    if (persons > 0) had.set(id, persons)
  }
  const members = [...had.keys()]
  const [first] = members
  if (first === undefined || sum(tally.persons) < k) return null
  const least = members.reduce((a, b) => ((had.get(b) as number) <= (had.get(a) as number) ? b : a), first)

  const stride = tally.members + 1
  const complete = tally.persons.map((_, atom) => tally.held[atom * stride + had.size] as number)
  const atomsOf = new Map<number, number[]>()
  for (const [atom, label] of labels.entries()) {
    const atoms = atomsOf.get(label)
    if (atoms) atoms.push(atom)
    else atomsOf.set(label, [atom])
  }
  const left = new Float64Array(labels.length)
  for (const atoms of atomsOf.values()) {
    let [any, most] = [0, 0]
    for (let count = 1; count < stride; count++) {
      const persons = atoms.reduce((total, atom) => total + (tally.held[atom * stride + count] as number), 0)
      any += persons
      if (count >= membersNeeded(measure)) most = Math.max(most, persons)
    }
    left[atoms[0] as number] = any - most
  }
  return { members, least, complete, left }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
