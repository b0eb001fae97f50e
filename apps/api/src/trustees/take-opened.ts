import type { Open, SealedBallot } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { type CloseStage, closeSurvey } from "../surveys/close-survey.ts"
import { admitOpened, openedGuards } from "./admit-opened.ts"
import type { Trustee } from "./as-trustee.ts"
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
 * again, or opened again by any two. Sent once more after the commit, they find the survey closed. How many were
 * declared unreadable is told with the results and in the bundle: no number of them is refused, because anybody invited
 * may cast a ballot that opens to nothing, and a bound would let a handful of such ballots keep a survey from closing.
 */
export async function takeOpened(
  deps: Deps,
  trustee: Trustee,
  proof: string,
  openings: readonly TrusteeOpening[],
  refuse = refuseOtherBallots,
  guards = openedGuards,
  reach: (stage: CloseStage) => void = () => {},
): Promise<{ state: "closing" | "closed" }> {
  // Asked again: while the body came, another may have closed the survey.
  if ((await admitOpened(deps, trustee, proof, guards)) === "closed") return { state: "closed" }
  const open: Open = async (ballots) => {
    refuse(ballots, openings)
    return openings.map((one) => one)
  }
  await closeSurvey(deps, trustee.organizationId, trustee.surveyId, reach, open)
  return { state: "closed" }
}
