import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { findTimeZone } from "../members/queries.ts"
import { loadDriverData } from "./driver-data.ts"
import { inHandOf } from "./in-hand.ts"
import { selectDrivers, selectNewestPredictions } from "./queries.ts"
import type { DriverList } from "./schemas.ts"
import { tellBrief, todayIn } from "./tell-brief.ts"

/** The drivers the caller may see. */
export function listDrivers(deps: Deps, session: Session, inHand = inHandOf): Promise<DriverList> {
  const { organizationId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const today = todayIn(await findTimeZone(tx, organizationId), deps.now())
    const newest = await selectNewestPredictions(tx, organizationId)
    const drivers: DriverList["drivers"] = []
    for (const row of await selectDrivers(tx, organizationId, { inHand: inHand(session) })) {
      const data = await loadDriverData(tx, organizationId, row)
      drivers.push(tellBrief(session, row, data, { newest: newest.get(row.driver_id), today }))
    }
    return { drivers }
  })
}
