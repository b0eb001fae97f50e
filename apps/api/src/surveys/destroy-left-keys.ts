import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findFrozen, selectSurveys } from "./queries.ts"

/** Sealing keys of surveys that are closed: left behind when a process died between the commit and their deletion. */
export async function destroyLeftKeys(deps: Deps, organizationId: string): Promise<void> {
  const left = await withOrganization(deps.db, "worker", organizationId, async (tx) => {
    const closed = (await selectSurveys(tx, organizationId)).filter(({ state }) => state === "closed")
    const keys: { surveyId: string; publicKey: string }[] = []
    for (const { survey_id: surveyId } of closed) {
      const frozen = await findFrozen(tx, organizationId, surveyId)
      if (frozen !== undefined) keys.push({ surveyId, publicKey: frozen.manifest.sealingKey })
    }
    return keys
  })
  for (const { surveyId, publicKey } of left) await deps.keys.deleteSealingKey(surveyId, publicKey)
}
