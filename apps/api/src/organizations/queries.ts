import { jsonb, type Tx } from "@throughline/db"
import type { StrategyWords } from "@throughline/instrument"
import { insertCode } from "../invitations/code-queries.ts"

export async function insertOrganization(tx: Tx, organizationId: string, name: string): Promise<void> {
  await tx.insertInto("app.organization").values({ organization_id: organizationId, name }).execute()
  await insertCode(tx, organizationId)
}

/** The organization as its own people see it. */
export interface Organization {
  name: string
  /** IANA name. */
  timeZone: string
  /** False while nobody has looked at the time zone. */
  timeZoneChosen: boolean
  words: StrategyWords | null
}

export async function findOrganization(tx: Tx, organizationId: string): Promise<Organization> {
  const row = await tx
    .selectFrom("app.organization")
    .select(["name", "time_zone", "time_zone_chosen", "words"])
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    timeZone: row.time_zone,
    timeZoneChosen: row.time_zone_chosen,
    words: row.words as StrategyWords | null,
  }
}

export async function updateSettings(
  tx: Tx,
  organizationId: string,
  settings: { name: string; timeZone: string },
): Promise<void> {
  await tx
    .updateTable("app.organization")
    .set({ name: settings.name, time_zone: settings.timeZone, time_zone_chosen: true })
    .where("organization_id", "=", organizationId)
    .execute()
}

/** Leaves a time zone that somebody has chosen as it is. */
export async function updateUnchosenTimeZone(
  tx: Tx,
  organizationId: string,
  timeZone: string,
): Promise<void> {
  await tx
    .updateTable("app.organization")
    .set({ time_zone: timeZone, time_zone_chosen: true })
    .where("organization_id", "=", organizationId)
    .where("time_zone_chosen", "=", false)
    .execute()
}

export async function updateWords(tx: Tx, organizationId: string, words: StrategyWords): Promise<void> {
  await tx
    .updateTable("app.organization")
    .set({ words: jsonb<unknown>(words) })
    .where("organization_id", "=", organizationId)
    .execute()
}
