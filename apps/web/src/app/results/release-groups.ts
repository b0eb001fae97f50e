import type { Cell, Release, ReleaseGroup, Step } from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"

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
  return release.groups.find((group) => group.id === id)
}

export function units(release: Release): ReleaseGroup[] {
  return release.groups.filter((group) => group.kind === "unit")
}

/** Layers of the whole organization ("all") or of one unit, from the top down. */
export function layersOf(release: Release, id: string): ReleaseGroup[] {
  return release.groups
    .filter((group) =>
      id === "all" ? group.kind === "layer" : group.kind === "unit-layer" && group.parent === id,
    )
    .sort((a, b) => a.layers[0] - b.layers[0])
}

export function stepsOf(release: Release, id: string, measure: string): Step[] {
  return release.steps
    .filter((step) => step.group === id && step.measure === measure)
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
