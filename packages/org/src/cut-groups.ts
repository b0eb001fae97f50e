import type { Block, FrozenChart, Group, Refused } from "./group.ts"
export function cutGroups(
  _chart: FrozenChart,
  _blocks: readonly Block[],
  _minimum: number,
  _topMinimum: number,
): Group[] | Refused {
  return []
}
