import { type Bounds, inThread } from "../in-thread.ts"
import { Problem } from "../problem.ts"
import type { PeopleWork } from "./people-worker.ts"
import type { PeoplePages } from "./person-row.ts"

// 100,000 people, compared with as many, take about half of the time and nearly all of the memory.
const SECONDS = 10
// The less it may take the sooner it is tidied up, so a small file is given less.
const LEAST = 160
const MOST = 256
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

const run = <Kind extends keyof PeopleWork>(kind: Kind, given: PeopleWork[Kind]["given"], bounds: Bounds) =>
  inThread<PeopleWork[Kind]["made"]>(
    new URL("./people-worker.ts", import.meta.url),
    { kind, given },
    bounds,
    tooMuch,
  )

function tooMuch(detail: string): Problem {
  return new Problem("people.unreadable", { detail })
}
