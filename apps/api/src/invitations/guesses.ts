import type { Db } from "@throughline/db"
import { Problem } from "../problem.ts"

/** Wrong links and codes that one caller may try in a minute. An office behind one address mistypes less. */
const MOST = 30
const WINDOW = 60_000
/** Callers that are remembered at once. */
const CALLERS = 10_000

const missed = new WeakMap<Db, Map<string, number[]>>()

/**
 * Runs `work`, which throws invitation.unknown for a link or a code that is not one. Whoever was wrong too often in the
 * last minute is told to wait, also with a right one: else guessing would only be noisy. In memory of this process;
 * the caller's address is in no log and no database.
 */
export async function withoutGuessing<T>(
  db: Db,
  caller: string,
  now: number,
  work: () => Promise<T>,
): Promise<T> {
  const callers = missed.get(db) ?? new Map<string, number[]>()
  missed.set(db, callers)
  const recent = (callers.get(caller) ?? []).filter((at) => at > now - WINDOW)
  if (recent.length >= MOST) throw new Problem("request.too-many")
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem && error.code === "invitation.unknown") {
      callers.delete(caller)
      callers.set(caller, [...recent, now])
      for (const [oldest] of callers) {
        if (callers.size <= CALLERS) break
        callers.delete(oldest)
      }
    }
    throw error
  }
}
