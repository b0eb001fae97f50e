import { Worker } from "node:worker_threads"
import { Problem } from "../problem.ts"
import type { PeopleWork } from "./people-worker.ts"

/** How long and with how much memory a people file may be read, whatever is in it. */
export interface Bounds {
  milliseconds: number
  megabytes: number
}

// 100,000 people take about a third of either.
const BOUNDS: Bounds = { milliseconds: 10_000, megabytes: 256 }
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
  bounds: Bounds = BOUNDS,
): Promise<PeopleWork[Kind]["made"]> {
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() => run(kind, given, bounds))
  last = mine.catch(() => {}) // whose file it was hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}

async function run<Kind extends keyof PeopleWork>(
  kind: Kind,
  given: PeopleWork[Kind]["given"],
  bounds: Bounds,
): Promise<PeopleWork[Kind]["made"]> {
  const worker = new Worker(new URL("./people-worker.ts", import.meta.url), {
    workerData: { kind, given },
    resourceLimits: {
      maxOldGenerationSizeMb: bounds.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    // What a library might print could be a row of the file.
    stdout: true,
    stderr: true,
  })
  try {
    return await new Promise((done, failed) => {
      const late = setTimeout(
        () => failed(tooMuch(`It takes longer than ${bounds.milliseconds / 1000} seconds to read.`)),
        bounds.milliseconds,
      )
      worker.once("message", done)
      worker.once("error", (error: Error & { code?: string }) =>
        failed(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? tooMuch(`It takes more than ${bounds.megabytes} MB of memory to read.`)
            : error,
        ),
      )
      worker.once("exit", () => {
        clearTimeout(late)
        failed(new Error("the thread that reads people files ended without an answer"))
      })
    })
  } finally {
    await worker.terminate()
  }
}

function tooMuch(detail: string): Problem {
  return new Problem("people.unreadable", { detail })
}
