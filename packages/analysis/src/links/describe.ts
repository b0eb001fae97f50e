import { disattenuated } from "../stats/attenuation.ts"
import { fisherInterval } from "../stats/fisher-interval.ts"
import { inference } from "../stats/pearson.ts"
import { rankLink } from "./ranks.ts"
import { jackknifeInterval, type LeftOut } from "./resample.ts"
import { isPanel, type Rows } from "./rows.ts"
import { coefficients } from "./sums.ts"
import type { LinkPair } from "./types.ts"
import { underHead } from "./under-head.ts"
import { weightedLink } from "./weighted.ts"

/** What goes into a pair beside its rows. */
export interface Described {
  rows: Rows
  /** x less the mean of its wave. */
  within: Float64Array
  reliability: number | null | undefined
  heads: Int32Array | undefined
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
export function describe({ rows, within, reliability, heads, byX, byY }: Described): Description | undefined {
  const logSize = rows.size === null ? null : rows.size.map((people) => Math.log(people))
  const of = coefficients(rows, logSize)
  const ranks = rankLink(rows, byX, byY)
  if (of === undefined || ranks === undefined) return undefined
  const r = of.plain.all
  const interval = isPanel(rows) ? jackknifeInterval(of.plain) : fisherInterval(r, 1 / Math.sqrt(rows.n - 3))
  const perfect = typeof reliability === "number" ? disattenuated(r, reliability, 1) : undefined
  return {
    ...{ pearson: r, interval: interval ?? null },
    ...{ spearman: ranks.r, spearmanInterval: ranks.interval ?? null },
    influence: influenceOf(of.plain, rows.place),
    weighted: weightedLink(rows, within, reliability),
    besideSize: of.partial === undefined ? null : besideSize(of.partial, rows),
    underHead: underHead(rows, heads),
    disattenuated: perfect?.correlation ?? null,
  }
}

/** Each unit left out in turn, with all its waves. */
function influenceOf({ all, without }: LeftOut, place: Int32Array): LinkPair["influence"] {
  let [low, high, most, unit] = [1, -1, -1, 0]
  let fragile = false
  for (const [at, r] of without.entries()) {
    // Without a unit that alone varies there is nothing: it could not matter more.
    const moves = r === undefined ? Number.POSITIVE_INFINITY : Math.abs(r - all)
    if (moves > most) [most, unit] = [moves, at]
    if (r === undefined || Math.sign(r) !== Math.sign(all)) fragile = true
    if (r === undefined) continue
    low = Math.min(low, r)
    high = Math.max(high, r)
  }
  return { low: Math.min(low, all), high: Math.max(high, all), fragile, unit: place[unit] as number }
}

function besideSize(partial: LeftOut, rows: Rows): LinkPair["besideSize"] {
  const interval = isPanel(rows) ? jackknifeInterval(partial) : inference(partial.all, rows.n, 1).interval
  return interval === undefined ? null : { r: partial.all, ...interval }
}
