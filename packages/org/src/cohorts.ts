import type { FrozenChart, Group, Refused } from "./group.ts"
export function cutCohorts(_chart: FrozenChart, _invited: readonly boolean[], _k: number): Group[] | Refused {
  return []
}
export function cutAtoms(
  _chart: FrozenChart,
  _cohorts: readonly Group[],
  _respondents: readonly number[],
  _minimum: number,
): Group[] | Refused {
  return []
}
export function coarser(_chart: FrozenChart, _atoms: readonly Group[], _minimum: number): Group[] {
  return []
}
