import { type Tx, withOrganization } from "@throughline/db"
import { word } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { findTimeZone } from "../members/queries.ts"
import { Problem } from "../problem.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { findFrozen } from "../surveys/queries.ts"
import { coarseGroups } from "./coarse-groups.ts"
import { hintsOf, nameFinder } from "./hints.ts"
import {
  openComments,
  selectCandidates,
  selectFrozenNames,
  selectReleases,
  selectReviews,
} from "./queries.ts"
import { refuseUnnamed, reviewable } from "./refuse-unnamed.ts"
import type { Review, ReviewPage } from "./schemas.ts"
import { suggestTopics } from "./topics/suggest-topics.ts"
import { topicWords } from "./topics/topic-words.ts"

/** More would be read as if the program had understood the text. */
const MOST_SUGGESTIONS = 2

/**
 * What people wrote, for a reviewer named before the launch. Each look is noted, with who and when. The names behind the
 * hints stay here; only the places go out.
 */
export function readComments(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseUnnamed,
): Promise<ReviewPage> {
  const { organizationId, userId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await reviewable(tx, session, surveyId, refuse)
    const frozen = await findFrozen(tx, organizationId, surveyId)
    const newest = (await selectReleases(tx, organizationId, surveyId)).at(-1)
    if (frozen === undefined || newest === undefined) throw new Problem("release.none")
    const comments = await openComments(tx, organizationId, surveyId, userId)
    const chart = (await loadFrozen(tx, organizationId, surveyId)).frozen
    const names = nameFinder(await selectFrozenNames(tx, organizationId, surveyId))
    const large = coarseGroups(newest.release.atoms, chart).filter(
      ({ respondents }) => respondents >= Math.max(survey.k, 10),
    )
    const { instrument } = frozen.questionnaire
    return {
      survey: {
        ...{ id: surveyId, name: survey.name, closedAt: survey.closed_at?.toISOString() ?? null },
        timeZone: await findTimeZone(tx, organizationId),
      },
      k: survey.k,
      topics: [
        ...topicWords.map(({ topic }) => topic),
        ...instrument.constructs.map(({ name }) => word(name, "en")),
      ],
      topicWords: topicWords.map(({ topic, words }) => ({
        topic,
        words: Object.fromEntries(Object.entries(words).map(([language, list]) => [language, [...list]])),
      })),
      groups: large,
      questions: instrument.questions
        .filter(({ type }) => type === "text")
        .map(({ id, text }) => ({ id, text: word(text, "en") })),
      comments: comments.map(({ comment_id, question, coarse, body }) => ({
        ...{ id: comment_id, question, text: body },
        group: large.some(({ id }) => id === coarse) ? coarse : null,
        suggestions: suggestTopics(body).slice(0, MOST_SUGGESTIONS),
        hints: hintsOf(body, names),
      })),
      reviews: await reviewsInside(tx, organizationId, surveyId),
      release: { number: newest.id, createdAt: newest.createdAt.toISOString() },
    }
  })
}

/** What both reviewers have said so far, without a word of any comment: no look at them, so nothing is noted. */
export function readReviews(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseUnnamed,
): Promise<Review[]> {
  return withOrganization(deps.db, "web", session.organizationId, async (tx) => {
    await reviewable(tx, session, surveyId, refuse)
    return await reviewsInside(tx, session.organizationId, surveyId)
  })
}

export async function reviewsInside(tx: Tx, organizationId: string, surveyId: string): Promise<Review[]> {
  const members = await selectCandidates(tx, organizationId)
  const reviews = await selectReviews(tx, organizationId, surveyId)
  return reviews.map(({ comment_id, revision, decision, topic, redactions, changed_by }) => ({
    ...{ comment: comment_id, revision, decision, topic, redactions },
    by: members.find(({ user_id }) => user_id === changed_by)?.name ?? null,
  }))
}
