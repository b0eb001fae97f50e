import { linkBand, links } from "@throughline/analysis"
import type { Asked } from "./link-constructs.ts"
import { linkInput } from "./link-input.ts"
import { type LinkView, newestOf, type ViewedKpi } from "./link-view.ts"
import type { Points } from "./schemas.ts"

/** The points that a pair's correlation is of, as the releases tell them, and how many units are not among them. */
export function tellPoints(view: LinkView, asked: Asked, kpi: ViewedKpi, lag: number): Points {
  const newest = newestOf(view)
  const { blocks, tree, told, kpis, unitsThen } = linkInput(view, [asked], [kpi], 1)
  const [{ input, unitAt }] = blocks
  const [pair] = links({ ...input, lags: [lag] })
  const most = pair?.influence?.unit
  const [construct, linked] = [input.constructs[0], input.kpis[0]]
  const names = new Map(newest.release.groups.map(({ id, name }) => [id, name]))
  const points: Points["points"] = []
  const places: number[] = []
  for (const [wave, { survey, closedAt, release }] of view.waves.entries()) {
    const groups = new Map(release.groups.map((group) => [group.id, group]))
    const values = linked?.periods[(linked.at[wave] as number) + lag]
    const period = kpi.periods[(kpi.at[wave] as number) + lag]
    for (const [place, unit] of unitAt.entries()) {
      const [x, y] = [construct?.waves[wave]?.[place], values?.[place]]
      if (x === undefined || y === undefined || period === undefined || Number.isNaN(x) || Number.isNaN(y))
        continue
      const cell = groups.get(unitsThen[wave]?.[unit] ?? "")?.cells[asked.id]
      if (cell?.state !== "shown") continue
      const group = tree.ids[unit] as string
      places.push(place)
      points.push({
        ...{ group, name: names.get(group) ?? "", survey, closedAt, x: cell.mean, n: cell.n, y, period },
        interval: cell.interval === null ? null : { low: cell.interval.low, high: cell.interval.high },
        most: place === most,
      })
    }
  }
  const [of, used] = [told[0], kpis[0]]
  const left = { hidden: of?.hidden ?? 0, bound: of?.bound ?? 0, noValue: 0, overlapping: 0 }
  const isPlaced = new Set(unitAt)
  for (const unit of tree.ids.keys()) {
    if ((of?.sizes[unit] ?? 0) === 0 || isPlaced.has(unit)) continue
    left[used?.has[unit] === 1 && !used.isConstant ? "overlapping" : "noValue"]++
  }
  const { id, name, measure, direction } = kpi
  return {
    construct: { id: asked.id, name: asked.name },
    kpi: { id, name, measure, direction },
    ...{ lag, points, left },
    band: linkBand(points.map(({ x, y }, at) => ({ unit: places[at] as number, x, y }))),
  }
}
