import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { loadChart } from "./load-chart.ts"
import { lastPeopleImport } from "./queries.ts"
import type { PeopleList } from "./schemas.ts"

/** Everybody with their layer, managers before their reports. */
export function listPeople(deps: Deps, organizationId: string): Promise<PeopleList> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { chart } = await loadChart(tx, organizationId)
    const file = await lastPeopleImport(tx, organizationId)
    return {
      people: chart.people.map(({ id, name, email, title, department, managerId, active }, position) => ({
        id,
        name,
        email,
        title,
        department,
        managerId: managerId === id ? null : managerId,
        layer: chart.layer[position] ?? 0,
        active,
      })),
      lastImport:
        file === undefined
          ? null
          : { fileName: file.file_name, people: file.people, importedAt: file.imported_at.toISOString() },
    }
  })
}
