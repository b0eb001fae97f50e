import type { LinkPair } from "@throughline/analysis"
import { inThread } from "../in-thread.ts"
import { Problem } from "../problem.ts"
import { type Compute, computeHere, type Families } from "./tell-links.ts"

/** 10 topics, 200 KPIs and 2,000 units take a third of the time and half of the memory. */
const BOUNDS = { seconds: 30, megabytes: 1024 }
/** More that wait than this come again later. */
const WAITING = 8
/** Up to so many pairs of places it takes no longer than a thread takes to start. */
const SMALL = 20_000

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Here where it is little, else in a thread of its own, one after the other; the figures are handed over to it and are
 * not here any more then. Throws server.busy.
 */
export const computeLinks: Compute = async (families) => {
  const work = families.flat().reduce((sum, { units, constructs, kpis, lags }) => {
    return sum + Math.max(10, units) * constructs.length * kpis.length * lags.length
  }, 0)
  if (work <= SMALL) return await computeHere(families)
  if (waiting >= WAITING) throw new Problem("server.busy")
  waiting += 1
  const mine = last.then(() => inLinksWorker(families))
  last = mine.catch(() => {}) // whoever asked hears of it
  return await mine.finally(() => {
    waiting -= 1
  })
}

const inLinksWorker = (families: Families) =>
  inThread<LinkPair[][]>(
    new URL("./links-worker.ts", import.meta.url),
    families,
    BOUNDS,
    (detail) => new Problem("server.busy", { detail }),
    buffersOf(families),
  )

/** What the figures lie in: a hundred megabytes of a large organization, which need not be copied. */
function buffersOf(families: Families): ArrayBuffer[] {
  const figures = families
    .flat()
    .flatMap(({ constructs, kpis, heads }) => [
      ...constructs.flatMap(({ waves, sizes = [] }) => [...waves, ...sizes]),
      ...kpis.flatMap(({ periods }) => periods),
      ...(heads === undefined ? [] : [heads]),
    ])
  return [...new Set(figures.map(({ buffer }) => buffer as ArrayBuffer))]
}
