import { disattenuated } from "../stats/attenuation.ts"
import { fisherInterval } from "../stats/fisher-interval.ts"
import { inference } from "../stats/pearson.ts"
import { rankLink } from "./ranks.ts"
import { jackknifeInterval, type LeftOut } from "./resample.ts"
import { isPanel, type Rows } from "./rows.ts"
import { partialLink, plainLink, scaledSides } from "./sums.ts"
import type { LinkPair } from "./types.ts"
import { type Heads, underHead } from "./under-head.ts"
import { weightedLink } from "./weighted.ts"

/** What goes into a pair beside its rows. */
export interface Described {
  rows: Rows
  /** Both sides less the mean of their wave. */
  x: Float64Array
  y: Float64Array
  reliability: number | null | undefined
  heads: Heads | null
  /** The rows from the smallest x, and from the smallest y. */
  byX: Int32Array
  byY: Int32Array
}

type Description = Pick<
  LinkPair,
  | ("pearson" | "interval" | "spearman" | "spearmanInterval" | "influence")
  | ("weighted" | "besideSize" | "underHead" | "disattenuated")
>

/** Everything of a pair that hangs on its own rows; undefined where a side does not vary. */
export function describe({ rows, x, y, reliability, heads, byX, byY }: Described): Description | undefined {
  const sides = scaledSides(rows)
  const ranks = rankLink(rows, byX, byY)
  if (sides === null || ranks === undefined) return undefined
  const plain = plainLink(rows, sides)
  const besides = rows.size === null ? undefined : partialLink(rows, sides, logsOf(rows.size))
  const r = plain.all
  const interval = isPanel(rows) ? jackknifeInterval(plain) : fisherInterval(r, 1 / Math.sqrt(rows.n - 3))
  const perfect = typeof reliability === "number" ? disattenuated(r, reliability, 1) : undefined
  return {
    ...{ pearson: r, interval: interval ?? null },
    ...{ spearman: ranks.r, spearmanInterval: ranks.interval ?? null },
    influence: influenceOf(plain, rows.place),
    weighted: weightedLink(rows, x, reliability),
    besideSize: besides === undefined ? null : besideSize(besides, rows),
    underHead: underHead(rows, x, y, heads),
    disattenuated: perfect?.correlation ?? null,
  }
}

function logsOf(sizes: Float64Array): Float64Array {
  const logs = new Float64Array(sizes.length)
  for (let row = 0; row < sizes.length; row++) logs[row] = Math.log(sizes[row] as number)
  return logs
}

/** Each unit left out in turn, with all its waves. */
function influenceOf({ all, without }: LeftOut, place: Int32Array): LinkPair["influence"] {
  let [low, high, most, unit] = [1, -1, -1, 0]
  // Whether the unit that matters most so far turns the sign: one that does matters more than one that does not.
  let fragile = false
  for (let at = 0; at < without.length; at++) {
    // Without a unit that alone varies there is nothing: it could not matter more.
    const r = without[at] as number
    const moves = Number.isNaN(r) ? Number.POSITIVE_INFINITY : Math.abs(r - all)
    const turns = Math.sign(r) !== Math.sign(all)
    if (turns === fragile ? moves > most : turns) [most, unit, fragile] = [moves, at, turns]
    if (Number.isNaN(r)) continue
    low = Math.min(low, r)
    high = Math.max(high, r)
  }
  return { low: Math.min(low, all), high: Math.max(high, all), fragile, unit: place[unit] as number }
}

function besideSize(partial: LeftOut, rows: Rows): LinkPair["besideSize"] {
  const interval = isPanel(rows) ? jackknifeInterval(partial) : inference(partial.all, rows.n, 1).interval
  return interval === undefined ? null : { r: partial.all, ...interval }
}
