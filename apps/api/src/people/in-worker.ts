import { Worker } from "node:worker_threads"
import { Problem } from "../problem.ts"
import type { PeopleWork } from "./people-worker.ts"
import type { PeoplePages } from "./person-row.ts"

/** How much a people file may take, whatever is in it. */
export interface Bounds {
  /** Of the processor: a machine that is busy with other things refuses no good file. */
  seconds: number
  /** Of the thread's heap. The less it may take the sooner it is tidied up, so a small file is given less. */
  megabytes: number
}

// 100,000 people, compared with as many, take about half of the time and nearly all of the memory.
const SECONDS = 10
const LEAST = 160
const MOST = 256
/** On the clock: for whatever waits instead of working. */
const MINUTE = 60_000
/** More that wait than this come again later. */
const WAITING = 8

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Does the work in a thread of its own, one file at a time, so that no file holds up what other people ask, nor takes
 * more than its share. Throws people.unreadable when the thread takes too long or too much memory.
 */
export async function inWorker<Kind extends keyof PeopleWork>(
  kind: Kind,
  given: PeopleWork[Kind]["given"],
  bounds = boundsOf(given.stored),
): Promise<PeopleWork[Kind]["made"]> {
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() => run(kind, given, bounds))
  last = mine.catch(() => {}) // whose file it was hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}

function boundsOf(stored: PeoplePages): Bounds {
  const millions = stored.reduce((sum, page) => sum + page.length, 0) / 1e6
  return { seconds: SECONDS, megabytes: Math.min(MOST, LEAST + Math.round(6 * millions)) }
}

async function run<Kind extends keyof PeopleWork>(
  kind: Kind,
  given: PeopleWork[Kind]["given"],
  bounds: Bounds,
): Promise<PeopleWork[Kind]["made"]> {
  const worker = new Worker(new URL("./people-worker.ts", import.meta.url), {
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
        if ((used.user + used.system) / 1e6 > bounds.seconds || performance.now() - started > MINUTE)
          failed(tooMuch(`It takes longer than ${bounds.seconds} seconds to read.`))
      }, 50)
      worker.once("message", done)
      worker.postMessage({ kind, given })
      worker.once("error", (error: Error & { code?: string }) =>
        failed(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? tooMuch(`It takes more than ${bounds.megabytes} MB of memory to read.`)
            : error,
        ),
      )
      worker.once("exit", () =>
        failed(new Error("the thread that reads people files ended without an answer")),
      )
    })
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}

function tooMuch(detail: string): Problem {
  return new Problem("people.unreadable", { detail })
}
