import type { Figures } from "./figures.ts"
import type { Measure } from "./measures.ts"
import type { Bounds } from "./release.ts"
import { toOneDecimal, toPercent } from "./round.ts"

/** The figures of a cell as they are told: rounded, and where they would name people, only as a bound. */
export interface Told {
  mean: number
  favourable: number
  neutral: number
  unfavourable: number
  cannotSay: number
  bounds: Bounds
}

/** With more persons a share of all but one is rounded to the same 100% as that of all: no bound is needed. */
export const manyPeople = 200

/** Far below any real difference of figures, far above what floating point leaves. */
const tiny = 1e-9

type Share = "favourable" | "neutral" | "unfavourable" | "cannotSay"

/**
 * "All five said no" names five people. So with fewer than ten persons a mean near an end of the scale and a
 * share near 0 or 100% are told as "at least" or "at most"; with more, only what nearly all agree on.
 *
 * Fewer than ten, constructs: shares at 10 and 90%, means within 0.2 of an end. Single questions: shares at 20
 * and 80%, means within 0.4, because among nine or fewer answers only 100% lies above 90%, and only all-favourable
 * answers have a mean above 4.6: the narrower bound would say exactly what it is there to hide.
 * From ten on: a share that all, or all but one, have in common is told as that of all but one; a mean that lies
 * less than two answers' points from an end as that. From 200 and 40 on, rounding alone does as much.
 *
 * Nobody is told who answered; but where all did, everybody knows. So at every size a mean is told so far from an end only
 * that k-1 of the people behind it may lie anywhere within a point of the scale or more: n·(5 - mean) is at least k-1.
 * And a mean does not undo what a share hides: of five who are neutral, or all but one, 3.0 would say that all are.
 */
export function code({ n, shares, moments, cannotSay }: Figures, kind: Measure["kind"], k: number): Told {
  const favourable = shares[3] + shares[4]
  const unfavourable = shares[0] + shares[1]
  const told = rounded(favourable, unfavourable)
  const bounds: Bounds = {}
  const result: Told = { mean: toOneDecimal(moments.mean), ...told, cannotSay: toPercent(cannotSay), bounds }
  const exact = { favourable, neutral: shares[2], unfavourable, cannotSay }

  const bound = (name: Share, low: number, high: number) => {
    if (exact[name] >= high - tiny) {
      bounds[name] = "at-least"
      result[name] = Math.floor(high * 100 + tiny)
    } else if (exact[name] <= low + tiny) {
      bounds[name] = "at-most"
      result[name] = Math.ceil(low * 100 - tiny)
    }
  }
  if (n < 10) {
    const [low, high] = kind === "item" ? [0.2, 0.8] : [0.1, 0.9]
    for (const name of ["favourable", "neutral", "unfavourable", "cannotSay"] as const) bound(name, low, high)
  } else if (n <= manyPeople && Math.max(favourable, shares[2], unfavourable) >= (n - 1) / n - tiny) {
    for (const name of ["favourable", "neutral", "unfavourable"] as const) bound(name, 1 / n, (n - 1) / n)
  }

  const hidden = Math.max(2, k - 1)
  const margin = Math.max(hidden / n, n >= 10 ? 0 : kind === "item" ? 0.4 : 0.2)
  const few = n < 20 * hidden
  if (few && moments.mean >= 5 - margin - tiny) {
    bounds.mean = "at-least"
    result.mean = Math.floor((5 - margin) * 10 + tiny) / 10
  } else if (few && moments.mean <= 1 + margin + tiny) {
    bounds.mean = "at-most"
    result.mean = Math.ceil((1 + margin) * 10 - tiny) / 10
  } else if (bounds.neutral === "at-least") {
    bounds.mean = "at-least"
    result.mean = Math.floor((3 - 2 * (1 - result.neutral / 100)) * 10 + tiny) / 10
  }
  return result
}

/** Favourable and unfavourable exactly rounded, the neutral share takes the rest, so that they add up to 100. */
function rounded(favourable: number, unfavourable: number) {
  const high = toPercent(favourable)
  const low = toPercent(unfavourable)
  return { favourable: high, neutral: 100 - high - low, unfavourable: low }
}
