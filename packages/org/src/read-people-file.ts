import { decodePeopleFile } from "./decode-people-file.ts"
import type { Issue } from "./person.ts"

/** A people file as it was chosen: its text as CSV, or why it cannot be read. Never throws. */
export function readPeopleFile(
  bytes: Uint8Array,
  _fileName: string,
): { text: string; note: string | null } | { issues: Issue[] } {
  return decodePeopleFile(bytes)
}
