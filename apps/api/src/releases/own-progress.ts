import { withOrganization } from "@throughline/db"
import type { FrozenChart } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { readParticipation } from "../surveys/participation.ts"
import type { Participation } from "../surveys/schemas.ts"
import { ownPosition, refuseLeft } from "./own-position.ts"
import { type OwnUnit, ownGroup, positionOf, subtree } from "./release-for.ts"

export interface OwnProgress {
  day: string
  firstDay: string
  groups: Participation["groups"]
  /** null for HR, who sees the whole organization. */
  own: OwnUnit | null
}

/**
 * How many have answered while a survey is open, in the day's rounded figures that HR sees: a leader gets those of the
 * own unit and of the units below. Throws release.no-team and release.left.
 */
export async function ownProgress(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseLeft,
): Promise<OwnProgress> {
  const { organizationId, role } = session
  const { day, firstDay, groups } = await readParticipation(deps, organizationId, surveyId)
  if (role === "hr") return { day, firstDay, groups, own: null }
  const part = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await refuse(tx, session)
    const position = await ownPosition(tx, session, surveyId)
    if (position === undefined) return null
    const { frozen } = await loadFrozen(tx, organizationId, surveyId)
    return groupsFor(groups, frozen, position)
  })
  if (part === null) throw new Problem("release.no-team")
  return { day, firstDay, ...part }
}

/** The groups of the own unit and the units below; all of them for whoever stands alone at the top. */
export function groupsFor(
  groups: Participation["groups"],
  chart: FrozenChart,
  position: number,
): { groups: Participation["groups"]; own: OwnUnit } | null {
  const inside = subtree(chart, position)
  if (inside === null) return null
  const own = { group: ownGroup(chart, position), name: chart.heads[position] ?? "" }
  const isWhole = own.group === "all"
  return { own, groups: groups.filter(({ id }) => isWhole || inside.has(positionOf(id))) }
}
