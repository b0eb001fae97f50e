import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { inWorker } from "./in-worker.ts"
import { countTables, insertTable, lockTables, type Whose } from "./queries.ts"
import type { PublishedFile } from "./tell-table.ts"

interface PublishedUpload extends PublishedFile {
  name: string
  whose: Whose
  source: string
  limits: string
}

/** Of one organization: more than anybody compares with. */
const MOST = 40

/**
 * Keeps a published table: the rows that count, with what is told of them. Throws published.refused, with what is wrong
 * with the file, when none counts, and published.too-many.
 */
export async function addTable(deps: Deps, session: Session, upload: PublishedUpload): Promise<string> {
  const { bytes, columns, topFirst, ...table } = upload
  const told = await inWorker({ bytes, fileName: upload.fileName, columns, topFirst })
  if (told.rows === 0) throw new Problem("published.refused", { issues: told.issues })
  const { organizationId, userId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockTables(tx, organizationId)
    if ((await countTables(tx, organizationId)) >= MOST) throw new Problem("published.too-many")
    const by = { addedBy: userId, addedAt: deps.now() }
    return await insertTable(tx, organizationId, { ...table, ...by }, told)
  })
}
