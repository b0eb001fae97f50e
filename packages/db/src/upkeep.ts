import type { PGlite } from "@electric-sql/pglite"

/** Replaying this much after a kill takes about a second. */
const mostWal = 64 * 1024 * 1024

/**
 * Does what PostgreSQL's own background processes do elsewhere; the embedded database has none. Looks once a
 * minute: checkpoints after 64 MB of write-ahead log, vacuums once a night (after 02:00 UTC).
 *
 * @returns stops it, after what is running
 */
export function startUpkeep(lite: PGlite, now: () => Date = () => new Date()): () => Promise<void> {
  let vacuumed = nightOf(now())
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(async () => {
        await checkpointIfDue(lite)
        const night = nightOf(now())
        if (night === vacuumed) return
        vacuumed = night
        await lite.exec("vacuum (analyze)")
      })
      .catch((error: unknown) => {
        // A full disk, say: the next minute tries again. The name only: a message may carry values.
        if (!lite.closed) console.error(`Upkeep of the embedded database failed: ${nameOf(error)}`)
      })
  }, 60_000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** @returns whether it was due */
export async function checkpointIfDue(lite: PGlite, most = mostWal): Promise<boolean> {
  const { rows } = await lite.query<{ due: boolean }>(
    "select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > $1 as due from pg_control_checkpoint()",
    [most],
  )
  if (!rows[0]?.due) return false
  await lite.exec("checkpoint")
  return true
}

/** The day whose small hours have begun, as days since 1970. */
const nightOf = (time: Date): number => Math.floor((time.getTime() / 3_600_000 - 2) / 24)
