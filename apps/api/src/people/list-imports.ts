import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { selectPeopleImports } from "./import-queries.ts"
import type { PeopleImports } from "./schemas.ts"

const LISTED = 50

/** Who imported what and when, the newest first, and which of it can be undone. */
export async function listImports(deps: Deps, organizationId: string): Promise<PeopleImports> {
  const rows = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectPeopleImports(tx, organizationId, LISTED),
  )
  return {
    imports: rows.map((row) => ({
      id: row.import_id,
      fileName: row.file_name,
      people: row.people,
      layers: row.layers,
      difference: row.difference,
      repairs: row.repairs,
      importedAt: row.imported_at.toISOString(),
      importedBy: row.imported_by,
      undo: row.undo !== null && row.undone_at === null,
      undoneAt: row.undone_at?.toISOString() ?? null,
      undoneBy: row.undone_by,
    })),
  }
}
