import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { deleteImported } from "./queries.ts"

/** Takes an imported survey out again, with all that was counted of it. Throws survey.unknown, also for one that was asked here. */
export async function deleteImport(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (!(await deleteImported(tx, organizationId, surveyId))) throw new Problem("survey.unknown")
  })
}
