import type { Ranged } from "./told-share.ts"

/**
 * Intervals of what two estimates make, from their own intervals (Newcombe 1998, Statistics in Medicine 17; Zou &
 * Donner 2008, Statistics in Medicine 27, "method of variance estimates recovery"). They take the two as independent.
 * Where those who claim more also show more, a difference moves less than that and its interval is rather too wide.
 */

/** One less the other. */
export function gapOf(one: Ranged, other: Ranged): Ranged {
  const value = one.value - other.value
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  }
}

/** One times a share of 0 to 1. */
export function product(one: Ranged, share: Ranged): Ranged {
  const value = one.value * share.value
  // Of a negative one a larger share makes less.
  const [less, more] = one.value < 0 ? [share.high, share.low] : [share.low, share.high]
  return {
    value,
    low: value - Math.hypot(share.value * (one.value - one.low), one.value * (share.value - less)),
    high: value + Math.hypot(share.value * (one.high - one.value), one.value * (more - share.value)),
  }
}
