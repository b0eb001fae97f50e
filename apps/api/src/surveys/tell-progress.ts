import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { describe } from "../on-error.ts"
import { updateClosePercent } from "./queries.ts"

/** Milliseconds from one word to the next: a close says that it is at work even where nothing has moved. */
const PAUSE = 2_000
/** After so many seconds without a word a close counts as dead, and another process may begin it again. */
const SILENCE = 30

/**
 * Says while `work` runs how far it has come, each time in a short transaction of its own; work of less than two seconds
 * says nothing. `tell` takes the share that is done, 0 to 1.
 */
export async function withProgress<T>(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  work: (tell: (share: number) => void) => Promise<T>,
): Promise<T> {
  let share = 0
  let writing: Promise<void> | undefined
  const write = async () => {
    try {
      await withOrganization(deps.db, "close", organizationId, (tx) =>
        updateClosePercent(tx, organizationId, surveyId, Math.floor(share * 100)),
      )
    } catch (error) {
      // The results do not hang on it; where the database is away, the close itself says so.
      deps.log(`progress of survey ${surveyId}: ${error instanceof Error ? describe(error) : "failed"}`)
    }
    writing = undefined
  }
  const timer = setInterval(() => {
    writing ??= write()
  }, PAUSE)
  try {
    return await work((now) => {
      share = now
    })
  } finally {
    clearInterval(timer)
    await writing
  }
}

/** How many percent a close at work has done; null: none is at work, or it has not said so yet. */
export function closePercent(
  {
    state,
    close_percent,
    close_told_at,
  }: { state: string; close_percent: number | null; close_told_at: Date | null },
  now: Date,
): number | null {
  const silent = close_told_at === null || now.getTime() - close_told_at.getTime() > SILENCE * 1000
  return state === "closing" && !silent ? close_percent : null
}
