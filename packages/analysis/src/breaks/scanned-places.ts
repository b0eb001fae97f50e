import type { Break, ScanInput, ScanResult } from "../scan/types.ts"
import type { Managers } from "./scan-nodes.ts"

/** Where a break is, in units and the product's layers. */
export interface Placed {
  /** Position of the unit's manager, and what the unit is called. */
  unit: number
  name: string
  /** Everybody in the unit who stands on these layers in an atom of one layer. */
  fromLayer: number
  deepestLayer: number
  /** First and last layer of this unit on which it may begin. */
  between: [number, number]
  /** Other units in which it may begin. */
  orIn: { unit: number; name: string }[]
}

/** People led by managers of the scan's level l stand on the product's layer l + 2. */
const layerOf = (level: number) => level + 2

export function placeBreak(
  { window, boundarySet }: Pick<Break, "window" | "boundarySet">,
  scan: ScanInput,
  { windows }: Pick<ScanResult, "windows">,
  { position, names }: Managers,
): Placed {
  const { levels } = answeredBelow(scan)
  const at = (w: number) => windows[w] as (typeof windows)[number]
  const own = at(window).node
  const unit = (node: number) => ({ unit: position[node] as number, name: names[node] as string })
  const [first, last] = levels(own, at(window).level)
  const set = [window, ...boundarySet].map(at)
  const starts = set.filter(({ node }) => node === own).map(({ node, level }) => levels(node, level)[0])
  const others = new Set(set.flatMap(({ node }) => (node === own ? [] : node)))
  return {
    ...{ ...unit(own), fromLayer: layerOf(first), deepestLayer: layerOf(last) },
    between: [layerOf(Math.min(...starts)), layerOf(Math.max(...starts))],
    orIn: [...others].map(unit),
  }
}

/** Of every unit the smallest shift of all people below its manager that the scan would as likely as not have seen. */
export function detectableByUnit(
  scan: ScanInput,
  { windows }: Pick<ScanResult, "windows">,
  { position }: Pick<Managers, "position">,
): ReadonlyMap<number, number> {
  const { people, levels } = answeredBelow(scan)
  const byNode = Map.groupBy(windows, ({ node }) => node)
  const result = new Map<number, number>()
  for (const [node, place] of position.entries()) {
    if (node === 0) continue
    const all = people(node)
    const [first] = levels(node, 0)
    // Windows of the same atoms are listed once, at the highest manager. One from `first` down at a manager above holds all
    // below this one; with as many people it is just those.
    for (let at = node; at > 0; at = scan.parent[at] as number) {
      const same = byNode.get(at)?.find(({ n, level }) => n === all && level <= first)
      if (same?.detectable !== undefined) result.set(place, same.detectable)
      if (same !== undefined) break
    }
  }
  return result
}

/** Respondents below each node, itself included, and from a level on the first and last on which there are any. */
function answeredBelow({ parent, level, n }: ScanInput) {
  const depth = level.reduce((most, l) => Math.max(most, l), 0) + 1
  const below = new Float64Array(parent.length * depth)
  for (let node = parent.length - 1; node >= 0; node--) {
    const own = node * depth + (level[node] as number)
    below[own] = (below[own] as number) + (n[node] as number)
    const above = parent[node] as number
    for (let l = 0; above >= 0 && l < depth; l++) {
      const at = above * depth + l
      below[at] = (below[at] as number) + (below[node * depth + l] as number)
    }
  }
  const counts = (node: number) => below.subarray(node * depth, (node + 1) * depth)
  return {
    people: (node: number) => counts(node).reduce((sum, persons) => sum + persons, 0),
    levels: (node: number, from: number): [number, number] => [
      counts(node).findIndex((persons, l) => l >= from && persons > 0),
      counts(node).findLastIndex((persons) => persons > 0),
    ],
  }
}
