import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { findRelease } from "./queries.ts"
import type { StoredRelease } from "./stored-release.ts"

/** The newest release of a survey: all that anybody can ever look at. Throws release.none. */
export function readRelease(deps: Deps, organizationId: string, surveyId: string): Promise<StoredRelease> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    const release = await findRelease(tx, organizationId, surveyId)
    if (release === undefined) throw new Problem("release.none")
    return release
  })
}
