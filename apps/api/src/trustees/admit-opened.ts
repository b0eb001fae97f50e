import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { findFrozen, findSurvey } from "../surveys/queries.ts"
import type { Trustee } from "./as-trustee.ts"
import { refuseUnlessClosing } from "./hand-share.ts"
import { refuseUnproven } from "./possession.ts"
import { selectTrustees } from "./queries.ts"

/** What stands between a trustee's link and a result; tests take each away. */
export const openedGuards = { closing: refuseUnlessClosing, proven: refuseUnproven }

/**
 * Whether a trustee may bring the opened answers: the survey is being closed, a second share was handed to this seat,
 * and whoever calls can use the survey's key, which takes two shares. Asked before anything of a large body is read.
 */
export async function admitOpened(
  deps: Deps,
  trustee: Trustee,
  proof: string,
  guards = openedGuards,
): Promise<"closing" | "closed"> {
  const { organizationId, surveyId, seat } = trustee
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey?.state === "closed") return "closed"
    guards.closing(survey?.state)
    const rows = await selectTrustees(tx, organizationId, surveyId)
    if (!rows.some(({ handed_to }) => handed_to === seat)) throw new Problem("trustee.not-handed")
    const { manifest } = (await findFrozen(tx, organizationId, surveyId)) ?? {}
    if (manifest === undefined) throw new Problem("survey.unknown")
    guards.proven(deps, trustee, manifest.sealingKey, proof)
    return "closing"
  })
}

const underWay = new Set<string>()

/** One body of opened answers a survey at a time in this process: each may be as large as memory allows. */
export async function oneAtATime<T>(surveyId: string, work: () => Promise<T>): Promise<T> {
  if (underWay.has(surveyId)) throw new Problem("trustee.opening")
  underWay.add(surveyId)
  try {
    return await work()
  } finally {
    underWay.delete(surveyId)
  }
}
