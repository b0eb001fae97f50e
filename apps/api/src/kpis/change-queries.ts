import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** The corrections of a KPI's values, the newest first, with who made them. */
export async function selectChanges(tx: Tx, organizationId: string, kpiId: string) {
  return await tx
    .selectFrom("app.kpi_change as change")
    .innerJoin("app.kpi_write as writing", (join) =>
      join
        .onRef("writing.organization_id", "=", "change.organization_id")
        .onRef("writing.number", "=", "change.number"),
    )
    .leftJoin("auth.app_user as member", "member.id", "writing.written_by")
    .leftJoin("app.api_key as key", (join) =>
      join
        .onRef("key.organization_id", "=", "writing.organization_id")
        .onRef("key.key_id", "=", "writing.key_id"),
    )
    .select([
      ...(["change.ordinal", "change.units", "change.before", "change.after"] as const),
      ...(["writing.written_at", "writing.source", "writing.file_name", "writing.undone_by"] as const),
    ])
    .select(sql<string | null>`coalesce(member.name, key.name)`.as("by"))
    .where("change.organization_id", "=", organizationId)
    .where("change.kpi_id", "=", kpiId)
    .where(sql<boolean>`octet_length(change.units) > 0`)
    .orderBy("change.number", "desc")
    .orderBy("change.ordinal")
    .execute()
}
