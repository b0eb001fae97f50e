import type { Draft } from "./draft.ts"

/** Whom rows hold, in eight letters: another person in one of them gives others. Order does not matter. FNV-1a. */
export function printOf(drafts: readonly Draft[]): string {
  const sorted = [...drafts].sort((a, b) => a.person.row - b.person.row)
  let hash = 0x811c9dc5
  for (const { person, employeeId, mail, trueName } of sorted)
    for (const letter of `${person.row}\n${employeeId}\n${mail}\n${trueName}\n`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193)
  return (hash >>> 0).toString(36)
}
