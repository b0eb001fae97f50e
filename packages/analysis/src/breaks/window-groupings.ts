import type { AtomInfo, Grouping, ReleaseGroup } from "../release.ts"
import type { Managers } from "./scan-nodes.ts"

/** Everybody below one manager from some layer down. */
export interface Area {
  /** The manager's position. */
  unit: number
  name: string
  fromLayer: number
}

export const unitId = (unit: number) => `unit:${unit}`
export const windowId = ({ unit, fromLayer }: Pick<Area, "unit" | "fromLayer">) =>
  `${unitId(unit)}/from:${fromLayer}`
export const elsewhereId = (area: Pick<Area, "unit" | "fromLayer">) => `${windowId(area)}/elsewhere`

/** The people of an area and those on the same layers elsewhere, as groups; of those who stand on one layer for certain. */
export function windowGroupings(
  area: Area,
  atoms: readonly AtomInfo[],
  chief: ArrayLike<number>,
): { inside: Grouping; elsewhere: Grouping | undefined } {
  const { inside, elsewhere } = atomsOf(area, atoms, chief)
  const layers = inside.map((atom) => atoms[atom]?.layers[0] as number)
  const range = [Math.min(...layers), Math.max(...layers)]
  const on = range[0] === range[1] ? `layer ${range[0]}` : `layers ${range.join(" to ")}`
  const group = (id: string, kind: Grouping["kind"], name: string, held: number[]): Grouping => {
    const covered = held.reduce((sum, atom) => sum + (atoms[atom]?.invited ?? 0), 0)
    return {
      ...{ id, kind, name, parent: "all", layer: null, unit: kind === "window" ? area.unit : null },
      ...{ depth: 1, atoms: held, invited: covered, covered },
    }
  }
  return {
    inside: group(windowId(area), "window", `${area.name}, ${on}`, inside),
    elsewhere:
      elsewhere.length === 0
        ? undefined
        : group(elsewhereId(area), "elsewhere", `${on.replace("l", "L")} outside ${area.name}`, elsewhere),
  }
}

/**
 * Which atoms the groups of breaks in a release are made of, from nothing but their ids: for the audit, and for later surveys
 * that are judged together with that release. `chief`: by position the manager's, -1 for none.
 */
export function toldWindows(
  groups: readonly Pick<ReleaseGroup, "id" | "kind" | "name">[],
  atoms: readonly AtomInfo[],
  chief: ArrayLike<number>,
): Grouping[] {
  return groups.flatMap(({ id, kind, name }) => {
    const [, unit, fromLayer, rest] = /^unit:(\d+)\/from:(\d+)(\/elsewhere)?$/.exec(id) ?? []
    if ((kind !== "window" && kind !== "elsewhere") || unit === undefined) return []
    const area = { unit: Number(unit), fromLayer: Number(fromLayer), name }
    const { inside, elsewhere } = windowGroupings(area, atoms, chief)
    return (rest === undefined ? inside : elsewhere) ?? []
  })
}

/** By position of a manager the position of the manager's own; -1 for none. */
export function chiefs({ parent, position }: Pick<Managers, "parent" | "position">): Int32Array {
  const result = new Int32Array(position.reduce((most, at) => Math.max(most, at), -1) + 1).fill(-1)
  for (const [node, at] of position.entries()) {
    const above = parent[node] as number
    if (at >= 0 && above >= 0) result[at] = position[above] as number
  }
  return result
}

function atomsOf(
  { unit, fromLayer }: Pick<Area, "unit" | "fromLayer">,
  atoms: readonly AtomInfo[],
  chief: ArrayLike<number>,
): { inside: number[]; elsewhere: number[] } {
  const isBelow = (anchor: number) => {
    let at = anchor
    while (at >= 0 && at !== unit) at = chief[at] ?? -1
    return at === unit
  }
  const pure = [...atoms.keys()].filter((atom) => {
    const { kind, layers } = atoms[atom] as AtomInfo
    return kind === "pure" && layers[0] === layers[1]
  })
  const layerOf = (atom: number) => atoms[atom]?.layers[0] as number
  const inside = pure.filter((atom) => layerOf(atom) >= fromLayer && isBelow(atoms[atom]?.anchor as number))
  const held = new Set(inside)
  const layers = new Set(inside.map(layerOf))
  return { inside, elsewhere: pure.filter((atom) => !held.has(atom) && layers.has(layerOf(atom))) }
}
