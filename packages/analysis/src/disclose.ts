import { code } from "./coding.ts"
import { codeShown } from "./coding-shown.ts"
import type { Figures } from "./figures.ts"
import { spreadOut } from "./least-spread.ts"
import { isShown, type Measure } from "./measures.ts"
import type { Bounds, Cell, Distribution, HiddenReason, Interval } from "./release.ts"
import { toOneDecimal, toPercent } from "./round.ts"
import { meanOfPopulation } from "./stats/finite-population.ts"
import type { Moments } from "./stats/moments.ts"

export interface Disclosed {
  cell: Cell
  distribution: Distribution
}

/** What may be told of one measure in one group: where exact figures end and the release begins. */
export function disclose(
  figures: Figures | null,
  kind: Measure["kind"],
  invited: number,
  k: number,
  allowed: {
    asked: boolean
    cell: boolean
    distribution: boolean
    /** Why not the cell, if enough answered. */
    because?: Exclude<HiddenReason, "not-asked">
  },
): Disclosed {
  const reason = figures === null ? "too-few" : (allowed.because ?? "too-few")
  const distribution: Distribution = { state: "hidden", reason }
  if (!allowed.asked) return { cell: { state: "hidden", reason: "not-asked" }, distribution }
  if (figures === null || !allowed.cell) return { cell: { state: "hidden", reason }, distribution }

  const { bounds, ...told } = isShown({ kind }) ? codeShown(figures, kind, k) : code(figures, kind, k)
  const coded = Object.keys(bounds).length > 0
  // Of what is shown or not, the share says all: a distribution would repeat it, an interval add how it varies.
  if (isShown({ kind })) {
    const head = { state: "shown", ...told, n: figures.n, interval: null, coded } as const
    return { cell: coded ? { ...head, bounds } : head, distribution }
  }
  const spread = allowed.distribution && !coded
  // Of a single question, mean, shares and interval together spell out the distribution, until from about forty
  // answers on one decimal is too coarse for it. And the width of an interval would say what a bound is there to hide.
  const withInterval = !boundsSpread(bounds) && (kind !== "item" || spread || figures.n >= 40)
  const cell: Cell = {
    state: "shown",
    ...told,
    n: figures.n,
    interval: withInterval ? groupNow(figures.moments, invited, k) : null,
    coded,
    ...(coded ? { bounds } : {}),
  }
  return { cell, distribution: spread ? distributionOf(figures, told) : distribution }
}

/** Is the mean, or a share of answers, told only as a bound? */
export function boundsSpread({ mean, favourable, neutral, unfavourable }: Bounds): boolean {
  return [mean, favourable, neutral, unfavourable].some((bound) => bound !== undefined)
}

function groupNow(moments: Moments, invited: number, k: number): Interval | null {
  const spread = spreadOut(moments, k)
  const mean = spread && meanOfPopulation(spread, invited)
  return mean === undefined || moments.n === invited
    ? null
    : { kind: "group-now", ...atLeastATenth(moments.mean, mean.low, mean.high), level: 0.95 }
}

/** Never narrower than a tenth to either side: an interval of no width would tell that all gave the same answer. */
export function atLeastATenth(centre: number, low: number, high: number): { low: number; high: number } {
  const tenths = Math.round(toOneDecimal(centre) * 10)
  return {
    low: Math.min(toOneDecimal(low), (tenths - 1) / 10) + 0,
    high: Math.max(toOneDecimal(high), (tenths + 1) / 10) + 0,
  }
}

/** Parts the rounded shares of the cell further, so that the bins add up to them and to 100. */
function distributionOf(
  { n, shares }: Figures,
  { favourable, neutral, unfavourable }: { favourable: number; neutral: number; unfavourable: number },
): Distribution {
  const first = Math.min(toPercent(shares[0]), unfavourable)
  const last = Math.min(toPercent(shares[4]), favourable)
  return { state: "shown", shares: [first, unfavourable - first, neutral, favourable - last, last], n }
}
