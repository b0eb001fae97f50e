import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { findPosition } from "./queries.ts"
import { readRelease } from "./read-release.ts"
import { type LeaderRelease, releaseFor } from "./release-for.ts"
import type { StoredRelease } from "./stored-release.ts"

/**
 * The newest release of a survey as the caller may see it: all of it for HR and analysts, the own unit for a leader.
 * Where the leader stood is told by the chart which that survey froze, not by today's. Throws release.no-team when
 * nobody stood below then.
 */
export async function readReleaseAs(
  deps: Deps,
  { organizationId, role, personId }: Session,
  surveyId: string,
): Promise<StoredRelease | LeaderRelease> {
  const release = await readRelease(deps, organizationId, surveyId)
  if (role === "hr" || role === "analyst") return release
  const part = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const position = personId === null ? undefined : await findPosition(tx, organizationId, surveyId, personId)
    if (position === undefined) return null
    const { frozen } = await loadFrozen(tx, organizationId, surveyId)
    return releaseFor(release, frozen, position)
  })
  if (part === null) throw new Problem("release.no-team")
  return part
}
