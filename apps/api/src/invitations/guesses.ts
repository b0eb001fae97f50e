import type { Db } from "@throughline/db"
import { Problem } from "../problem.ts"
import { isLink } from "./links.ts"

/** Wrong codes that one caller may try in a minute. An office behind one address mistypes less. */
const MOST = 30
const WINDOW = 60_000
/** Callers that are remembered at once. */
const CALLERS = 10_000

const missed = new WeakMap<Db, Map<string, number[]>>()

/**
 * Runs `work`, which throws invitation.unknown for a secret that is none. Whoever typed too many wrong codes in the last
 * minute is told to wait, also with a right one: else guessing would only be noisy. Links are too long to be guessed
 * and never wait: a whole company may open old ones behind one address. In memory of this process; the caller's
 * address is in no log and no database.
 */
export async function withoutGuessing<T>(
  db: Db,
  { caller, secret, now }: { caller: string; secret: string; now: number },
  work: () => Promise<T>,
): Promise<T> {
  if (isLink(secret)) return await work()
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
