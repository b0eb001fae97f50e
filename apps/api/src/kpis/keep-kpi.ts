import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { checkCount, deleteKpi, insertKpi, isNameTaken, type KpiFields, updateKpi } from "./kpi-queries.ts"
import { lockKpis, selectKpis } from "./queries.ts"

/** Throws kpi.taken, and kpis.refused when there are too many. */
export async function addKpi(deps: Deps, { organizationId }: Session, fields: KpiFields): Promise<string> {
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    if (await isNameTaken(tx, organizationId, fields.name)) throw new Problem("kpi.taken")
    checkCount((await selectKpis(tx, organizationId)).length + 1)
    return await insertKpi(tx, organizationId, fields)
  })
}

/** Throws kpi.unknown and kpi.taken. */
export async function changeKpi(
  deps: Deps,
  { organizationId }: Session,
  kpiId: string,
  fields: Partial<KpiFields>,
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    if (fields.name !== undefined && (await isNameTaken(tx, organizationId, fields.name, kpiId)))
      throw new Problem("kpi.taken")
    if (!(await updateKpi(tx, organizationId, kpiId, fields))) throw new Problem("kpi.unknown")
  })
}

/** Takes a KPI away, with its values and their history. Throws kpi.unknown, and kpi.in-use while a driver is made of it. */
export async function removeKpi(deps: Deps, { organizationId }: Session, kpiId: string): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    const driver = await tx
      .selectFrom("app.driver")
      .select("driver_id")
      .where("organization_id", "=", organizationId)
      .where((where) =>
        where.or(
          (["indicator_id", "outcome_id", "plan_id"] as const).map((column) => where(column, "=", kpiId)),
        ),
      )
      .limit(1)
      .executeTakeFirst()
    if (driver !== undefined) throw new Problem("kpi.in-use")
    if (!(await deleteKpi(tx, organizationId, kpiId))) throw new Problem("kpi.unknown")
  })
}
