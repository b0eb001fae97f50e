import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { findBundleText } from "./queries.ts"

/** The bundle of a closed survey as JSON, for HR to hand to whoever wants to check it. */
export async function readBundle(deps: Deps, organizationId: string, surveyId: string): Promise<string> {
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    const text = await findBundleText(tx, organizationId, surveyId)
    if (text === undefined) throw new Problem("bundle.none")
    return text
  })
}
