import { normalFrom, seeded } from "../random.ts"
import { toTwoDecimals } from "../round.ts"
import { criticalS, kendallNull, kendallS } from "../stats/kendall-permutation.ts"
import { kendallTauB } from "../stats/kendall-tau.ts"
import { toldRange } from "./told-shares.ts"

export interface Order {
  /** Told shares by option, percent. */
  shares: readonly number[]
  /** Who chose; null: an order that was set, not chosen. */
  n: number | null
}

export interface BesideReference {
  tau: number
  low: number
  high: number
  /** Is it the reference's order? Rarer than 1 in 20 among random orders: true; surely not as near as that: false. */
  same: boolean | null
}

const draws = 499
/** The same figures give the same interval whoever works it out. */
const seed = 1

/** Finds what a unit's order of the options has in common with one order that all units are compared with. */
export function besideReference(reference: Order): (unit: Order) => BesideReference | null {
  const { shares } = reference
  const untied = shares.map((_, at) => at)
  // Of orders without ties, as they are before rounding.
  const needed = criticalS(kendallNull(untied, toSettle(reference, untied), seed), 0.05)
  const pairs = pairsOf(untied)
  const pairsOfReference = reference.n === null ? pairsOf(shares) : pairs
  return (unit) => {
    const told = kendallTauB(unit.shares, shares)
    if (told === undefined) return null
    const reached = criticalS(kendallNull(unit.shares, shares, seed), 0.05)
    const random = seeded(seed)
    const normal = normalFrom(random)
    const drawn = Array.from({ length: draws }, () =>
      kendallS(couldBe(unit, random, normal), couldBe(reference, random, normal)),
    ).sort((a, b) => a - b)
    const scale = Math.sqrt(pairs * pairsOfReference)
    const at = (share: number) => drawn[Math.round(share * (draws - 1))] as number
    const [least, most] = [at(0.025), at(0.975)]
    const near = reached !== undefined && kendallS(unit.shares, shares) >= reached
    const far = needed !== undefined && most < needed
    return {
      tau: toTwoDecimals(told.tau),
      low: toTwoDecimals(Math.min(told.tau, least / scale)),
      high: toTwoDecimals(Math.max(told.tau, most / scale)),
      same: near ? true : far ? false : null,
    }
  }
}

/** An order that people chose has no ties before it is rounded; one that was set keeps its own. */
function toSettle({ shares, n }: Order, untied: readonly number[]): readonly number[] {
  return n === null ? shares : untied
}

/** Pairs of options that an order tells apart. */
function pairsOf(shares: readonly number[]): number {
  return shares.reduce(
    (sum, share, at) => sum + shares.slice(0, at).filter((other) => other !== share).length,
    0,
  )
}

/** Shares that may lie behind the told ones: anywhere within the rounding, and off by what chance makes of n people. */
function couldBe({ shares, n }: Order, random: () => number, normal: () => number): readonly number[] {
  if (n === null) return shares
  return shares.map((percent) => {
    const [low, high] = toldRange(percent)
    const share = low + (high - low) * random()
    return share + Math.sqrt((share * (1 - share)) / n) * normal()
  })
}
