import { type Db, withOrganization } from "@throughline/db"
import { organizationIds } from "../auth/queries.ts"
import type { Deps } from "../deps.ts"
import { selectSurveys } from "../surveys/queries.ts"
import { makeSigningKeys } from "./make-keys.ts"
import { findLastImport } from "./queries.ts"

/** Milliseconds that one sweep spends on keys; the next goes on where this one stopped. */
const SHARE = 30_000

/** What the keys of a draft were complete for: people, audience, smallest group and length. Saves cutting it each minute. */
const complete = new WeakMap<Db, Map<string, string>>()

/** Makes the signing keys of all drafts in advance, so that a launch need not wait for them. */
export async function makeDraftKeys(deps: Pick<Deps, "db" | "keys">): Promise<void> {
  const known = complete.get(deps.db) ?? new Map<string, string>()
  complete.set(deps.db, known)
  const began = performance.now()
  const goesOn = () => performance.now() - began < SHARE
  for (const organizationId of await organizationIds(deps.db)) {
    for (const { surveyId, shape } of await draftsOf(deps, organizationId)) {
      if (!goesOn()) return
      if (known.get(surveyId) === shape) continue
      await makeSigningKeys(deps, organizationId, surveyId, goesOn)
      if (goesOn()) known.set(surveyId, shape)
    }
  }
}

function draftsOf(deps: Pick<Deps, "db">, organizationId: string) {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const lastImport = await findLastImport(tx, organizationId)
    const surveys = await selectSurveys(tx, organizationId)
    return surveys
      .filter(({ state }) => state === "draft")
      .map(({ survey_id: surveyId, audience, k, signing_bits }) => ({
        surveyId,
        shape: JSON.stringify([lastImport, audience, k, signing_bits]),
      }))
  })
}
