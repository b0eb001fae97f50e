import type { Tx } from "@throughline/db"
import { buildOrgChart, type OrgChart } from "@throughline/org"
import { type PersonRow, rowsOf, storedPeople } from "./person-row.ts"
import { selectPeoplePages } from "./queries.ts"

/** The org chart of the registry, and the rows by the id of the people file. */
export interface LoadedChart {
  chart: OrgChart
  rows: Map<string, PersonRow>
}

export async function loadChart(tx: Tx, organizationId: string): Promise<LoadedChart> {
  const rows = rowsOf(await selectPeoplePages(tx, organizationId))
  const chart = buildOrgChart(storedPeople(rows).map((person, index) => ({ ...person, row: index })))
  return { chart, rows: new Map(rows.map((row) => [row.source_id, row])) }
}
