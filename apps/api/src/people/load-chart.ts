import type { Tx } from "@throughline/db"
import { buildOrgChart, type OrgChart } from "@throughline/org"
import { type PersonRow, selectPeople } from "./queries.ts"

/** The org chart of the registry, and the rows by the id of the people file. */
export interface LoadedChart {
  chart: OrgChart
  rows: Map<string, PersonRow>
}

export async function loadChart(tx: Tx, organizationId: string): Promise<LoadedChart> {
  const people = await selectPeople(tx, organizationId)
  const sourceIds = new Map(people.map((row) => [row.person_id, row.source_id]))
  const chart = buildOrgChart(
    people.map((row, index) => ({
      id: row.source_id,
      row: index,
      name: row.name,
      email: row.email,
      title: row.title,
      department: row.department,
      location: row.location,
      language: row.language,
      managerId: row.manager_id === null ? null : (sourceIds.get(row.manager_id) ?? null),
      active: row.active,
    })),
  )
  return { chart, rows: new Map(people.map((row) => [row.source_id, row])) }
}
