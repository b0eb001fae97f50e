import { midRanks } from "./mid-ranks.ts"
import { normalQuantile } from "./normal.ts"

/**
 * Normal scores: Phi^-1((rank - 1/2) / n) with mid-ranks (Hazen's positions; Blom 1958), so that answers of any
 * distribution are compared by their order on a scale whose standard deviation is about 1. Values must be complete.
 */
export function normalScores(values: ArrayLike<number>): Float64Array {
  const n = values.length
  return midRanks(values).map((rank) => normalQuantile((rank - 0.5) / n))
}
