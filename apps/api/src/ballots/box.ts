import { type Db, withOrganization } from "@throughline/db"
import { Problem } from "../problem.ts"
import { type BoxAnswer, type BoxRow, castIntoBox } from "./queries.ts"

/** The ballot box of this process. */
export interface Box {
  /** Resolves when the ballot is committed, or refused. Rejects with server.busy when too many wait already. */
  cast(organizationId: string, row: BoxRow): Promise<BoxAnswer>
}

interface Waiting {
  row: BoxRow
  resolve: (answer: BoxAnswer) => void
  reject: (error: unknown) => void
}

const LARGEST_BATCH = 64
/** Casts this process holds at once. A company that answers at one stroke stays far below; a flood ends here. */
export const MOST_WAITING = 2_000

/**
 * Ballots that arrive while others are being written wait and are written together, in one transaction: faster, and
 * the database's own order then says less about who came when. A ballot is never written later than the one before it
 * takes, and nothing is acknowledged before the commit.
 */
export function createBox(db: Db): Box {
  const queues = new Map<string, Waiting[]>()
  let waiting = 0

  const write = async (organizationId: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const rows = batch.map(({ row }) => row)
      const answers = await withOrganization(db, "web", organizationId, (tx) =>
        castIntoBox(tx, organizationId, rows),
      )
      for (const [place, { resolve }] of batch.entries()) resolve(answers[place] ?? "unknown")
    } catch (error) {
      // One that the database cannot take must not refuse the others; a database that is away takes none of them.
      if (batch.length > 1 && isAboutData(error)) for (const one of batch) await write(organizationId, [one])
      else for (const { reject } of batch) reject(error)
    }
  }

  const drain = async (organizationId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await write(organizationId, queue.splice(0, LARGEST_BATCH))
    queues.delete(organizationId)
  }

  const enqueue = (organizationId: string, row: BoxRow) =>
    new Promise<BoxAnswer>((resolve, reject) => {
      const queue = queues.get(organizationId)
      if (queue !== undefined) queue.push({ row, resolve, reject })
      else {
        const first = [{ row, resolve, reject }]
        queues.set(organizationId, first)
        void drain(organizationId, first)
      }
    })

  return {
    async cast(organizationId, row) {
      if (waiting >= MOST_WAITING) throw new Problem("server.busy")
      waiting++
      try {
        return await enqueue(organizationId, row)
      } finally {
        waiting--
      }
    },
  }
}

/** PostgreSQL's classes 22 (a value it cannot take) and 23 (a value that breaks a constraint). */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^2[23]...$/.test(String(error.code))
}
