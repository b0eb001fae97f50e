import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import { Problem } from "../problem.ts"
import type { FromWorker, ToWorker } from "./sign-worker.ts"

/** Signs in threads of its own: a signature takes a millisecond of a core, and the event loop has other things to do. */
export interface Signer {
  /**
   * Signs a blinded message. `load` hands over the private key (PKCS #8), and is asked only when no thread has it yet.
   * Rejects with server.busy when too many wait already, and with server.error when the signature does not verify.
   */
  sign(
    surveyId: string,
    number: number,
    message: Uint8Array,
    load: () => Promise<Uint8Array>,
  ): Promise<Uint8Array>
  /** The threads forget the keys of a survey. */
  forget(surveyId: string): void
  stop(): Promise<void>
}

/** Signatures this process owes at once: some seconds of work. Whoever comes then tries again a moment later. */
export const MOST_WAITING = 2_000
/** Threads; one core stays for the rest of the server. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1))

/** Milliseconds after which a key that nobody used is forgotten. */
const IDLE = 10 * 60_000

interface Thread {
  worker: Worker
  /** Keys it has been handed, and when each was last used. */
  known: Map<string, number>
  owed: Map<number, { resolve: (signature: Uint8Array) => void; reject: (error: unknown) => void }>
}

/** Threads start with the first signature, and a thread that dies is replaced with the next. */
export function createSigner(threads = THREADS): Signer {
  const pool: Thread[] = []
  let waiting = 0
  let next = 0

  const start = (): Thread => {
    const thread: Thread = {
      worker: new Worker(new URL("./sign-worker.ts", import.meta.url)),
      known: new Map(),
      owed: new Map(),
    }
    const { worker, owed } = thread
    worker.unref()
    worker.on("message", ({ id, signature }: FromWorker) => {
      const one = owed.get(id)
      owed.delete(id)
      if (signature === undefined) one?.reject(failed())
      else one?.resolve(signature)
      if (owed.size === 0) worker.unref()
    })
    const gone = () => {
      const place = pool.indexOf(thread)
      if (place !== -1) pool.splice(place, 1)
      for (const { reject } of owed.values()) reject(failed())
      owed.clear()
    }
    worker.on("error", gone)
    worker.on("exit", gone)
    pool.push(thread)
    return thread
  }

  const forget = (start: string) => {
    for (const { worker, known } of pool) {
      for (const name of known.keys()) if (name.startsWith(start)) known.delete(name)
      worker.postMessage({ forget: start } satisfies ToWorker)
    }
  }
  // The survey may have been closed by another process, and its keys are to be nowhere then.
  const upkeep = setInterval(() => {
    for (const { known } of [...pool]) {
      for (const [name, used] of known) if (used < Date.now() - IDLE) forget(name)
    }
  }, IDLE).unref()

  /** Who owes least. */
  const idlest = (): Thread => {
    const [best] = [...pool].sort((a, b) => a.owed.size - b.owed.size)
    return best === undefined || (best.owed.size > 0 && pool.length < threads) ? start() : best
  }

  const ask = (thread: Thread, name: string, message: Uint8Array, key: Uint8Array | undefined) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const id = next++
      thread.owed.set(id, { resolve, reject })
      thread.worker.ref()
      thread.known.set(name, Date.now())
      thread.worker.postMessage({ id, name, key, message } satisfies ToWorker)
    })

  return {
    async sign(surveyId, number, message, load) {
      if (waiting >= MOST_WAITING) throw new Problem("server.busy")
      waiting++
      try {
        const name = `${surveyId} ${number}`
        const thread = idlest()
        const key = thread.known.has(name) ? undefined : await load()
        // It may have died meanwhile, and nobody answers for the dead.
        if (!pool.includes(thread)) throw failed()
        return await ask(thread, name, message, key)
      } finally {
        waiting--
      }
    },
    forget,
    async stop() {
      clearInterval(upkeep)
      await Promise.all(pool.map(({ worker }) => worker.terminate()))
    },
  }
}

function failed(): Problem {
  return new Problem("server.error", { cause: new Error("a signature could not be made") })
}
