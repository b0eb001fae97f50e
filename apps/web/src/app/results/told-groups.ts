import type { GroupFacts } from "@throughline/analysis"

/** The layers of everybody ("all") or of one unit, from the top down. */
export function layersWithin(groups: readonly GroupFacts[], root: string): GroupFacts[] {
  const kind = root === "all" ? "layer" : "unit-layer"
  return groups
    .filter((group) => group.kind === kind && (root === "all" || group.parent === root))
    .sort((a, b) => a.layers[0] - b.layers[0])
}

/** The units next below: of the whole organization its functions. */
export function unitsBelow(groups: readonly GroupFacts[], root: string): GroupFacts[] {
  return groups.filter(({ kind, parent }) => kind === "unit" && parent === root)
}

/** Everybody and the units that have something to show: what can be chosen. */
export function choosable(groups: readonly GroupFacts[], root: string): { value: string; label: string }[] {
  const named = (group: GroupFacts) => ({
    value: group.id,
    label: group.id === root && root !== "all" ? `${group.name} (your unit)` : group.name,
  })
  const [first, rest] = [groups.filter(({ id }) => id === root), groups.filter(({ id }) => id !== root)]
  return [...first, ...rest.filter(({ kind }) => kind === "unit")].map(named)
}

/** "Layer 4" of a layer, else the name of the group. */
export function groupLabel(group: Pick<GroupFacts, "kind" | "name" | "layers">): string {
  if (group.kind !== "layer" && group.kind !== "unit-layer") return group.name
  const [from, to] = group.layers
  return from === to ? `Layer ${from}` : `Layers ${from} to ${to}`
}
