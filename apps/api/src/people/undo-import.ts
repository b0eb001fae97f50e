import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { forgetPlans } from "../forget-plans.ts"
import { Problem } from "../problem.ts"
import { findUndo, markUndone, peopleVersion } from "./import-queries.ts"
import { inWorker } from "./in-worker.ts"
import { lockOrganization, writePeople } from "./queries.ts"
import { readStored } from "./read-upload.ts"

/**
 * Brings back the people as they were before the last import, each as the same person as before. Surveys launched since
 * keep their own frozen copy; whom such a survey invited and who was not there before stays, without a place. Throws
 * people.not-undoable for any import but the last one, and for one that has been undone.
 */
export async function undoImport(
  deps: Deps,
  organizationId: string,
  importId: string,
  undoneBy: string,
): Promise<void> {
  const undo = await withOrganization(deps.db, "web", organizationId, (tx) => findUndo(tx, organizationId))
  if (undo?.import_id !== importId) throw new Problem("people.not-undoable")
  const { stored, version } = await readStored(deps, organizationId)
  const writes = await inWorker("undo", { before: undo.people, stored })
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockOrganization(tx, organizationId)
    if ((await peopleVersion(tx, organizationId)) !== version) throw new Problem("people.changed")
    await writePeople(tx, organizationId, writes)
    await forgetPlans(tx)
    await markUndone(tx, organizationId, importId, { by: undoneBy, at: deps.now() })
  })
}
