import type { Told } from "./coding.ts"
import type { Figures } from "./figures.ts"
import type { Measure } from "./measures.ts"
import type { Bounds } from "./release.ts"
import { toOneDecimal, toPercent } from "./round.ts"

/** Far below any real difference of figures, far above what floating point leaves. */
const tiny = 1e-9

/**
 * Of how many persons it stays open whether they show what nearly all, or hardly any, of their group show.
 *
 * Somebody either shows it (5) or does not (1), so a share says more than it does of answers from 1 to 5, where "all are
 * favourable" still leaves 4 or 5. Any k-1 of a group lie within a point of the scale or more if their sum may differ by k-1
 * points: if (k-1)/4 of them may be the ones who differ.
 *
 * Whether each of L columns is shown is told beside their share. If nobody, or everybody but a few, shows all of L, and the
 * share is (L-1)/L, then nearly everybody shows exactly L-1. To leave the k-1 points open there, in L-ths of 4, takes
 * L·(k-1)/4 persons of whom it is open.
 */
export function leftOpen(kind: Measure["kind"], k: number, columns = 3): number {
  return Math.ceil(((kind === "objective-all" ? columns : 1) * (k - 1)) / 4)
}

/**
 * How a share of who shows something is told. With fewer than ten persons as that of a single question: from 20 and 80% on
 * only as a bound. At every size as a bound where fewer than `leftOpen` persons differ from all others, until that many are
 * less than rounding hides. The mean says the same as the share, in points.
 */
export function codeShown(
  { n, shares, moments, cannotSay }: Figures,
  kind: Measure["kind"],
  k: number,
): Told {
  const exact = shares[3] + shares[4]
  const open = leftOpen(kind, k)
  const few = n * 0.005 < open
  const low = Math.min(0.5, Math.max(n < 10 ? 0.2 : 0, few ? open / n : 0))
  const bounds: Bounds = {}
  let favourable = toPercent(exact)
  if (few && exact >= 1 - low - tiny) {
    favourable = Math.floor((1 - low) * 100 + tiny)
    Object.assign(bounds, { mean: "at-least", favourable: "at-least", unfavourable: "at-most" })
  } else if (few && exact <= low + tiny) {
    favourable = Math.ceil(low * 100 - tiny)
    Object.assign(bounds, { mean: "at-most", favourable: "at-most", unfavourable: "at-least" })
  }
  const bound = 10 + favourable / 2.5
  const tenths = bounds.mean === "at-least" ? Math.floor(bound + tiny) : Math.ceil(bound - tiny)
  let unable = toPercent(cannotSay)
  if (n < 10 && cannotSay <= 0.2 + tiny) [unable, bounds.cannotSay] = [20, "at-most"]
  else if (n < 10 && cannotSay >= 0.8 - tiny) [unable, bounds.cannotSay] = [80, "at-least"]
  return {
    mean: bounds.mean === undefined ? toOneDecimal(moments.mean) : tenths / 10,
    ...{ favourable, neutral: 0, unfavourable: 100 - favourable },
    cannotSay: unable,
    bounds,
  }
}
