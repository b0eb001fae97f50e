import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { isActivePerson } from "../releases/queries.ts"
import { findUnitName } from "./queries.ts"
import type { Session } from "./session.ts"

/** What the leader's unit was called in the newest survey; null for others, who has left, and before the first survey. */
export async function ownUnit(deps: Deps, session: Session, isHere = isActivePerson): Promise<string | null> {
  const { role, personId, organizationId } = session
  if (role !== "leader" || personId === null) return null
  const name = await withOrganization(deps.db, "web", organizationId, async (tx) =>
    (await isHere(tx, organizationId, personId))
      ? await findUnitName(tx, organizationId, personId)
      : undefined,
  )
  return name ?? null
}
