import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findUnitName } from "./queries.ts"
import type { Session } from "./session.ts"

/** What the leader's unit was called in the newest survey; null for others, and before the first survey. */
export async function ownUnit(deps: Deps, session: Session): Promise<string | null> {
  const { role, personId, organizationId } = session
  if (role !== "leader" || personId === null) return null
  const name = await withOrganization(deps.db, "web", organizationId, (tx) =>
    findUnitName(tx, organizationId, personId),
  )
  return name ?? null
}
