import type { ChoiceOption } from "../choices/types.ts"
import { twoDigits } from "../round.ts"
import { holm } from "../stats/adjust-p.ts"
import { chiSquaredTail } from "../stats/chi-squared.ts"
import { stepVariance } from "./told-shares.ts"
import type { DividingOption } from "./types.ts"

interface Unit {
  group: string
  n: number
  shares: readonly number[]
}

/**
 * How far units differ about each option: chi-squared of the same share everywhere, with the variance of each unit's share
 * m (1 - m) / n and that of rounding to steps of five; p by Holm over the options. Units have nobody in common. Nothing
 * for fewer than two of them.
 */
export function dividingOptions(options: readonly ChoiceOption[], units: readonly Unit[]): DividingOption[] {
  if (units.length < 2) return []
  const found = options.map(({ id }, option) => {
    const shares = units.map(({ group, n, shares }) => ({ group, n, share: shares[option] as number }))
    const [first, ...others] = [...shares].sort((a, b) => a.share - b.share)
    const last = others.at(-1)
    const extreme = (of: typeof first) => ({ group: of?.group ?? "", share: of?.share ?? 0 })
    return { option: id, least: extreme(first), most: extreme(last), p: sameEverywhere(shares) }
  })
  const adjusted = holm(found.map(({ p }) => p))
  const apart = ({ least, most }: DividingOption) => most.share - least.share
  return found
    .map((one, at) => ({ ...one, p: twoDigits(adjusted[at] ?? 1) }))
    .sort((a, b) => a.p - b.p || apart(b) - apart(a))
}

function sameEverywhere(units: readonly { n: number; share: number }[]): number {
  const people = units.reduce((sum, { n }) => sum + n, 0)
  const mean = units.reduce((sum, { n, share }) => sum + n * share, 0) / people / 100
  const variance = mean * (1 - mean)
  const weighed = units.map(({ n, share }) => ({
    share: share / 100,
    weight: 1 / (variance / n + stepVariance),
  }))
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0)
  const middle = weighed.reduce((sum, one) => sum + one.weight * one.share, 0) / weight
  const chiSquared = weighed.reduce((sum, one) => sum + one.weight * (one.share - middle) ** 2, 0)
  return chiSquaredTail(chiSquared, units.length - 1)
}
