import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { insertObservations, insertRelease } from "../releases/queries.ts"
import { lockReleases } from "../surveys/earlier-queries.ts"
import { besides, countUpload, type ImportUpload } from "./count-upload.ts"
import { findByHash, insertImport } from "./queries.ts"

/**
 * Makes a closed survey out of a file of old answers, all or nothing: the survey, its columns and its release, in one
 * transaction. Throws import.refused, import.twice, and server.busy when another release came first.
 */
export async function importResponses(
  deps: Deps,
  organizationId: string,
  upload: ImportUpload,
  importedBy: string,
): Promise<string> {
  const { surveyId, closedAt, fileHash, beside, counted } = await countUpload(deps, organizationId, upload)
  if (!("release" in counted))
    throw new Problem("import.refused", { detail: counted.refused, issues: counted.refusedRows ?? [] })
  if (counted.findings.length > 0) {
    const codes = [...new Set(counted.findings.map(({ code }) => code))].join(", ")
    throw new Problem("server.error", { cause: new Error(`the audit of an import found: ${codes}`) })
  }
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findByHash(tx, organizationId, fileHash)) !== undefined) throw new Problem("import.twice")
  })
  const { name, k } = upload.settings
  const { questionnaire, people, refused, observations, release } = counted
  const written = withOrganization(deps.db, "close", organizationId, async (tx) => {
    await lockReleases(tx, organizationId)
    const now = await besides(tx, organizationId, new Date(closedAt))
    if (now.map((one) => one.surveyId).join() !== beside.join()) throw new Problem("server.busy")
    await insertImport(tx, organizationId, {
      ...{ surveyId, name, k, closedAt, questionnaire, people, refused, importedBy, fileHash },
      fileName: upload.fileName,
    })
    await insertObservations(tx, organizationId, surveyId, observations)
    await insertRelease(tx, organizationId, surveyId, deps.now(), release)
  })
  // Two that send the same file at once both find that it is not there yet.
  await written.catch((error: Error) => {
    throw "code" in error && error.code === UNIQUE_VIOLATION ? new Problem("import.twice") : error
  })
  return surveyId
}

const UNIQUE_VIOLATION = "23505"
