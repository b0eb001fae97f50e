import { counted, listed } from "../format.ts"

interface Counts {
  joined: number
  left: number
  moved: number
  attached: number
  detached: number
  changed: number
}

/** What an import changes, in a sentence: “42 people join, 17 people leave and 45 people have another manager.” */
export function differenceSentence(difference: Counts, when: "ahead" | "done"): string {
  const parts = [
    difference.joined > 0 ? people(difference.joined, when, ["joins", "join", "joined"]) : "",
    difference.left > 0 ? people(difference.left, when, ["leaves", "leave", "left"]) : "",
    difference.moved > 0 ? `${counted(difference.moved, "person has", "people have")} another manager` : "",
    difference.attached > 0
      ? `${counted(difference.attached, "person has", "people have")} a manager who had none`
      : "",
    difference.detached > 0
      ? `${counted(difference.detached, "person has", "people have")} no manager any more`
      : "",
    difference.changed > 0
      ? `of ${counted(difference.changed, "person", "people")} the name, address, title or place is another one`
      : "",
  ].filter((part) => part !== "")
  if (parts.length > 0) return `${listed(parts)}.`
  return when === "ahead" ? "Nobody joins, leaves or moves." : "Nobody joined, left or moved."
}

function people(
  howMany: number,
  when: "ahead" | "done",
  [one, many, done]: [string, string, string],
): string {
  return `${counted(howMany, "person", "people")} ${when === "done" ? done : howMany === 1 ? one : many}`
}

export function countsOf(difference: Record<keyof Counts, readonly unknown[]>): Counts {
  return {
    joined: difference.joined.length,
    left: difference.left.length,
    moved: difference.moved.length,
    attached: difference.attached.length,
    detached: difference.detached.length,
    changed: difference.changed.length,
  }
}
