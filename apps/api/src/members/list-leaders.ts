import type { Tx } from "@throughline/db"
import { freezeChart } from "@throughline/org"
import { loadChart } from "../people/load-chart.ts"
import type { Leader } from "./schemas.ts"

/** Everybody in today's org chart who has active people below, from the top down, by the id of the person. */
export async function listLeaders(tx: Tx, organizationId: string): Promise<Map<string, Leader>> {
  const { chart, rows } = await loadChart(tx, organizationId)
  const { heads, layer: layers, parent } = freezeChart(chart)
  const below = new Int32Array(chart.people.length)
  // Managers stand before their reports.
  for (let position = below.length - 1; position >= 0; position--) {
    const manager = parent[position] as number
    if (manager < 0 || layers[position] === 0) continue
    const own = chart.people[position]?.active ? 1 : 0
    below[manager] = (below[manager] as number) + (below[position] as number) + own
  }
  const leaders = chart.people.flatMap(({ id, name, email, title, active }, position): Leader[] => {
    const personId = rows.get(id)?.person_id
    const people = below[position] as number
    if (!active || people === 0 || personId === undefined) return []
    const layer = layers[position] as number
    return [{ personId, name, email, title, layer, unit: heads[position] ?? name, people }]
  })
  leaders.sort((a, b) => a.layer - b.layer || (a.name < b.name ? -1 : 1))
  return new Map(leaders.map((leader) => [leader.personId, leader]))
}
