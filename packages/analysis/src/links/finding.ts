import { detectableCorrelation } from "../stats/detectable-correlation.ts"
import type { LinkFinding, LinkPair } from "./types.ts"

/** Below this many units one of them decides what a coefficient is. */
export const fewestUnits = 10

/** Family-wise. */
const level = 0.05

/**
 * What is worth knowing: Cohen's "medium" (1988, Statistical Power Analysis, 3.2), and the upper end of what is
 * published of teams' engagement and performance, .1 to .3 (Harter, Schmidt & Hayes 2002, Journal of Applied Psychology
 * 87). Smaller links are called so when they are found; that there is none is never said.
 */
const worthKnowing = 0.3

/** The smallest |r| that so many units would have shown with 80% power where the family has so many tests. */
export function detectableIn(tests: number, units: number): number | null {
  return detectableCorrelation(units, 0.8, level / Math.max(1, tests)) ?? null
}

/**
 * "link": the family-wise p, the interval and every unit left out say the same; of several waves also the link within
 * waves, which p is of. "no-evidence": the interval holds 0 and lies within what is not worth knowing, as in tests of
 * equivalence (Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15). Not by the power alone: with
 * enough of it to see .30 a result just short of a finding has intervals that reach .40 (Hoenig & Heisey 2001, The
 * American Statistician 55). An interval that leaves 0 out, and still is no link, cannot tell.
 */
export function findingOf(
  { pearson, interval, pAdjusted, influence }: LinkPair,
  isSameWithin: boolean,
): LinkFinding {
  if (pearson === null || interval === null || pAdjusted === null) return "cannot-tell"
  const { low, high } = interval
  const leavesOut = low > 0 || high < 0
  const isFragile = influence === null || influence.fragile
  if (pAdjusted <= level && leavesOut && !isFragile && isSameWithin) return "link"
  return !leavesOut && low >= -worthKnowing && high <= worthKnowing ? "no-evidence" : "cannot-tell"
}

/** Whether better goes with better. */
export function wayOf(r: number, direction: "higher" | "lower"): LinkPair["way"] {
  return r > 0 === (direction === "higher") ? "better-with-better" : "better-with-worse"
}
