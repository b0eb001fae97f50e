import type { FrozenChart } from "./group.ts"
import type { OrgChart } from "./org-chart.ts"
export function freezeChart(chart: OrgChart): FrozenChart {
  return { parent: chart.parent, layer: chart.layer, heads: [] }
}
