import { counted, listed } from "../format.ts"

interface Counts {
  joined: number
  left: number
  moved: number
  attached: number
  detached: number
  changed: number
}

/** What an import changed, in a sentence: “42 joined, 17 left and 45 have another manager.” */
export function differenceSentence(difference: Counts): string {
  const parts = [
    difference.joined > 0 ? `${counted(difference.joined, "person", "people")} joined` : "",
    difference.left > 0 ? `${counted(difference.left, "person", "people")} left` : "",
    difference.moved > 0 ? `${counted(difference.moved, "person has", "people have")} another manager` : "",
    difference.attached > 0
      ? `${counted(difference.attached, "person has", "people have")} a manager who had none`
      : "",
    difference.detached > 0
      ? `${counted(difference.detached, "person has", "people have")} no manager any more`
      : "",
    difference.changed > 0
      ? `${counted(difference.changed, "person", "people")} changed in name, address, title or place`
      : "",
  ].filter((part) => part !== "")
  return parts.length === 0 ? "Nobody joined, left or moved." : `${listed(parts)}.`
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
