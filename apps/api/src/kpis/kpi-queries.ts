import type { KpiRole, Tx } from "@throughline/db"
import { kpiLimits, labelKey } from "@throughline/org"
import { sql } from "kysely"
import { Problem } from "../problem.ts"

export interface KpiFields {
  name: string
  measure: string
  direction: "higher" | "lower"
  role: KpiRole
  owner: string
}

/** Throws kpis.refused when an organization would have more KPIs than a file may hold. */
export function checkCount(kpis: number): void {
  if (kpis > kpiLimits.kpis)
    throw new Problem("kpis.refused", {
      detail: `There would be ${kpis} KPIs; at most ${kpiLimits.kpis} are kept.`,
    })
}

export async function insertKpi(tx: Tx, organizationId: string, kpi: KpiFields): Promise<string> {
  const { kpi_id } = await tx
    .insertInto("app.kpi")
    .values({ organization_id: organizationId, ...kpi, key: labelKey(kpi.name) })
    .returning("kpi_id")
    .executeTakeFirstOrThrow()
  return kpi_id
}

export async function updateKpi(
  tx: Tx,
  organizationId: string,
  kpiId: string,
  fields: Partial<KpiFields>,
): Promise<boolean> {
  const key = fields.name === undefined ? {} : { key: labelKey(fields.name) }
  const { numUpdatedRows } = await tx
    .updateTable("app.kpi")
    // Which way is better changes what is said of its links: whoever keeps those has to see it.
    .set(({ eb, ref }) => ({ ...fields, ...key, revision: eb(ref("revision"), "+", 1) }))
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function isNameTaken(
  tx: Tx,
  organizationId: string,
  name: string,
  kpiId?: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("app.kpi")
    .select("kpi_id")
    .where("organization_id", "=", organizationId)
    .where("key", "=", labelKey(name))
    .executeTakeFirst()
  return row !== undefined && row.kpi_id !== kpiId
}

export async function deleteKpi(tx: Tx, organizationId: string, kpiId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("app.kpi")
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface KpiSummary {
  kpi_id: string
  periods: number
  first: number
  last: number
  values: number
  lowest: number | null
  highest: number | null
}

/** Of each KPI how many values it has, over which periods, and in which range. */
export async function selectSummaries(tx: Tx, organizationId: string): Promise<Map<string, KpiSummary>> {
  const { rows } = await sql<KpiSummary>`
    select kpi_id, count(*)::int as periods, min(ordinal) as first, max(ordinal) as last, sum(filled)::int as values,
      min(lowest) as lowest, max(highest) as highest
    from app.kpi_values where organization_id = ${organizationId} and filled > 0 group by kpi_id`.execute(tx)
  return new Map(rows.map((row) => [row.kpi_id, row]))
}
