import { once } from "node:events"
import { Worker } from "node:worker_threads"
import type { Cast, Manifest } from "@throughline/ballot"
import type { ToSeal } from "./seal-worker.ts"

const BATCH = 64

/** Seals in another thread and hands over a batch at a time; the next is sealed while the last is being used. */
export async function sealAll(
  manifest: Manifest,
  ballots: readonly ToSeal[],
  use: (casts: Cast[]) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL("./seal-worker.ts", import.meta.url))
  const seal = async (from: number): Promise<Cast[]> => {
    worker.postMessage({ manifest, batch: ballots.slice(from, from + BATCH) })
    const [casts] = await once(worker, "message")
    return casts as Cast[]
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
