import type { Open, SealedBallot } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { type CloseStage, closeSurvey } from "../surveys/close-survey.ts"
import { findSurvey } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { refuseUnlessClosing } from "./hand-share.ts"
import { selectTrustees } from "./queries.ts"
import type { TrusteeOpening } from "./schemas.ts"

/**
 * One opened answer for each ballot of each cohort, and no more: a trustee can leave nobody out, add nobody and move
 * nobody unnoticed. A test takes it away and sees answers added.
 */
function refuseOtherBallots(ballots: readonly SealedBallot[], openings: readonly { cohort: number }[]): void {
  const left = new Map<number, number>()
  for (const { cohort } of ballots) left.set(cohort, (left.get(cohort) ?? 0) + 1)
  for (const { cohort } of openings) left.set(cohort, (left.get(cohort) ?? 0) - 1)
  if ([...left.values()].some((difference) => difference !== 0)) throw new Problem("trustee.mismatch")
}

/**
 * The close goes on with what a trustee's browser has opened and shuffled. The opened answers live in the memory of
 * this one request and in the transaction that writes the results: they come as one body, because pieces would have to
 * be kept somewhere in between. Whatever dies before that transaction commits changes nothing, and they can be sent
 * again, or opened again by any two. Sent once more after the commit, they find the survey closed.
 */
export async function takeOpened(
  deps: Deps,
  { organizationId, surveyId, seat }: Trustee,
  openings: readonly TrusteeOpening[],
  refuse = refuseOtherBallots,
  closing = refuseUnlessClosing,
  reach: (stage: CloseStage) => void = () => {},
): Promise<{ state: "closing" | "closed" }> {
  const before = await withOrganization(deps.db, "web", organizationId, async (tx) => ({
    survey: await findSurvey(tx, organizationId, surveyId),
    rows: await selectTrustees(tx, organizationId, surveyId),
  }))
  if (before.survey?.state === "closed") return { state: "closed" }
  closing(before.survey?.state)
  if (!before.rows.some(({ handed_to }) => handed_to === seat)) throw new Problem("trustee.not-handed")
  const open: Open = async (ballots) => {
    refuse(ballots, openings)
    return openings.map((one) => one)
  }
  await closeSurvey(deps, organizationId, surveyId, reach, open)
  return { state: "closed" }
}
