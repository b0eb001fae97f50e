import type { IssueCode } from "./person.ts"

/** Rows as the spreadsheet numbers them; a vacant post that a repair made has a negative one. */
type Rows = number[]

type Change =
  /**
   * This person heads the organization. Every other top reports there, and so does whoever names the same body
   * (“Board of Directors”) as manager.
   */
  | { kind: "top"; row: number }
  /** Null: the manager cell is emptied. */
  | { kind: "set-manager"; rows: Rows; manager: number | null }
  /** Leavers, vacant posts, duplicates, unreadable rows: left out. Their reports go to the dropped one's manager. */
  | { kind: "drop"; rows: Rows }
  /** An absent manager kept as a vacant post, so that the team stays together. Null: the post is a top. */
  | { kind: "placeholder"; name: string; rows: Rows; manager: number | null }
  /** `name` is absent from the file and known from the last import: the rows go to that person's manager there. */
  | { kind: "stored-manager"; name: string; rows: Rows; manager: number }
  /** It is right as it is: the issue is settled. No rows: the file as a whole. */
  | { kind: "keep"; code: IssueCode; rows: Rows }

/**
 * A repair is data: what a click adds, what the page posts and what the API applies again. `print` says whom the rows
 * held when it was proposed; in a file where they hold somebody else the repair no longer applies.
 */
export type Repair = Change & { print?: string }

/** What a click on an issue offers. */
export interface Proposal {
  repair: Repair
  /** The button. */
  label: string
  /** What changes, with counts. */
  effect: string
  /** It settles every issue of this kind; stands on the first of them only. */
  all?: true
}

/** A repair as it was applied, in the order in which it was given. */
export interface AppliedRepair {
  repair: Repair
  /** False: the file is no longer the one it was made for, and nothing was changed. */
  applies: boolean
  /** What it changed, or why it no longer applies. */
  sentence: string
}
