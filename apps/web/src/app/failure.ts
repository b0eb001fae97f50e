import type { ProblemBody, ProblemCode } from "@throughline/api/client"

/** What can go wrong without the server having a word for it. */
type PageCode =
  | "connection.lost"
  | "sign-in.refused"
  | "server.unreadable"
  | "file.not-read"
  | "review.unsaved"

/** What went wrong, as a value with a code. The words for every code stand in failure-texts.ts. */
export interface Failure extends Error {
  code: ProblemCode | PageCode
  /** The server's own sentence about this case, when it has one. */
  detail: string | undefined
  /** Issues of an import, fields of a form. */
  issues: unknown[]
}

export function failure(code: Failure["code"], body: Partial<ProblemBody> = {}): Failure {
  return Object.assign(new Error(code), { code, detail: body.detail, issues: body.issues ?? [] })
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && "code" in error && "issues" in error
}
