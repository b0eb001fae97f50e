import { once } from "node:events"
import { Worker } from "node:worker_threads"
import type { Cast } from "@throughline/ballot"
import type { SealingFor, ToSeal } from "./seal-worker.ts"

const BATCH = 64

/** Seals in another thread and hands over a batch at a time; the next is sealed while the last is being used. */
export async function sealAll<T extends ToSeal>(
  sealing: SealingFor,
  ballots: readonly T[],
  use: (batch: { ballot: T; cast: Cast }[]) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL("./seal-worker.ts", import.meta.url), { workerData: sealing })
  const seal = async (from: number): Promise<{ ballot: T; cast: Cast }[]> => {
    const batch = ballots.slice(from, from + BATCH)
    worker.postMessage(batch.map(({ cohort, answers }) => ({ cohort, answers })))
    const [casts] = await once(worker, "message")
    return batch.map((ballot, place) => ({ ballot, cast: (casts as Cast[])[place] as Cast }))
  }
  try {
    let sealed = seal(0)
    for (let from = 0; from < ballots.length; from += BATCH) {
      const casts = await sealed
      if (from + BATCH < ballots.length) sealed = seal(from + BATCH)
      await use(casts)
    }
  } finally {
    await worker.terminate()
  }
}
