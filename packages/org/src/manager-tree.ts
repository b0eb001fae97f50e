import type { FrozenChart, Group } from "./group.ts"

/** Managers and, below them, where the atoms of a survey stand. */
export interface ManagerTree {
  /** By node the parent's node; -1 for node 0, the head or the virtual head. Every parent stands before its children. */
  parent: Int32Array
  /** 0 for the head: the layer of the manager's own reports less 2. */
  level: Int32Array
  /** By node the position in the chart; -1 for a virtual head. */
  position: Int32Array
  /** By node what its unit is called. */
  names: string[]
  /**
   * By atom the nodes of the managers whose direct reports are in it, all of one level, and how many of each were
   * invited. undefined for the top group and for mixed atoms, whose people stand on several layers.
   */
  teams: ({ managers: number[]; invited: number[] } | undefined)[]
}

/** `members` of cohorts are positions, those of atoms ids of cohorts, as `cutCohorts` and `cutAtoms` make them. */
export function managerTree(
  chart: FrozenChart,
  cohorts: readonly Group[],
  atoms: readonly Group[],
): ManagerTree {
  const { parent: chief, layer } = chart
  const leads = new Uint8Array(layer.length)
  for (const [position, manager] of chief.entries())
    if (manager >= 0 && (layer[position] as number) > 0) leads[manager] = 1

  const head = layer.indexOf(1)
  const positions = [head]
  const node = new Int32Array(layer.length).fill(-1)
  if (head >= 0) node[head] = 0
  // Managers stand before their reports in a frozen chart.
  for (const [position, own] of layer.entries()) {
    if (leads[position] === 0 || position === head || own === 0) continue
    node[position] = positions.length
    positions.push(position)
  }
  const nodeAbove = (position: number) => {
    const manager = chief[position] as number
    return manager < 0 ? 0 : (node[manager] as number)
  }
  const members = new Map(cohorts.map((cohort) => [cohort.id, cohort.members]))
  return {
    parent: Int32Array.from(positions, (position, at) => (at === 0 ? -1 : nodeAbove(position))),
    level: Int32Array.from(positions, (position, at) => (at === 0 ? 0 : (layer[position] as number) - 1)),
    position: Int32Array.from(positions),
    names: positions.map((position) => chart.heads[position] ?? ""),
    teams: atoms.map(({ kind, layers: [from, to], members: own }) => {
      if (kind !== "pure" || from !== to) return undefined
      const invited = new Map<number, number>()
      for (const cohort of own)
        for (const position of members.get(cohort) ?? []) {
          const manager = nodeAbove(position)
          invited.set(manager, (invited.get(manager) ?? 0) + 1)
        }
      return { managers: [...invited.keys()], invited: [...invited.values()] }
    }),
  }
}
