import type { AppliedRepair, Proposal } from "./repair.ts"

/** What a column of a people file can mean. `manager` is a manager cell of unknown kind: id, mail or name. */
export type Field =
  | "employeeId"
  | "email"
  | "name"
  | "givenName"
  | "familyName"
  | "managerId"
  | "managerEmail"
  | "managerName"
  | "manager"
  | "title"
  | "department"
  | "location"
  | "language"
  | "status"
  | "endDate"

/** Field → header as it stands in the file. An empty string means: this field is left out on purpose. */
export type ColumnMap = Partial<Record<Field, string>>

export type IssueCode =
  | "loop"
  | "self-manager"
  | "manager-missing"
  | "manager-ambiguous"
  | "several-tops"
  | "no-top"
  | "duplicate-id"
  | "duplicate-email"
  | "no-id"
  | "no-email"
  | "no-name"
  | "inactive"
  | "vacant"
  | "unreadable-row"
  | "missing-column"
  | "not-people"
  | "empty-file"
  | "ignored-column"
  | "encoding"
  | "ambiguous-date"
  | "formula"
  | "too-large"
  | "unsupported-file"

/** One thing HR should know about the file. An issue of severity `error` keeps the whole file from being imported. */
export interface Issue {
  code: IssueCode
  severity: "error" | "warning"
  /** As a spreadsheet numbers it: the header is row 1. Null: the file as a whole. */
  row: number | null
  field: Field | null
  message: string
  /** What to do about it, in plain words. */
  repair: string | null
  /** What one click can do about it, the best first. Empty where only HR can help. */
  proposals: Proposal[]
}

/** An issue before its repairs are known. */
export type Finding = Omit<Issue, "proposals">

/** One row of a people file, read and resolved. */
export interface Person {
  /** The employee id; without one the lower-cased mail; without that `row-N`. Unique in the file. */
  id: string
  row: number
  /** Never empty: a row without a name is called by its title or its id. */
  name: string
  /** Null also for an address several active people share: a personal link cannot go there. */
  email: string | null
  title: string
  department: string
  location: string
  language: string | null
  /**
   * The manager's `id`; null when the manager cell is blank. A reference nobody in the file answers to is kept
   * as `?` and the cell as written, so that such a person is never taken for the top.
   */
  managerId: string | null
  /** False: has left, or a vacant or abolished post. Keeps the place in the org chart and is not invited. */
  active: boolean
}

export interface PeopleFile {
  headers: string[]
  columns: ColumnMap
  /** After the repairs. */
  people: Person[]
  /** What is left after the repairs. */
  issues: Issue[]
  repairs: AppliedRepair[]
}

/** True when an issue of severity `error` is there: the import is refused as a whole. */
export function isBlocked(file: Pick<PeopleFile, "issues">): boolean {
  return file.issues.some((issue) => issue.severity === "error")
}
