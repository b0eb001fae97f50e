import { type Tx, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findSurvey, lockSurvey } from "../surveys/queries.ts"
import { replaceReviewers, selectCandidates, selectReviewers } from "./queries.ts"
import type { Reviewers } from "./schemas.ts"

/** Who reads the comments of a survey, and who could. */
export function readReviewers(deps: Deps, organizationId: string, surveyId: string): Promise<Reviewers> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if ((await findSurvey(tx, organizationId, surveyId)) === undefined) throw new Problem("survey.unknown")
    return await reviewersInside(tx, organizationId, surveyId)
  })
}

/** HR names one or two of HR and the analysts, or nobody; only in a draft. */
export function nameReviewers(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  chosen: readonly string[],
): Promise<Reviewers> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    if (survey.state !== "draft") throw new Problem("survey.not-draft")
    const candidates = await selectCandidates(tx, organizationId)
    if (!chosen.every((id) => candidates.some(({ user_id }) => user_id === id)))
      throw new Problem("member.unknown")
    await replaceReviewers(
      tx,
      organizationId,
      surveyId,
      chosen.map((userId) => ({ userId, name: null })),
    )
    return await reviewersInside(tx, organizationId, surveyId)
  })
}

/**
 * The names as the launch prints them in the promise and the manifest, and as they stand from then on. Whoever was
 * named and is no longer of HR or an analyst is left out.
 */
export async function freezeReviewers(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  const named = await selectReviewers(tx, organizationId, surveyId)
  const candidates = await selectCandidates(tx, organizationId)
  const reviewers = candidates
    .filter(({ user_id }) => named.some((one) => one.user_id === user_id))
    .map(({ user_id, name }) => ({ userId: user_id, name }))
  await replaceReviewers(tx, organizationId, surveyId, reviewers)
  return reviewers.map(({ name }) => name)
}

/** Of a draft as they are called today, of a launched survey as they were called then. */
export async function reviewerNames(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  return (await reviewersInside(tx, organizationId, surveyId)).names
}

async function reviewersInside(tx: Tx, organizationId: string, surveyId: string): Promise<Reviewers> {
  const named = await selectReviewers(tx, organizationId, surveyId)
  const candidates = await selectCandidates(tx, organizationId)
  const there = named.flatMap(({ user_id, name }) => {
    const today = candidates.find((one) => one.user_id === user_id)?.name
    return name === null && today === undefined ? [] : [{ id: user_id, name: name ?? today ?? "" }]
  })
  return {
    chosen: there.map(({ id }) => id),
    names: there.map(({ name }) => name),
    candidates: candidates.map(({ user_id, name, role }) => ({
      ...{ id: user_id, name, role: role as "hr" | "analyst" },
    })),
  }
}
