import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { selectKpis } from "../kpis/queries.ts"
import { selectMembers } from "../members/queries.ts"
import { Problem } from "../problem.ts"
import { deleteDriver, insertDriver, selectDrivers, updateDriver } from "./queries.ts"
import type { DriverChange, NewDriver } from "./schemas.ts"

/** Throws driver.kpi, driver.member. */
export async function createDriver(deps: Deps, session: Session, given: NewDriver): Promise<string> {
  const { organizationId } = session
  const { indicator, outcome, plan, keeper, receiver, ...rest } = given
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await refuseKpis(tx, organizationId, { indicator, outcome, plan })
    await refuseMembers(tx, organizationId, [keeper, receiver])
    return await insertDriver(tx, organizationId, {
      ...{ ...rest, indicator_id: indicator, outcome_id: outcome, plan_id: plan },
      ...{ keeper_id: keeper, receiver_id: receiver, created_at: deps.now() },
    })
  })
}

/** Throws driver.unknown, driver.kpi, driver.member. */
export async function changeDriver(
  deps: Deps,
  session: Session,
  driverId: string,
  { plan, keeper, receiver, ...rest }: DriverChange,
): Promise<void> {
  const { organizationId } = session
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const [row] = await selectDrivers(tx, organizationId, { driverId })
    if (row === undefined) throw new Problem("driver.unknown")
    if (plan !== undefined) {
      const kpis = { indicator: row.indicator_id, outcome: row.outcome_id, plan }
      await refuseKpis(tx, organizationId, kpis)
    }
    await refuseMembers(tx, organizationId, [keeper ?? null, receiver ?? null])
    const { name, target, deadline, active } = rest
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(plan === undefined ? {} : { plan_id: plan }),
      ...(target === undefined ? {} : { target }),
      ...(deadline === undefined ? {} : { deadline }),
      ...(keeper === undefined ? {} : { keeper_id: keeper }),
      ...(receiver === undefined ? {} : { receiver_id: receiver }),
      ...(active === undefined ? {} : { active }),
    }
    if (Object.keys(change).length > 0) await updateDriver(tx, organizationId, driverId, change)
  })
}

/** With all that it foretold. Throws driver.unknown. */
export async function removeDriver(deps: Deps, { organizationId }: Session, driverId: string): Promise<void> {
  const gone = await withOrganization(deps.db, "web", organizationId, (tx) =>
    deleteDriver(tx, organizationId, driverId),
  )
  if (!gone) throw new Problem("driver.unknown")
}

/** Three KPIs of this organization, none of them twice, and their periods of one kind as far as they have any. */
async function refuseKpis(
  tx: Tx,
  organizationId: string,
  { indicator, outcome, plan }: { indicator: string; outcome: string; plan: string | null },
): Promise<void> {
  const ids = [indicator, outcome, ...(plan === null ? [] : [plan])]
  const known = await selectKpis(tx, organizationId, ids)
  const kinds = new Set(known.map(({ period_kind }) => period_kind).filter((kind) => kind !== null))
  if (known.length !== ids.length || kinds.size > 1) throw new Problem("driver.kpi")
}

/** Whoever keeps a driver or hears of it works with it; operators do not. */
async function refuseMembers(tx: Tx, organizationId: string, ids: readonly (string | null)[]): Promise<void> {
  const members = await selectMembers(tx, organizationId)
  const isFit = (id: string) => members.some(({ user_id, role }) => user_id === id && role !== "operator")
  if (ids.some((id) => id !== null && !isFit(id))) throw new Problem("driver.member")
}
