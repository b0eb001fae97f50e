import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { lockSurvey } from "../surveys/queries.ts"
import { refuseTopics } from "./coding/refuse-topics.ts"
import { selectReviews, writeReview } from "./queries.ts"
import { reviewsInside } from "./read-comments.ts"
import { refuseUnnamed, reviewable } from "./refuse-unnamed.ts"
import type { ChangedReview, Review } from "./schemas.ts"

/**
 * What a reviewer says of one comment. When the other one said something meanwhile, nothing is overwritten: throws
 * review.changed.
 */
export async function saveReview(
  deps: Deps,
  session: Session,
  surveyId: string,
  commentId: string,
  { revision, ...review }: ChangedReview,
  refuse = refuseUnnamed,
  wait = refuseTopics,
): Promise<Review> {
  const { organizationId, userId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await reviewable(tx, session, surveyId, refuse)
    // Either it is saved before somebody publishes, who then has to have seen it, or afterwards.
    await lockSurvey(tx, organizationId, surveyId)
    const before = (await selectReviews(tx, organizationId, surveyId)).find(
      ({ comment_id }) => comment_id === commentId,
    )
    if (review.topic !== (before?.topic ?? null)) await wait(tx, organizationId, surveyId, commentId)
    const at = { organizationId, surveyId, commentId, revision, userId }
    if (!(await writeReview(tx, at, review))) throw new Problem("review.changed")
    const saved = (await reviewsInside(tx, organizationId, surveyId)).find(
      ({ comment }) => comment === commentId,
    )
    if (saved === undefined) throw new Problem("review.unknown")
    return saved
  }).catch((error: unknown) => {
    // A review of a comment that is not there breaks its foreign key.
    if ((error as { code?: unknown }).code === "23503") throw new Problem("review.unknown")
    throw error
  })
}
