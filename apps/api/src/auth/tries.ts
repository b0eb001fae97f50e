import { Problem } from "../problem.ts"

/** Counts one more try of somebody; throws request.too-many when there were too many of them just now. */
export type Tries = (who: string) => void

/** So many keys at most, whoever makes them up. */
const MOST = 10_000

/**
 * At most `max` tries of one key within so many seconds. Kept in the memory of this process: what it holds back are
 * guesses and floods, and several processes only hold back the fewer.
 */
export function createTries({
  max,
  seconds,
  now,
}: {
  max: number
  seconds: number
  now: () => number
}): Tries {
  const seen = new Map<string, number[]>()
  return (who) => {
    const from = now() - seconds * 1000
    const recent = (seen.get(who) ?? []).filter((at) => at > from)
    if (recent.length >= max) throw new Problem("request.too-many")
    seen.delete(who)
    seen.set(who, [...recent, now()])
    // The one that has been quiet for longest goes first.
    for (const [oldest] of seen) {
      if (seen.size <= MOST) break
      seen.delete(oldest)
    }
  }
}
