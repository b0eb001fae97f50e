import type { FrozenChart, Group } from "../group.ts"
import { firstOf } from "./first-of.ts"
import type { ManagerPlace, UnitPlace } from "./response-mapping.ts"
import { responseLimits } from "./response-mapping.ts"

/** Where everybody of the file stands, as a chart that is cut like that of a survey. */
export interface PlacedPeople {
  chart: FrozenChart
  /** By person the position in the chart, -1: has no place. */
  positions: Int32Array
  /** One for each (place, layer): what the atoms are merged from. Members are positions. */
  cohorts: Group[]
  /** By person the cohort, -1: has no place. */
  cohortOf: Int32Array
  /** Layers of the chart less this are those of the file, from 1. */
  shift: number
  /** What the layers are called in the file, from the top; none: they are numbered. */
  layers: string[]
  /** False: there are no units but the whole. */
  hasUnits: boolean
}

/** By person the layer (0 is the top one) and the unit, a path joined by line feeds. */
export interface UnitRows {
  layer: number[]
  unit: string[]
}

/**
 * Units become nodes of a chart, people stand below the innermost unit, on chart layers under all units: so no layer of
 * the file is taken for the head and its reports, who are cut by a rule of their own.
 */
export function placeInUnits({ layer, units }: UnitPlace, rows: UnitRows): PlacedPeople {
  const nodes = new Map<string, number>()
  const parent: number[] = []
  const layers: number[] = []
  const heads: string[] = []
  const nodeOf = (path: readonly string[]): number => {
    const key = path.join("\n")
    const known = nodes.get(key)
    if (known !== undefined) return known
    const above = path.length > 1 ? nodeOf(path.slice(0, -1)) : -1
    nodes.set(key, parent.length)
    parent.push(above)
    layers.push(path.length + 1)
    heads.push(firstOf(path.at(-1) ?? "", NAME))
    return parent.length - 1
  }
  for (const unit of new Set(rows.unit)) nodeOf(unit.split("\n"))
  const shift = Math.max(1, units.length) + 1
  const first = parent.length
  for (const [person, unit] of rows.unit.entries()) {
    parent.push(nodes.get(unit) ?? -1)
    layers.push((rows.layer[person] ?? 0) + 1 + shift)
  }
  const chart = frozen(parent, layers, heads)
  const positions = Int32Array.from(rows.unit, (_, person) => first + person)
  return {
    ...{ chart, positions, shift, layers: layer?.order ?? [], hasUnits: units.length > 0 },
    ...cells(chart, positions),
  }
}

/** A chart out of ids: whoever is named as a manager without a row has a place and was not asked. */
export function placeByManagers(
  _: ManagerPlace,
  rows: { person: string[]; manager: string[] },
): PlacedPeople & { missing: number } {
  const people = rows.person.length
  const at = new Map(rows.person.map((id, person) => [id, person]))
  const heads = rows.person.map(unitOf)
  const parent = rows.person.map(() => -1)
  rows.manager.forEach((manager, person) => {
    if (manager === "" || manager === rows.person[person]) return
    let above = at.get(manager)
    if (above === undefined) {
      above = parent.length
      at.set(manager, above)
      parent.push(-1)
      heads.push(unitOf(manager))
    }
    parent[person] = above
  })
  const layers = layersOf(parent)
  const chart = frozen(parent, layers, heads)
  const positions = Int32Array.from({ length: people }, (_, person) => (layers[person] === 0 ? -1 : person))
  return {
    ...{ chart, positions, shift: 0, layers: [], hasUnits: true, missing: parent.length - people },
    ...cells(chart, positions),
  }
}

/** Characters of a unit's name that are shown; two that differ only behind them are two units. */
const NAME = 200

const unitOf = (id: string) => `Unit of ${firstOf(id, NAME)}`

function frozen(parent: readonly number[], layer: readonly number[], heads: readonly string[]): FrozenChart {
  return {
    parent: Int32Array.from(parent),
    layer: Int32Array.from(layer),
    heads: parent.map((_, position) => heads[position] ?? ""),
  }
}

/** 1 for a single head, 2 for several; 0 for whoever manages themselves around a loop, and all below. */
function layersOf(parent: readonly number[]): number[] {
  const tops = parent.filter((above) => above < 0).length
  const layer = parent.map(() => -1)
  for (let start = 0; start < parent.length; start++) {
    const path: number[] = []
    let at = start
    while (at >= 0 && layer[at] === -1) {
      layer[at] = -2
      path.push(at)
      at = parent[at] as number
    }
    // -2: the walk has met itself.
    let above = at < 0 ? (tops === 1 ? 0 : 1) : layer[at] === -2 ? 0 : (layer[at] as number)
    const lost = at >= 0 && above === 0
    while (path.length > 0) {
      above = lost ? 0 : above + 1
      layer[path.pop() as number] = above
    }
  }
  return layer
}

function cells(chart: FrozenChart, positions: Int32Array): { cohorts: Group[]; cohortOf: Int32Array } {
  const found = new Map<string, Group>()
  const cohortOf = positions.map((position) => {
    const layer = chart.layer[position]
    if (position < 0 || layer === undefined) return -1
    const anchor = layer === 1 ? position : (chart.parent[position] as number)
    const key = `${anchor} ${layer}`
    const one: Group = found.get(key) ?? {
      ...{ id: found.size, anchor, layers: [layer, layer], size: 0, kind: "pure", members: [], merged: null },
    }
    found.set(key, one)
    one.size++
    one.members.push(position)
    return one.id
  })
  return { cohorts: [...found.values()], cohortOf }
}

/** Why a file has too many units to be cut; null: it has not. */
export function tooManyUnits(units: ReadonlySet<string>): string | null {
  if (units.size <= responseLimits.units) return null
  return `The columns of units name more than ${responseLimits.units.toLocaleString("en")} units: one of them is something else.`
}
