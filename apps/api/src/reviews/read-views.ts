import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { reviewerNames } from "./name-reviewers.ts"
import { selectViews } from "./queries.ts"
import type { ReviewViews } from "./schemas.ts"

/** Who has looked at the comments and when, for HR; what they saw and did is not in it. */
export function readViews(deps: Deps, organizationId: string, surveyId: string): Promise<ReviewViews> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    const views = await selectViews(tx, organizationId, surveyId)
    return {
      reviewers: await reviewerNames(tx, organizationId, surveyId),
      views: views.map(({ name, viewed_at }) => ({ by: name, at: viewed_at.toISOString() })),
    }
  })
}
