import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { lastPeopleImport, peopleVersion } from "./import-queries.ts"
import { loadChart } from "./load-chart.ts"
import { isGone } from "./person-row.ts"
import type { PeopleList } from "./schemas.ts"

/** Everybody with their layer, managers before their reports; without those who have gone. */
export function listPeople(deps: Deps, organizationId: string): Promise<PeopleList> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { chart, rows } = await loadChart(tx, organizationId)
    const file = await lastPeopleImport(tx, organizationId)
    const people = chart.people.flatMap(({ row: _row, ...person }, position) => {
      const row = rows.get(person.id)
      return row === undefined || isGone(row) ? [] : [{ ...person, layer: chart.layer[position] ?? 0 }]
    })
    return {
      people,
      gone: chart.people.length - people.length,
      version: await peopleVersion(tx, organizationId),
      lastImport:
        file === undefined
          ? null
          : { fileName: file.file_name, people: file.people, importedAt: file.imported_at.toISOString() },
    }
  })
}
