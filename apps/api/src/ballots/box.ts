import { type Db, withOrganization } from "@throughline/db"
import { type BoxAnswer, type BoxRow, castIntoBox } from "./queries.ts"

/** The ballot box of this process. */
export interface Box {
  /** Resolves when the ballot is committed, or refused. */
  cast(organizationId: string, row: BoxRow): Promise<BoxAnswer>
}

interface Waiting {
  row: BoxRow
  resolve: (answer: BoxAnswer) => void
  reject: (error: unknown) => void
}

const LARGEST_BATCH = 64

/**
 * Ballots that arrive while others are being written wait and are written together, in one transaction: faster, and
 * the database's own order then says less about who came when. A ballot is never written later than the one before it
 * takes, and nothing is acknowledged before the commit.
 */
export function createBox(db: Db): Box {
  const queues = new Map<string, Waiting[]>()

  const write = async (organizationId: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const rows = batch.map(({ row }) => row)
      const answers = await withOrganization(db, "web", organizationId, (tx) =>
        castIntoBox(tx, organizationId, rows),
      )
      for (const [place, { resolve }] of batch.entries()) resolve(answers[place] ?? "unknown")
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      // One that the database cannot take must not refuse the others.
      else for (const single of batch) await write(organizationId, [single])
    }
  }

  const drain = async (organizationId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await write(organizationId, queue.splice(0, LARGEST_BATCH))
    queues.delete(organizationId)
  }

  return {
    cast: (organizationId, row) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(organizationId)
        if (queue !== undefined) queue.push({ row, resolve, reject })
        else {
          const first = [{ row, resolve, reject }]
          queues.set(organizationId, first)
          void drain(organizationId, first)
        }
      }),
  }
}
