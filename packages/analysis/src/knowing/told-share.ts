import type { Cell } from "../release.ts"
import { wilsonInterval } from "../stats/proportion.ts"
import type { Estimate } from "./types.ts"

export type Shown = Extract<Cell, { state: "shown" }>
export type Bound = "at-least" | "at-most"

/** What told figures say of a share from 0 to 1: it lies from `least` to `most`; `value` is what to draw. */
export interface ToldShare {
  value: number
  least: number
  most: number
  /** Told only as this bound, which is then the value. */
  bound?: Bound
}

/** A share of a cell: half a percent to either side, because it was rounded, or all that a bound leaves open. */
export function toldShare(cell: Shown, figure: "favourable" | "cannotSay"): ToldShare {
  const value = cell[figure] / 100
  const bound = cell.bounds?.[figure]
  if (bound === "at-least") return { value, least: value, most: 1, bound }
  if (bound === "at-most") return { value, least: 0, most: value, bound }
  return { value, least: Math.max(0, value - 0.005), most: Math.min(1, value + 0.005) }
}

/** Both shares hold of different things: of those who could say, and of those who say. */
export function both(one: ToldShare, other: ToldShare): ToldShare {
  const { value, least, most } = {
    value: one.value * other.value,
    least: one.least * other.least,
    most: one.most * other.most,
  }
  return one.bound === undefined ? { value, least, most } : { value, least, most, bound: one.bound }
}

/** The share of those who could say. Told as "10% or fewer could not", it is drawn as if everybody could. */
export function couldSay(cell: Shown): ToldShare {
  const { value, least, most, bound } = toldShare(cell, "cannotSay")
  return { value: bound === "at-most" ? 1 : 1 - value, least: 1 - most, most: 1 - least }
}

/** A share with its 95% interval, 0 to 1. */
export interface Ranged {
  value: number
  low: number
  high: number
}

/**
 * Wilson's interval of a told share of `n` people, from its least to its most: what rounding leaves open is added to
 * what chance does. `weight` says how many people's worth each of them is: see spread-of-shares.ts.
 */
export function ranged(told: ToldShare, n: number, weight: (share: number) => number = () => 1): Ranged {
  const at = (share: number) => {
    const size = n * weight(share)
    return wilsonInterval(share * size, size) ?? { low: 0, high: 1 }
  }
  return { value: told.value, low: at(told.least).low, high: at(told.most).high }
}

/** In whole percent, the ends outwards. */
export function percents({ value, low, high }: Ranged): Estimate {
  // Floating point puts .07 * 100 a little above 7.
  const tiny = 1e-9
  return {
    value: Math.round(value * 100) + 0,
    low: Math.floor(low * 100 + tiny) + 0,
    high: Math.ceil(high * 100 - tiny) + 0,
  }
}
