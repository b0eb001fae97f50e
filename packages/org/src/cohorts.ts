import { cutGroups } from "./cut-groups.ts"
import type { Block, FrozenChart, Group, Refused } from "./group.ts"

/** More are invited to a cohort than must answer, so that a few silent people do not force a merge at close. */
const SPARE = 3

/**
 * Cuts the invited people into cohorts of at least k + 3; the top group needs k. `invited` is by position; whoever
 * is not invited, or has no place in the chart, keeps the place of others and is not counted. `members` of the
 * groups are positions.
 */
export function cutCohorts(chart: FrozenChart, invited: readonly boolean[], k: number): Group[] | Refused {
  const positions: number[] = []
  const blocks: Block[] = []
  chart.layer.forEach((layer, position) => {
    if (layer === 0 || !invited[position]) return
    const node = layer === 1 ? position : (chart.parent[position] as number)
    positions.push(position)
    blocks.push({ node, layers: [layer, layer], size: 1 })
  })
  const cut = cutGroups(chart, blocks, k + SPARE, k)
  if ("refused" in cut) return cut
  return cut.map((group) => ({
    ...group,
    members: group.members.map((member) => positions[member] as number),
  }))
}

/**
 * Merges cohorts until at least `minimum` have answered in each: the atoms responses are stored under. `respondents`
 * is by cohort; `members` are cohort ids, `size` is respondents.
 */
export function cutAtoms(
  chart: FrozenChart,
  cohorts: readonly Group[],
  respondents: readonly number[],
  minimum: number,
): Group[] | Refused {
  const blocks = cohorts.map(({ id, anchor, layers }) => ({
    node: anchor,
    layers,
    size: respondents[id] ?? 0,
  }))
  const cut = cutGroups(chart, blocks, minimum, minimum)
  if ("refused" in cut) return cut
  return cut.map((group) => ({
    ...group,
    members: group.members.map((member) => cohorts[member]?.id ?? member),
  }))
}

/**
 * The second, coarser partition that distributions and comments leave by: atoms merged until each group has
 * `minimum` respondents (10, or k if that is higher). `members` are atom ids. Empty when all together are fewer.
 */
export function coarser(chart: FrozenChart, atoms: readonly Group[], minimum: number): Group[] {
  const respondents: number[] = []
  for (const atom of atoms) respondents[atom.id] = atom.size
  const cut = cutAtoms(chart, atoms, respondents, minimum)
  return "refused" in cut ? [] : cut
}
