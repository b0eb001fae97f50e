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
  references: Reference[]
}

export interface Reference {
  field: Field
  text: string
}

/** Whom a row's manager cells lead to, before any repair: nobody wanted, one, nobody found, or several. */
export type Lead =
  | { state: "none" }
  | { state: "one"; manager: Draft }
  | ({ state: "absent" } & Reference)
  | ({ state: "several"; found: readonly Draft[] } & Reference)

/** A person of the file with the repairs applied. Who has neither manager nor `open` is a top. */
export interface Member extends Draft {
  /** Position among the members. */
  at: number
  /** The own member: entered as their own manager. */
  manager: Member | null
  /** The manager cell that leads to nobody, or to several: all who answer to it, the own member too if it does. */
  open: (Reference & { several: readonly Member[] }) | null
  /** A vacant post that a repair made: it has no row in the file. */
  made: boolean
}

/** What a duplicate shares with the row it doubles. Empty: nothing to share. */
export function keyOf(draft: Pick<Draft, "employeeId" | "mail">): string {
  return draft.employeeId || draft.mail
}

/** Of several rows with one id or mail the post that is filled counts before the vacant one, that before the abolished. */
export function bestOf<D extends Draft>(drafts: readonly D[]): D | undefined {
  const rank = { here: 0, vacant: 1, left: 2, abolished: 3 }
  let best: D | undefined
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
