import { createSealingKey, splitKey } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockDraft } from "../surveys/lock-draft.ts"
import { databaseNow, updateSurvey } from "../surveys/queries.ts"

export type RecoveryShares = readonly [string, string, string]

/**
 * A new sealing key for a draft, and three shares of which any two bring it back. They leave in this answer and are
 * kept nowhere: only the public half of the key stands in the database, by which two shares can be checked. Taken
 * again, the shares of before are void and have to be tried anew.
 */
export async function takeRecoveryShares(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<RecoveryShares> {
  const key = await createSealingKey()
  const shares = await splitKey(surveyId, key)
  const replaced = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    if (survey.sealing === "trustees") throw new Problem("survey.has-trustees")
    // On disk before the database names it; should this not commit, a key is left that nothing is sealed with.
    await deps.keys.saveSealingKey(surveyId, key)
    await updateSurvey(tx, organizationId, surveyId, {
      sealing_key: key.publicKey,
      recovery_taken_at: await databaseNow(tx),
      recovery_tried_at: null,
    })
    return survey.sealing_key
  })
  if (replaced !== null) await deps.keys.deleteSealingKey(surveyId, replaced)
  return shares
}
