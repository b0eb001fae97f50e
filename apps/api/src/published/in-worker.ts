import { inThread } from "../in-thread.ts"
import { Problem } from "../problem.ts"
import type { PublishedFile, ToldTable } from "./tell-table.ts"

/** 50,000 rows take about a third of both. */
const BOUNDS = { seconds: 15, megabytes: 384 }
/** More that wait than this come again later. */
const WAITING = 4

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** In a thread of its own, one file at a time. Throws published.refused when it takes too long or too much memory. */
export async function inWorker(file: PublishedFile): Promise<ToldTable> {
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() =>
    inThread<ToldTable>(
      new URL("./published-worker.ts", import.meta.url),
      file,
      BOUNDS,
      (detail) => new Problem("published.refused", { detail }),
    ),
  )
  last = mine.catch(() => {}) // whose file it was hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}
