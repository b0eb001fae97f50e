/** One unit of the icicle: everybody below one manager. The organization itself is the outermost. */
export interface IcicleUnit {
  id: string
  name: string
  /** id of the nearest enclosing unit that is drawn; null for the outermost */
  parent: string | null
  /** first and last layer of its people */
  layers: readonly [number, number]
  /** people invited */
  people: number
  /** of these how many stand on its first layer, below whom nothing is drawn; 0 when that is not told */
  own: number
}

/** A confirmed break: everybody in the unit from one layer down. */
export interface IcicleBreak {
  id: string
  unit: string
  fromLayer: number
  deepestLayer: number
}

interface Box {
  x: number
  width: number
  /** layer of the first row it takes, and of the last */
  row: number
  to: number
}

export interface IcicleCell extends Box {
  unit: IcicleUnit
  /** the cell above, null for the outermost */
  above: string | null
}

/** Units too narrow to draw apart, side by side as one. */
export interface IcicleCluster extends Box {
  units: IcicleUnit[]
}

export interface IcicleLayout {
  /** from the top row down, in a row from left to right */
  cells: IcicleCell[]
  clusters: IcicleCluster[]
  /** people in units that are too small to be shown */
  hidden: Box[]
  outlines: (Box & { id: string })[]
  firstRow: number
  lastRow: number
}

/** px; below this a unit cannot be seen apart from its neighbours */
const narrowest = 3

/**
 * The organization from the top down: a row a layer, a unit as wide as people were invited in it, its units side by
 * side below it, the largest first. Widths in px, rows in layers. Pure; time grows with the number of units.
 */
export function layOutIcicle(
  units: readonly IcicleUnit[],
  breaks: readonly IcicleBreak[],
  width: number,
): IcicleLayout {
  const below = new Map<string | null, IcicleUnit[]>()
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit])
  const plan: IcicleLayout = {
    ...{ cells: [], clusters: [], hidden: [], outlines: [] },
    ...{ firstRow: 0, lastRow: 0 },
  }
  const [root] = below.get(null) ?? []
  if (!root) return plan
  plan.firstRow = root.layers[0]
  const boxes = new Map<string, Box>()

  const place = (unit: IcicleUnit, above: string | null, x: number, room: number, row: number) => {
    const box = { x, width: room, row, to: Math.max(row, unit.layers[1]) }
    boxes.set(unit.id, box)
    plan.cells.push({ ...box, to: row, unit, above })
    const inside = [...(below.get(unit.id) ?? [])].sort((a, b) => b.people - a.people)
    const named = inside.reduce((sum, { people }) => sum + people, 0)
    const all = Math.max(unit.people, named + unit.own, 1)
    const scale = room / all
    const drawn = inside.filter(({ people }) => people * scale >= narrowest)
    const tiny = inside.slice(drawn.length)
    let at = x
    for (const child of drawn) {
      const wide = child.people * scale
      // A unit between the two is too small to be shown, or too few of its people stand in groups of their own.
      const first = Math.max(child.layers[0], row + 1)
      if (first > row + 1) plan.hidden.push({ x: at, width: wide, row: row + 1, to: first - 1 })
      place(child, unit.id, at, wide, first)
      at += wide
    }
    if (tiny.length > 0) {
      const together = {
        ...{ x: at, width: tiny.reduce((sum, { people }) => sum + people, 0) * scale },
        ...{ row: row + 1, to: row + 1 },
      }
      plan.clusters.push({ ...together, units: tiny })
      for (const each of tiny) nest(each, { ...together, to: Math.max(row + 1, each.layers[1]) })
      at += together.width
    }
    const rest = (all - named - unit.own) * scale
    if (rest >= 2 && unit.layers[1] > row)
      plan.hidden.push({ x: at, width: rest, row: row + 1, to: unit.layers[1] })
  }
  const nest = (unit: IcicleUnit, box: Box) => {
    boxes.set(unit.id, box)
    for (const child of below.get(unit.id) ?? []) nest(child, box)
  }
  place(root, null, 0, width, root.layers[0])

  plan.cells.sort((a, b) => a.row - b.row || a.x - b.x)
  for (const one of breaks) {
    const box = boxes.get(one.unit)
    if (!box) continue
    const row = Math.max(box.row, one.fromLayer)
    plan.outlines.push({ ...box, id: one.id, row, to: Math.max(row, one.deepestLayer) })
  }
  plan.lastRow = Math.max(
    ...[...plan.cells, ...plan.clusters, ...plan.hidden, ...plan.outlines].map(({ to }) => to),
  )
  return plan
}

/** Where an arrow key leads from a unit: beside it in its row, to the unit around it or to the first inside it. */
export function neighbour(cells: readonly IcicleCell[], id: string, key: string): string | undefined {
  const here = cells.find(({ unit }) => unit.id === id)
  if (!here) return undefined
  const row = cells.filter((cell) => cell.row === here.row)
  const at = row.indexOf(here)
  const found = {
    ArrowLeft: row[at - 1],
    ArrowRight: row[at + 1],
    ArrowUp: cells.find(({ unit }) => unit.id === here.above),
    ArrowDown: cells.find(({ above }) => above === id),
    Home: row[0],
    End: row.at(-1),
  }[key]
  return found?.unit.id
}
