import type { FrozenChart, Group, Grouping } from "./group.ts"
export function groupings(
  _chart: FrozenChart,
  _invited: readonly boolean[],
  _cohorts: readonly Group[],
  _atoms: readonly Group[],
): Grouping[] {
  return []
}
