import type { Cell, Release, ReleaseGroup, Step } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"

interface Index {
  byId: Map<string, ReleaseGroup>
  units: ReleaseGroup[]
  /** By unit, or "all", the groups of its layers from the top down. */
  layers: Map<string, ReleaseGroup[]>
  /** By unit, or "all". */
  steps: Map<string, Step[]>
}

/** A release never changes; one of 2,000 units has 6,000 groups, which nobody searches through for every figure. */
const indexes = new WeakMap<Release, Index>()

function indexOf(release: Release): Index {
  const known = indexes.get(release)
  if (known) return known
  const index: Index = { byId: new Map(), units: [], layers: new Map(), steps: new Map() }
  for (const group of release.groups) {
    index.byId.set(group.id, group)
    if (group.kind === "unit") index.units.push(group)
    else if (group.kind === "layer") add(index.layers, "all", group)
    else if (group.kind === "unit-layer" && group.parent !== null) add(index.layers, group.parent, group)
  }
  for (const list of index.layers.values()) list.sort((a, b) => a.layers[0] - b.layers[0])
  for (const step of release.steps) add(index.steps, step.group, step)
  indexes.set(release, index)
  return index
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The group that holds everybody who is looked at: the organization, or the own unit of a leader. */
export function rootOf(release: ViewedRelease): string {
  return release.own?.group ?? "all"
}

/** What that group is called inside a sentence. */
export function wholeName(release: ViewedRelease): string {
  return rootOf(release) === "all" ? "the whole organization" : `all of ${release.own?.name ?? "your unit"}`
}

/** Where to start: everybody, or where that is hidden the first unit that is shown; undefined: nothing is. */
export function firstGroup(release: ViewedRelease): string | undefined {
  return groupOf(release, rootOf(release))?.id ?? units(release)[0]?.id
}

/** The whole organization, or the unit with this id; undefined when the release does not show it. */
export function groupOf(release: Release, id: string): ReleaseGroup | undefined {
  return indexOf(release).byId.get(id)
}

export function units(release: Release): readonly ReleaseGroup[] {
  return indexOf(release).units
}

/** Layers of the whole organization ("all") or of one unit, from the top down. */
export function layersOf(release: Release, id: string): readonly ReleaseGroup[] {
  return indexOf(release).layers.get(id) ?? []
}

export function stepsOf(release: Release, id: string, measure: string): Step[] {
  return (indexOf(release).steps.get(id) ?? [])
    .filter((step) => step.measure === measure)
    .sort((a, b) => a.fromLayer - b.fromLayer)
}

const notThere: Cell = { state: "hidden", reason: "too-few" }

/** A cell that is not in the release is hidden, never zero. */
export function cellOf(group: ReleaseGroup | undefined, measure: string): Cell {
  return group?.cells[measure] ?? notThere
}

/** "Layer 4", or "Layers 1 to 2" for the top group. */
export function layerName(group: ReleaseGroup): string {
  const [from, to] = group.layers
  return from === to ? `Layer ${from}` : `Layers ${from} to ${to}`
}
