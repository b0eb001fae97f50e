import type { Person } from "./person.ts"

/** A person as stored by the last import. `managerId` is the stored manager's `id`; the own id stands for: unplaced. */
export type StoredPerson = Omit<Person, "row">

/** What a new people file changes, told by `id`: of the file, and for `left`, `from` and `was` of the stored person. */
export interface Difference {
  /** Invited from now on: not stored, or stored as somebody who has left. Vacant posts never count. */
  joined: string[]
  /** Not invited any longer: not in the file, or said there to have left. */
  left: string[]
  /** Had a manager and has another one now. */
  moved: { id: string; from: string; to: string }[]
  /** Had no manager and has one now. */
  attached: { id: string; to: string }[]
  /** Had a manager and has none now. */
  detached: { id: string; from: string }[]
  changed: { id: string; fields: { field: ComparedField; from: string; to: string }[] }[]
  unchanged: number
  /** The same person under another key: found again by address or name. The import keeps who it is. */
  rekeyed: { id: string; was: string }[]
}

export type ComparedField = "name" | "email" | "title" | "department" | "location" | "language"
