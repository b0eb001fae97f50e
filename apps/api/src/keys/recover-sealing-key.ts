import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findFrozen, lockSurvey, updateSurvey } from "../surveys/queries.ts"
import { keyFromShares, refuseTrustees } from "./key-from-shares.ts"

/**
 * Brings the key of an open survey back from two of its shares and ends the alarm. A close that waits for it goes on
 * with the next sweep.
 */
export async function recoverSealingKey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  shares: readonly [string, string],
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    refuseTrustees(survey)
    // A closed survey's key is gone for good: its ballots are, too.
    if (survey.state !== "open" && survey.state !== "closing") throw new Problem("survey.not-open")
    const frozen = await findFrozen(tx, organizationId, surveyId)
    const key = await keyFromShares(shares, surveyId, frozen?.manifest.sealingKey ?? null)
    await deps.keys.saveSealingKey(surveyId, key)
    await updateSurvey(tx, organizationId, surveyId, { key_missing_since: null })
  })
  deps.log(`keys: the sealing key of survey ${surveyId} was recovered from two shares`)
}
