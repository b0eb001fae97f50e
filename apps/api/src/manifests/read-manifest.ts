import { type CohortLeaf, type Manifest, manifestHash } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import { promisedOf } from "../ballots/leaves.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findManifest, findReceipts } from "./queries.ts"

/** What was promised, for anybody who knows the survey: mails and pages name it. */
export async function readManifest(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<{ manifest: Manifest; words: string[]; fingerprint: string }> {
  const found = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findManifest(tx, organizationId, surveyId),
  )
  if (found === undefined) throw new Problem("survey.unknown")
  return { ...found, fingerprint: await manifestHash(found.manifest) }
}

/** One group's key, and that it stands in the promise. */
export async function readLeaf(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  cohort: number,
): Promise<{ leaf: CohortLeaf; index: number; proof: string[] }> {
  const promised = await promisedOf(deps.db, organizationId, surveyId)
  const index = promised?.leaves.findIndex(({ id }) => id === cohort) ?? -1
  const leaf = promised?.leaves[index]
  if (promised === undefined || leaf === undefined) throw new Problem("survey.unknown")
  return { leaf, index, proof: await promised.proofOf(index) }
}

/** The receipts of all answers that were counted. Not there, open and not counted look the same. */
export async function readReceipts(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<{ receipts: string[] }> {
  const receipts = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findReceipts(tx, organizationId, surveyId),
  )
  if (receipts === undefined) throw new Problem("bundle.none")
  return { receipts }
}
