import type { Employment } from "./employment.ts"
import type { Field, Person } from "./person.ts"

/** A row while it is being read: the person so far, and what the cells said. */
export interface Draft {
  person: Person
  /** As written; empty when the file has no such cell. */
  employeeId: string
  /** Lower case; it may be no address at all. */
  mail: string
  /** Empty where nobody's name stands. */
  trueName: string
  employment: Employment
  /** The filled manager cells, the most telling first. */
  references: { field: Field; text: string }[]
}

/** Of several rows with one id or mail the post that is filled counts before the vacant one, that before the abolished. */
export function bestOf(drafts: readonly Draft[]): Draft | undefined {
  const rank = { here: 0, vacant: 1, left: 2, abolished: 3 }
  let best: Draft | undefined
  for (const draft of drafts)
    if (best === undefined || rank[draft.employment] < rank[best.employment]) best = draft
  return best
}

/** Adds to a list in a map. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** “Row 12 (Ada Example)”. */
export function rowOf(draft: Draft): string {
  return `Row ${draft.person.row} (${draft.person.name})`
}

/** “3 people”, “1 person”. */
export function peopleCount(count: number): string {
  return count === 1 ? "1 person" : `${count} people`
}
