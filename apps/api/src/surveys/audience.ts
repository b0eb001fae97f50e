import type { FrozenChart, OrgChart } from "@throughline/org"
import type { Audience } from "./schemas.ts"

/** By position: who is invited. People who have left and people without a place in the chart never are. */
export function invitedPositions(chart: OrgChart, frozen: FrozenChart, audience: Audience): boolean[] {
  const departments = audience.departments === null ? null : new Set(audience.departments)
  return chart.people.map(({ active, department }, position) => {
    const layer = frozen.layer[position] ?? 0
    return (
      active &&
      layer > 0 &&
      (departments === null || departments.has(department)) &&
      (audience.layers === null || layer <= audience.layers)
    )
  })
}
