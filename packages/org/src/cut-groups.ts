import type { Block, FrozenChart, Group, Refused } from "./group.ts"
import { lowestCommon, managersFirst, positionsBelow } from "./chart-walk.ts"
import { absorb, finished, headPools, type Pool, poolKey, type Reason, walkUp } from "./pools.ts"

/**
 * Cuts the org chart into groups of at least `minimum`: cohorts at launch (a block is a person), atoms at close (a
 * block is a cohort). Every block lands in exactly one group. The rules are those of docs/privacy.md, "Cohorts and
 * atoms"; the numbers in the comments below are theirs.
 *
 * The result depends on the chart and on what blocks there are, not on their order nor on anybody's name.
 * O(n log n) in people and blocks.
 */
export function cutGroups(
  chart: FrozenChart,
  blocks: readonly Block[],
  minimum: number,
  topMinimum: number,
): Group[] | Refused {
  return []
}
