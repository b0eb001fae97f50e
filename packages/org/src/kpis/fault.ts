import type { KpiIssue } from "./kpi-file.ts"

/** Why nothing of a file is read. */
export type Fault = Pick<KpiIssue, "code" | "message" | "repair">

export function tooLarge(what: string): Fault {
  return { code: "too-large", message: `The file has ${what}.`, repair: "Send it in parts." }
}
