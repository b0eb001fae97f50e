import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** The last file of values that was not taken back. */
export async function findLastFile(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.kpi_write")
    .select(["number", "file_name", "written_at", "added", "corrected"])
    .where("organization_id", "=", organizationId)
    .where("source", "=", "file")
    .where("undone_by", "is", null)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst()
}

/** Whether a later writing, itself not taken back, changed a period of a KPI that this one changed. */
export async function hasLaterChanges(tx: Tx, organizationId: string, number: number): Promise<boolean> {
  const { rows } = await sql<{ later: boolean }>`
    select exists (
      select from app.kpi_change as later
      join app.kpi_write as writing
        on writing.organization_id = later.organization_id and writing.number = later.number and writing.undone_by is null
      join app.kpi_change as own
        on own.organization_id = later.organization_id and own.kpi_id = later.kpi_id and own.ordinal = later.ordinal
      where later.organization_id = ${organizationId} and own.number = ${number} and later.number > ${number}
    ) as later`.execute(tx)
  return rows[0]?.later ?? true
}

export async function markUndone(tx: Tx, organizationId: string, number: number, by: number): Promise<void> {
  await tx
    .updateTable("app.kpi_write")
    .set({ undone_by: by })
    .where("organization_id", "=", organizationId)
    .where("number", "=", number)
    .execute()
}

export async function selectChangesOf(tx: Tx, organizationId: string, number: number) {
  return await tx
    .selectFrom("app.kpi_change as change")
    .innerJoin("app.kpi as kpi", (join) =>
      join
        .onRef("kpi.organization_id", "=", "change.organization_id")
        .onRef("kpi.kpi_id", "=", "change.kpi_id"),
    )
    .select([
      ...(["change.kpi_id", "change.ordinal", "change.is_new", "change.added", "change.units"] as const),
      ...(["change.before", "kpi.period_kind"] as const),
    ])
    .where("change.organization_id", "=", organizationId)
    .where("change.number", "=", number)
    .execute()
}
