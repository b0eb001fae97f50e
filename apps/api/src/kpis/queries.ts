import type { KpiRole, Tx } from "@throughline/db"
import { sql } from "kysely"

/** Two that write values, KPIs or labels at once wait for each other. */
export async function lockKpis(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`kpis ${organizationId}`}))`.execute(tx)
}

/** The same without waiting: false when somebody else is writing. */
export async function tryLockKpis(tx: Tx, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${`kpis ${organizationId}`})) as got`.execute(tx)
  return rows[0]?.got ?? false
}

export interface KpiRow {
  kpi_id: string
  name: string
  key: string
  measure: string
  direction: "higher" | "lower"
  role: KpiRole
  owner: string
  period_kind: "year" | "half" | "quarter" | "month" | "week" | "day" | null
  revision: number
}

/** By name. */
export async function selectKpis(tx: Tx, organizationId: string, ids?: readonly string[]): Promise<KpiRow[]> {
  if (ids?.length === 0) return []
  return await tx
    .selectFrom("app.kpi")
    .select(["kpi_id", "name", "key", "measure", "direction", "role", "owner", "period_kind", "revision"])
    .where("organization_id", "=", organizationId)
    .$if(ids !== undefined, (all) => all.where("kpi_id", "in", ids ?? []))
    .orderBy("name")
    .orderBy("kpi_id")
    .execute()
}

export async function selectUnitRows(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.kpi_unit")
    .select(["number", "label", "key", "target", "person_id", "department", "mapped_by"])
    .where("organization_id", "=", organizationId)
    .orderBy("number")
    .execute()
}

/** First and last period of those KPIs that have values. */
export async function selectSpans(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<{ kpi_id: string; first: number; last: number }[]> {
  if (ids.length === 0) return []
  return await tx
    .selectFrom("app.kpi_values")
    .select(({ fn }) => ["kpi_id", fn.min("ordinal").as("first"), fn.max("ordinal").as("last")])
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "in", ids)
    .groupBy("kpi_id")
    .execute()
}

/** In the order of the KPIs' ids and the periods. */
export async function selectValueRows(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<{ kpi_id: string; ordinal: number; unit_values: Uint8Array }[]> {
  if (ids.length === 0) return []
  return await tx
    .selectFrom("app.kpi_values")
    .select(["kpi_id", "ordinal", "unit_values"])
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "in", ids)
    .orderBy("kpi_id")
    .orderBy("ordinal")
    .execute()
}
