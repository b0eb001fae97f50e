import { toTwoDecimals } from "../round.ts"
import { apart, dealtAnew, inCommon, type Order, pairsOf, rarelyInCommon, tauB } from "./orders.ts"

export interface BesideReference {
  tau: number
  low: number
  high: number
  /** Is it the reference's order? Rarer than 1 in 25 among random orders: true; surely not as near as that: false. */
  same: boolean | null
}

/**
 * Finds what a unit's order of the options has in common with one that all units are compared with: tau-b, and from where
 * to where it may be, if every pair that cannot be told apart were against it, or for it. "The same" is what fewer than 1
 * in 25 units would be whose order has nothing to do with the reference's, by dealing its shares anew; "not the same" is
 * what would not be that with all those pairs for it.
 */
export function besideReference(reference: Order): (unit: Order) => BesideReference | null {
  const pairs = pairsOf(reference)
  const dealt = dealtAnew(reference)
  // What people chose has some order behind each pair; one that was set has none where it has ties.
  const settled = reference.n === null ? apart(pairs) : pairs.length
  const untied = { shares: reference.shares.map((_, at) => at), n: null }
  const needed = rarelyInCommon(pairsOf(untied), reference.n === null ? dealt : dealtAnew(untied))
  return (unit) => {
    const own = pairsOf(unit)
    const tau = tauB(own, pairs)
    if (tau === null) return null
    const agreed = inCommon(own, pairs)
    const open = settled - own.filter((pair, at) => pair !== 0 && pairs[at] !== 0).length
    const rare = rarelyInCommon(own, dealt)
    const near = rare !== undefined && agreed >= rare
    const far = needed !== undefined && agreed + open < needed
    return {
      tau: toTwoDecimals(tau),
      low: toTwoDecimals(Math.min(tau, (agreed - open) / settled)),
      high: toTwoDecimals(Math.max(tau, (agreed + open) / settled)),
      same: near ? true : far ? false : null,
    }
  }
}
