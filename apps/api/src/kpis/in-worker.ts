import type { KpiFile } from "@throughline/org"
import { inThread } from "../in-thread.ts"
import { Problem } from "../problem.ts"
import type { KpiFileToRead } from "./kpis-worker.ts"

/** 14 million values take a tenth of the time. Values lie outside the heap, and are bounded by their number. */
const BOUNDS = { seconds: 30, megabytes: 512 }
/** More that wait than this come again later. */
const WAITING = 3

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * In a thread of its own, one file at a time; the bytes are handed over. Throws kpis.refused when it takes too long or too much
 * memory.
 */
export async function inWorker(file: KpiFileToRead): Promise<KpiFile> {
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() =>
    inThread<KpiFile>(
      new URL("./kpis-worker.ts", import.meta.url),
      file,
      BOUNDS,
      (detail) => new Problem("kpis.refused", { detail }),
      [file.bytes.buffer as ArrayBuffer],
    ),
  )
  last = mine.catch(() => {}) // whose file it was hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}
