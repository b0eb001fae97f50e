import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { readTrusteeSecret } from "./link.ts"
import { findTrustee } from "./queries.ts"

/** Who calls with a trustee's link: one seat of one survey, and nothing else of any. */
export interface Trustee {
  organizationId: string
  surveyId: string
  seat: number
}

/** Throws trustee.unknown for a link that never was one, or is one no more. */
export async function asTrustee(deps: Deps, secret: string): Promise<Trustee> {
  const known = readTrusteeSecret(secret)
  if (known === undefined) throw new Problem("trustee.unknown")
  const { organizationId, hash } = known
  const row = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findTrustee(tx, organizationId, hash),
  )
  if (row === undefined) throw new Problem("trustee.unknown")
  return { organizationId, surveyId: row.survey_id, seat: row.seat }
}
