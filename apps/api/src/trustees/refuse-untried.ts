import type { Tx } from "@throughline/db"
import { Problem } from "../problem.ts"
import { refuseHr } from "./choose-trustees.ts"
import { addressesOfHr, findSealingKey, selectTrustees } from "./queries.ts"

export interface AtLaunch {
  sealingKey: string
  names: string[]
}

/**
 * What the launch takes from the trustees: the public half of the key they hold between them, and their names for the promise.
 * Throws survey.trustees-untried until each of the three has opened their share, and trustee.is-hr for whoever has come
 * to HR since.
 */
export async function trusteesAtLaunch(tx: Tx, organizationId: string, surveyId: string): Promise<AtLaunch> {
  const rows = await selectTrustees(tx, organizationId, surveyId)
  const sealingKey = await findSealingKey(tx, organizationId, surveyId)
  const untried = rows.filter(({ tried_at }) => tried_at === null).map(({ name }) => name)
  if (rows.length !== 3 || untried.length > 0 || sealingKey === null) {
    throw new Problem("survey.trustees-untried", {
      detail: `These trustees have not tried their share of the key yet: ${untried.join(", ")}.`,
    })
  }
  refuseHr(await addressesOfHr(tx, organizationId), rows)
  return { sealingKey, names: rows.map(({ name }) => name) }
}
