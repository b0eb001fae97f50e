import { deepestFirst, subtrees } from "./chart-walk.ts"
import type { FrozenChart, Group, Grouping } from "./group.ts"

/** A unit is shown when the atoms wholly inside it hold at least this share of its invited people. */
const SHOWN_FROM = 0.8

/**
 * Everything a release may show: the whole, the layers, the units, and the layers of a unit, each a union of atoms,
 * so that no sum or difference of shown figures is finer than an atom. What is not in the list is not shown.
 *
 * Layers are made of layer-pure atoms and the top group only, and say how many of their people those hold. Units and
 * their layers are absent when too few of their people stand in atoms wholly inside. The whole comes first, then the
 * layers from the top, then the units by position, each followed by its layers.
 */
export function groupings(
  chart: FrozenChart,
  invited: readonly boolean[],
  cohorts: readonly Group[],
  atoms: readonly Group[],
): Grouping[] {
  const order = deepestFirst(chart)
  const { start, size } = subtrees(chart, order)
  const counts = countAtoms(chart, invited, cohorts, atoms)
  const total = order.reduce((sum, position) => sum + (invited[position] ? 1 : 0), 0)
  const list: Grouping[] = [
    {
      ...{
        id: "all",
        kind: "organization",
        name: "Whole organization",
        parent: null,
        layer: null,
        unit: null,
      },
      ...{ depth: 0, atoms: atoms.map((atom) => atom.id), invited: total, covered: sum(counts.people) },
    },
  ]

  // Per layer the preorder numbers of its invited people, ascending: how many stand in a unit is two searches.
  const places: number[][] = []
  for (const position of order) {
    if (!invited[position]) continue
    const layer = chart.layer[position] as number
    const place = places[layer] ?? []
    place.push(start[position] as number)
    places[layer] = place
  }
  for (const place of places) place?.sort((a, b) => a - b)

  list.push(...layerGroupings(atoms, counts, places))

  const inside = new Int32Array(chart.layer.length)
  const covered = new Int32Array(chart.layer.length)
  for (const atom of atoms)
    if (atom.kind !== "top" && atom.anchor >= 0)
      covered[atom.anchor] = (covered[atom.anchor] as number) + (counts.people[atom.id] ?? 0)
  for (const position of order) {
    const manager = chart.parent[position] as number
    if (manager < 0) continue
    inside[manager] = (inside[manager] as number) + (inside[position] as number) + (invited[position] ? 1 : 0)
    covered[manager] = (covered[manager] as number) + (covered[position] as number)
  }
  const isShown = (position: number) =>
    (chart.layer[position] as number) >= 2 &&
    (covered[position] as number) > 0 &&
    (covered[position] as number) >= SHOWN_FROM * (inside[position] as number)

  const atomsOf = new Map<number, Group[]>()
  for (const atom of atoms) {
    if (atom.kind === "top") continue
    for (let at = atom.anchor; at >= 0; at = chart.parent[at] as number) {
      if (!isShown(at)) continue
      const own = atomsOf.get(at)
      if (own) own.push(atom)
      else atomsOf.set(at, [atom])
    }
  }
  const nearest = nearestShown(chart, order, isShown)
  const units = [...order].filter(isShown).sort((a, b) => a - b)
  for (const unit of units) {
    const own = atomsOf.get(unit) ?? []
    const id = `unit:${unit}`
    const name = chart.heads[unit] ?? ""
    const depth = (chart.layer[unit] as number) - 1
    const around = nearest[chart.parent[unit] as number] ?? -1
    list.push({
      ...{ id, kind: "unit", name, parent: around < 0 ? "all" : `unit:${around}`, layer: null, unit, depth },
      ...{
        atoms: own.map((atom) => atom.id),
        invited: inside[unit] as number,
        covered: covered[unit] as number,
      },
    })
    for (const [layer, pure] of byLayer(own)) {
      const place = places[layer] ?? []
      const first = start[unit] as number
      const people = below(place, first + (size[unit] as number)) - below(place, first)
      const reached = pure.reduce((all, atom) => all + (counts.onLayer[atom.id] ?? 0), 0)
      if (reached < SHOWN_FROM * people) continue
      list.push({
        ...{
          id: `${id}/layer:${layer}`,
          kind: "unit-layer",
          name: `${name}, layer ${layer}`,
          parent: id,
          layer,
          unit,
        },
        ...{ depth: depth + 1, atoms: pure.map((atom) => atom.id), invited: people, covered: reached },
      })
    }
  }
  return list
}

/** Invited people by atom: all of them, and those on the atom's own layer. */
function countAtoms(
  chart: FrozenChart,
  invited: readonly boolean[],
  cohorts: readonly Group[],
  atoms: readonly Group[],
) {
  const people: number[] = []
  const onLayer: number[] = []
  const cohortOf = new Map(cohorts.map((cohort) => [cohort.id, cohort]))
  for (const atom of atoms) {
    const members = atom.members.flatMap((id) => cohortOf.get(id)?.members ?? []).filter((at) => invited[at])
    people[atom.id] = members.length
    onLayer[atom.id] = members.filter((at) => chart.layer[at] === atom.layers[0]).length
  }
  return { people, onLayer }
}

function layerGroupings(
  atoms: readonly Group[],
  counts: ReturnType<typeof countAtoms>,
  places: number[][],
): Grouping[] {
  const common = { kind: "layer", parent: "all", unit: null, depth: 1 } as const
  const list: Grouping[] = []
  const top = atoms.find((atom) => atom.kind === "top")
  if (top) {
    const [first, last] = top.layers
    const range = first === last ? `${first}` : `${first}-${last}`
    const people = counts.people[top.id] ?? 0
    list.push({
      ...common,
      ...{
        id: `layer:${range}`,
        name: `Top group (layer${first === last ? "" : "s"} ${range.replace("-", "–")})`,
      },
      // The top step starts here and leads to layer 3: the top group stands where layer 2 would.
      ...{ layer: 2, atoms: [top.id], invited: people, covered: people },
    })
  }
  for (const [layer, pure] of byLayer(atoms)) {
    const reached = pure.reduce((all, atom) => all + (counts.onLayer[atom.id] ?? 0), 0)
    list.push({
      ...common,
      ...{ id: `layer:${layer}`, name: `Layer ${layer}`, layer, atoms: pure.map((atom) => atom.id) },
      ...{ invited: places[layer]?.length ?? 0, covered: reached },
    })
  }
  return list
}

/** The layer-pure atoms, by layer from the top. */
function byLayer(atoms: readonly Group[]): [number, Group[]][] {
  const layers = new Map<number, Group[]>()
  for (const atom of atoms) {
    if (atom.kind !== "pure") continue
    const own = layers.get(atom.layers[0])
    if (own) own.push(atom)
    else layers.set(atom.layers[0], [atom])
  }
  return [...layers].sort(([a], [b]) => a - b)
}

/** Per position the nearest shown unit it stands in or heads; -1 when there is none. */
function nearestShown(chart: FrozenChart, order: Int32Array, isShown: (position: number) => boolean) {
  const nearest = new Int32Array(chart.layer.length).fill(-1)
  for (let i = order.length - 1; i >= 0; i--) {
    const position = order[i] as number
    nearest[position] = isShown(position) ? position : (nearest[chart.parent[position] as number] ?? -1)
  }
  return nearest
}

/** How many of the ascending `places` lie below `limit`. */
function below(places: readonly number[], limit: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
