/** Everything that is checked of a bundle; each stands for itself. */
export type CheckCode =
  | "words"
  | "words-known"
  | "cut"
  | "groups"
  | "group-sizes"
  | "group-keys"
  | "ballot-groups"
  | "one-ballot-a-key"
  | "credentials"
  | "signatures"
  | "turnout"
  | "signed"
  | "count"
  | "receipts"
  | "release"
  | "receipt"

export interface Check {
  code: CheckCode
  ok: boolean
  /** What was found, for somebody without training; no name and no answer is in it. */
  sentence: string
}

export function check(code: CheckCode, ok: boolean, fine: string, finding: string): Check {
  return { code, ok, sentence: ok ? fine : finding }
}

/** "1 ballot is", "3 ballots are". */
export function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`
}
