import type { CheckedFile } from "./check-file.ts"

/** What is new about somebody in the org chart: id → a word or two. */
export type Marks = ReadonlyMap<string, string>

/** Who was mended, who joins and who gets another manager. What HR did a moment ago counts before what the file says. */
export function marksOf({ file, difference, mended }: CheckedFile): Marks {
  const marks = new Map<string, string>()
  const joined = difference?.joined ?? []
  // Where most are new a mark on each of them says nothing.
  if (joined.length * 2 < file.people.length) for (const id of joined) marks.set(id, "joins")
  const moves = [
    ...(difference?.moved ?? []),
    ...(difference?.attached ?? []),
    ...(difference?.detached ?? []),
  ]
  for (const { id } of moves) marks.set(id, "moves")
  for (const id of mended) marks.set(id, "mended")
  return marks
}
