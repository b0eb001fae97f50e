import { Worker } from "node:worker_threads"

/** How much the work of one thread may take, whatever is in what it is given. */
export interface Bounds {
  /** Of the processor: a machine that is busy with other things refuses no good file. */
  seconds: number
  /** Of the thread's heap. */
  megabytes: number
}

/** On the clock, for each second of the processor: for whatever waits instead of working. */
const PATIENCE = 6

/**
 * Does one piece of work in a thread of its own. `tooMuch` makes the error when it takes too long or too much memory.
 *
 * @param transfer what is handed over instead of copied: nobody may use it here any more
 */
export async function inThread<Made>(
  file: URL,
  message: unknown,
  bounds: Bounds,
  tooMuch: (detail: string) => Error,
  transfer: readonly ArrayBuffer[] = [],
): Promise<Made> {
  const worker = new Worker(file, {
    resourceLimits: {
      maxOldGenerationSizeMb: bounds.megabytes,
      maxYoungGenerationSizeMb: 16,
      stackSizeMb: 4,
    },
    // What a library might print could be a row of the file.
    stdout: true,
    stderr: true,
  })
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise((done, failed) => {
      const started = performance.now()
      watch = setInterval(async () => {
        // A thread that has ended has no usage; how it ended is told below.
        const used = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
        const waited = performance.now() - started > bounds.seconds * PATIENCE * 1000
        if ((used.user + used.system) / 1e6 > bounds.seconds || waited)
          failed(tooMuch(`It takes longer than ${bounds.seconds} seconds to read.`))
      }, 50)
      worker.once("message", done)
      worker.postMessage(message, transfer)
      worker.once("error", (error: Error & { code?: string }) =>
        failed(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? tooMuch(`It takes more than ${bounds.megabytes} MB of memory to read.`)
            : error,
        ),
      )
      worker.once("exit", () => failed(new Error("a thread ended without an answer")))
    })
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}
