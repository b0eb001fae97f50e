import type { KpiPeriodKind, Tx } from "@throughline/db"
import { sql } from "kysely"

export interface StoredRow {
  kpi_id: string
  ordinal: number
  unit_values: Uint8Array
  filled: number
  lowest: number | null
  highest: number | null
}

export interface ChangeRow {
  kpi_id: string
  ordinal: number
  is_new: boolean
  added: Uint8Array
  units: Uint8Array
  before: Uint8Array
  after: Uint8Array
}

export interface NewWrite {
  number: number
  source: "file" | "key" | "keeper" | "undo"
  file_name: string | null
  written_by: string | null
  key_id: string | null
  written_at: Date
  added: number
  corrected: number
}

export async function nextWriteNumber(tx: Tx, organizationId: string): Promise<number> {
  const { last } = await tx
    .selectFrom("app.kpi_write")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export async function insertWrite(tx: Tx, organizationId: string, write: NewWrite): Promise<void> {
  await tx
    .insertInto("app.kpi_write")
    .values({ organization_id: organizationId, ...write })
    .execute()
}

export async function selectPeriodRows(
  tx: Tx,
  organizationId: string,
  kpiId: string,
  ordinals: readonly number[],
) {
  return await tx
    .selectFrom("app.kpi_values")
    .select(["ordinal", "unit_values"])
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .where(sql<boolean>`ordinal = any(${sql.val(`{${ordinals.join(",")}}`)}::int[])`)
    .execute()
}

export async function putValueRows(
  tx: Tx,
  organizationId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto("app.kpi_values")
    .values(rows.map((row) => ({ organization_id: organizationId, ...row })))
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "kpi_id", "ordinal"]).doUpdateSet(({ ref }) => ({
        unit_values: ref("excluded.unit_values"),
        filled: ref("excluded.filled"),
        lowest: ref("excluded.lowest"),
        highest: ref("excluded.highest"),
      })),
    )
    .execute()
}

export async function deleteValueRow(
  tx: Tx,
  organizationId: string,
  kpiId: string,
  ordinal: number,
): Promise<void> {
  await tx
    .deleteFrom("app.kpi_values")
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .where("ordinal", "=", ordinal)
    .execute()
}

export async function insertChangeRows(
  tx: Tx,
  organizationId: string,
  number: number,
  rows: readonly ChangeRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto("app.kpi_change")
    .values(rows.map((row) => ({ organization_id: organizationId, number, ...row })))
    .execute()
}

/** Counts the writing, and keeps which kind of period the KPI has. */
export async function touchKpi(
  tx: Tx,
  organizationId: string,
  kpiId: string,
  kind: KpiPeriodKind | null,
): Promise<void> {
  await tx
    .updateTable("app.kpi")
    .set(({ eb, ref }) => ({ period_kind: kind, revision: eb(ref("revision"), "+", 1) }))
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .execute()
}
