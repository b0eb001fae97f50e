import { normalFrom } from "../../packages/analysis/src/random.ts"
import type { FrozenChart } from "../../packages/org/src/index.ts"

/** The ordinary gradient: how much more, in standard deviations, each layer from the top agrees than the lowest. */
export const ordinary = [0.6, 0.5, 0.35, 0.2, 0.1, 0] as const

/**
 * A company of about so many people, in a tree of unequal spans: from 2,400 on six layers and eight units below the head,
 * else five layers and six units, below 550 four.
 */
export function makeOrganization(random: () => number, people: number): FrozenChart {
  const large = people >= 2400
  const [least, most] = large ? [people * 0.94, people * 1.06] : [people * 0.5, people]
  for (;;) {
    const chart = large
      ? grow(random, 8, (6 * people) / 5000, true)
      : grow(random, people < 550 ? 4 : 6, 4, false)
    if (chart.parent.length >= least && chart.parent.length <= most) return chart
  }
}

/** `directors` below each unit's head on average; `deep`: with a sixth layer. */
function grow(random: () => number, units: number, directors: number, deep: boolean): FrozenChart {
  const normal = normalFrom(random)
  const parent = [-1]
  const layer = [1]
  const add = (manager: number) => {
    parent.push(manager)
    layer.push((layer[manager] as number) + 1)
    return parent.length - 1
  }
  const team = (manager: number, mean: number, below: (person: number) => void = () => {}) => {
    const size = 3 + poisson(random, mean)
    for (let at = 0; at < size; at++) below(add(manager))
  }
  for (let unit = 0; unit < units; unit++) {
    const head = add(0)
    const size = Math.max(deep ? 3 : 2, Math.round(directors * Math.exp(0.35 * normal())))
    for (let at = 0; at < size; at++) {
      team(add(head), 2.6, (manager) => {
        if (random() >= (deep ? 0.92 : 0.6)) return
        team(manager, 3.2, (lead) => {
          if (deep && random() < 0.28) team(lead, 4)
        })
      })
    }
  }
  return { parent: Int32Array.from(parent), layer: Int32Array.from(layer), heads: parent.map(() => "") }
}

/** Knuth 1969, for small means. */
function poisson(random: () => number, mean: number): number {
  const limit = Math.exp(-mean)
  let product = random()
  let count = 0
  for (; product > limit; count++) product *= random()
  return count
}
