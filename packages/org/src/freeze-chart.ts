import type { FrozenChart } from "./group.ts"
import type { OrgChart } from "./org-chart.ts"
import { unitNames } from "./unit-names.ts"

/**
 * Freezes an org chart for a survey: positions are indexes in `chart.people`. Several tops stand on layer 2 under an
 * empty virtual head. Tops who have left, with nobody active below, are no tops: they get no place, and neither do
 * the unplaced.
 */
export function freezeChart(chart: OrgChart): FrozenChart {
  const count = chart.people.length
  const parent = Int32Array.from(chart.parent)
  const layer = Int32Array.from(chart.layer)
  const alive = new Uint8Array(count)
  for (let position = count - 1; position >= 0; position--) {
    if (chart.people[position]?.active) alive[position] = 1
    const manager = chart.parent[position] as number
    if (alive[position] && manager >= 0) alive[manager] = 1
  }
  const tops = chart.tops.filter((position) => alive[position])
  const down = tops.length > 1 ? 1 : 0
  for (let position = 0; position < count; position++) {
    const manager = parent[position] as number
    const placed = manager >= 0 ? (layer[manager] as number) > 0 : tops.length === 0 || alive[position] === 1
    // Managers stand before their reports, so a manager's new layer is already there.
    if ((layer[position] as number) === 0 || !placed) layer[position] = 0
    else layer[position] = manager >= 0 ? (layer[manager] as number) + 1 : 1 + down
  }
  return { parent, layer, heads: unitNames(chart) }
}
