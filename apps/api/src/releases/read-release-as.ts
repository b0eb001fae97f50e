import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { selectReviewers } from "../reviews/queries.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { findFrozen } from "../surveys/queries.ts"
import { ownPosition, refuseLeft } from "./own-position.ts"
import { readRelease } from "./read-release.ts"
import { type LeaderRelease, releaseFor } from "./release-for.ts"
import type { StoredRelease } from "./stored-release.ts"

/** A release with what its questionnaire says about it. */
export type ViewedRelease = (StoredRelease | LeaderRelease) & {
  /** Ids of constructs that only people with reports were asked about. */
  managersOnly: string[]
  /** Where the comments are: whether anybody was named to read them, and whether it is the caller. */
  review: { reviewers: string[]; mine: boolean }
}

/**
 * The newest release of a survey as the caller may see it: all of it for HR and analysts, the own unit for a leader.
 * Where the leader stood is told by the chart which that survey froze, not by today's. Throws release.no-team when
 * nobody stood below then, and release.left when the leader is not there any more.
 */
export async function readReleaseAs(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseLeft,
): Promise<ViewedRelease> {
  const { organizationId, role } = session
  const release = whole(await readRelease(deps, organizationId, surveyId))
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const beside = await aside(tx, session, surveyId)
    if (role === "hr" || role === "analyst") return { ...release, ...beside }
    await refuse(tx, session)
    const position = await ownPosition(tx, session, surveyId)
    if (position === undefined) throw new Problem("release.no-team")
    const { frozen } = await loadFrozen(tx, organizationId, surveyId)
    const part = releaseFor(release, frozen, position)
    if (part === null) throw new Problem("release.no-team")
    return { ...part, ...beside }
  })
}

/** All that is told of a stored release. How cohorts were joined is for judging later releases; no page needs it. */
export function whole({ cut: _, ...release }: StoredRelease): Omit<StoredRelease, "cut"> {
  return release
}

/** What is told beside a release, of its questionnaire and to this caller. */
export async function aside(
  tx: Tx,
  { organizationId, role, userId }: Session,
  surveyId: string,
): Promise<Pick<ViewedRelease, "managersOnly" | "review">> {
  const managersOnly = await askedOfManagers(tx, organizationId, surveyId)
  const named = await selectReviewers(tx, organizationId, surveyId)
  const review = {
    reviewers: named.map(({ name }) => name ?? ""),
    mine: role !== "leader" && named.some(({ user_id }) => user_id === userId),
  }
  return { managersOnly, review }
}

async function askedOfManagers(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  const [everyone, some] = [new Set<string>(), new Set<string>()]
  const questions = (await findFrozen(tx, organizationId, surveyId))?.questionnaire.instrument.questions ?? []
  for (const question of questions) {
    if (question.type === "likert")
      (question.audience === "everyone" ? everyone : some).add(question.construct)
  }
  return [...some].filter((construct) => !everyone.has(construct))
}
