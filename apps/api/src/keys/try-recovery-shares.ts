import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { databaseNow, updateSurvey } from "../surveys/queries.ts"
import { keyFromShares, refuseTrustees } from "./key-from-shares.ts"

/** Two shares are put in again before the launch: only then is it known that they were kept, whole and readable. */
export function tryRecoveryShares(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  shares: readonly [string, string],
): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    refuseTrustees(survey)
    const key = await keyFromShares(shares, surveyId, survey.sealing_key)
    // Whatever became of the file since: what was tried is what the survey will be launched with.
    await deps.keys.saveSealingKey(surveyId, key)
    await updateSurvey(tx, organizationId, surveyId, { recovery_tried_at: await databaseNow(tx) })
  })
}
