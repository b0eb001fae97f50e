import { inThread } from "../in-thread.ts"
import { Problem } from "../problem.ts"
import type { ImportWork } from "./import-worker.ts"

/** 200,000 rows of 60 questions take about a third of both. */
const BOUNDS = { seconds: 60, megabytes: 768 }
/** More that wait than this come again later. */
const WAITING = 4

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** In a thread of its own, one file at a time. Throws import.refused when it takes too long or too much memory. */
export async function inWorker<Kind extends keyof ImportWork>(
  kind: Kind,
  given: ImportWork[Kind]["given"],
  bounds = BOUNDS,
): Promise<ImportWork[Kind]["made"]> {
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() =>
    inThread<ImportWork[Kind]["made"]>(
      new URL("./import-worker.ts", import.meta.url),
      { kind, given },
      bounds,
      (detail) => new Problem("import.refused", { detail }),
    ),
  )
  last = mine.catch(() => {}) // whose file it was hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}
