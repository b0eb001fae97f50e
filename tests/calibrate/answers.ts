import { normalFrom } from "../../packages/analysis/src/random.ts"
import { normalProbability } from "../../packages/analysis/src/stats/normal.ts"
import type { FrozenChart } from "../../packages/org/src/index.ts"
import { ordinary } from "./organization.ts"

/** How units differ without any break: variances of the whole within a layer, which is 1. */
export interface Base {
  /** By level of the manager what its whole subtree inherits; the head's, level 0, is none. */
  inherited: readonly number[]
  /** What each team has of its own. */
  own: number
  heavyTails?: boolean
}

export const bases = {
  icc0: { inherited: [0, 0, 0, 0, 0], own: 0 },
  team: { inherited: [0, 0, 0, 0, 0], own: 0.1 },
  mixed: { inherited: [0, 0.0125, 0.0125, 0.0125, 0.0125], own: 0.05 },
  nested: { inherited: [0, 0.025, 0.025, 0.025, 0.025], own: 0 },
  t4: { inherited: [0, 0.025, 0.025, 0.025, 0.025], own: 0, heavyTails: true },
  top: { inherited: [0, 0.05, 0.03, 0.01, 0.01], own: 0 },
} as const satisfies Record<string, Base>
export type BaseName = keyof typeof bases

/** Whoever stands below layer `below` under one manager of layer `layer` scores lower by d observed standard deviations. */
export interface Plant {
  layer: number
  below: number
  d: number
}

const itemCount = 4
/** Share of an item's variance that the construct explains: alpha of four items is about .85. */
const communality = 0.6
/** Of the five steps of the scale; about 62% favourable. */
const thresholds = [-1.8, -1.1, -0.3, 0.9] as const
const skipped = 0.03
/** Where the shift is worked out: between the upper and the lower layers. */
const typical = 0.1

/**
 * What each person would answer: the mean of four items from 1 to 5; NaN where fewer than two were answered.
 *
 * @param broken the manager under whom the break lies
 */
export function simulateScores(
  random: () => number,
  chart: FrozenChart,
  base: Base,
  broken?: { manager: number; plant: Plant },
): Float64Array {
  const { parent, layer } = chart
  const normal = normalFrom(random)
  const effect = () => (base.heavyTails ? normal() / Math.sqrt(chiSquared4(random) / 2) : normal())
  const size = parent.length
  const handedDown = new Float64Array(size)
  const team = new Float64Array(size)
  const under = new Uint8Array(size)
  const variance = base.inherited.slice(1).reduce((sum, one) => sum + one, base.own)
  const rest = Math.sqrt(Math.max(1 - variance, 0.5))
  const shift = broken ? latentShift(broken.plant.d) : 0
  const scores = new Float64Array(size)
  for (let person = 0; person < size; person++) {
    const manager = parent[person] as number
    const own = layer[person] as number
    const above = manager < 0 ? 0 : (handedDown[manager] as number)
    // As a manager: level = layer - 1. Drawn for everybody; of those without reports it reaches nobody.
    handedDown[person] = above + Math.sqrt(base.inherited[own - 1] ?? 0) * effect()
    team[person] = Math.sqrt(base.own) * normal()
    if (broken && (person === broken.manager || (manager >= 0 && under[manager] === 1))) under[person] = 1
    let theta = ordinary[own - 1] ?? 0
    if (manager >= 0) theta += above + (team[manager] as number)
    theta += rest * normal()
    if (broken && under[person] === 1 && own > broken.plant.below) theta -= shift
    scores[person] = score(random, normal, theta)
  }
  return scores
}

function score(random: () => number, normal: () => number, theta: number): number {
  let sum = 0
  let answered = 0
  for (let item = 0; item < itemCount; item++) {
    const latent = Math.sqrt(communality) * theta + Math.sqrt(1 - communality) * normal()
    if (random() < skipped) continue
    answered++
    sum += 1 + thresholds.filter((threshold) => latent > threshold).length
  }
  return answered * 2 < itemCount ? Number.NaN : sum / answered
}

/** The shift of the latent score that lowers the observed mean by d observed standard deviations. */
export function latentShift(d: number): number {
  const mean = (by: number) => {
    const at = Math.sqrt(communality) * (typical - by)
    return 1 + thresholds.reduce((sum, threshold) => sum + normalProbability(at - threshold), 0)
  }
  const goal = mean(0) - d * observedDeviation()
  let [low, high] = [0, 4]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (mean(middle) > goal) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Of the mean of the items, by summing over the latent score: Var E[item | theta] + E Var[item | theta] / items. */
function observedDeviation(): number {
  let [weight, first, second, within] = [0, 0, 0, 0]
  for (let theta = -8; theta <= 8; theta += 0.01) {
    const density = Math.exp(-(theta ** 2) / 2)
    const at = Math.sqrt(communality) * (theta + typical)
    const beyond = thresholds.map((threshold) =>
      normalProbability((at - threshold) / Math.sqrt(1 - communality)),
    )
    const mean = 1 + beyond.reduce((sum, share) => sum + share, 0)
    // E[x²] of a whole number from 1 to 5 = 1 + Σ P(x > j)(2j + 1).
    const square = 1 + beyond.reduce((sum, share, j) => sum + share * (2 * (j + 1) + 1), 0)
    weight += density
    first += density * mean
    second += density * mean ** 2
    within += density * (square - mean ** 2)
  }
  return Math.sqrt(second / weight - (first / weight) ** 2 + within / weight / itemCount)
}

/** Chi-squared on four degrees of freedom is twice a sum of two exponentials. */
const chiSquared4 = (random: () => number) => -2 * Math.log((1 - random()) * (1 - random()))
