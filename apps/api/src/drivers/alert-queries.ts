import type { Tx } from "@throughline/db"
import { sql } from "kysely"

export async function selectAlerts(tx: Tx, organizationId: string, driverId: string) {
  return await tx
    .selectFrom("app.driver_alert")
    .select(["period", "name", "subject", "paragraphs", "made_at", "sent_at"])
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .orderBy("made_at")
    .execute()
}

export async function hasAlert(
  tx: Tx,
  organizationId: string,
  driverId: string,
  period: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("app.driver_alert")
    .select("number")
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .where("period", "=", period)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAlert(
  tx: Tx,
  alert: {
    organization_id: string
    driver_id: string
    period: string
    number: number
    receiver_id: string
    name: string
    subject: string
    paragraphs: string[]
    message_id: string
    made_at: Date
  },
): Promise<void> {
  await tx
    .insertInto("app.driver_alert")
    .values(alert)
    .onConflict((same) => same.columns(["organization_id", "driver_id", "period"]).doNothing())
    .execute()
}

/** A process that took an alert and did not come back has lost it by then. */
const LOST = sql<Date>`clock_timestamp() - interval '10 minutes'`

/**
 * Takes the alerts that wait, each with the account address of its receiver, so that no other process sends them too.
 * Whoever left, or became an operator, gets none.
 */
export async function claimAlerts(tx: Tx, organizationId: string) {
  const claimed = await tx
    .updateTable("app.driver_alert")
    .set({ claimed_at: sql<Date>`clock_timestamp()` })
    .where("organization_id", "=", organizationId)
    .where("sent_at", "is", null)
    .where(({ eb, or }) => or([eb("claimed_at", "is", null), eb("claimed_at", "<", LOST)]))
    .where("receiver_id", "in", (members) =>
      members
        .selectFrom("app.member")
        .select("user_id")
        .where("organization_id", "=", organizationId)
        .where("role", "<>", "operator"),
    )
    .returning(["driver_id", "period", "receiver_id", "name", "subject", "paragraphs", "message_id"])
    .execute()
  if (claimed.length === 0) return []
  const accounts = await tx
    .selectFrom("auth.app_user")
    .select(["id", "email"])
    .where("organizationId", "=", organizationId)
    .where(
      "id",
      "in",
      claimed.map(({ receiver_id }) => receiver_id),
    )
    .execute()
  const addresses = new Map(accounts.map(({ id, email }) => [id, email]))
  return claimed.flatMap((alert) => {
    const address = addresses.get(alert.receiver_id)
    return address === undefined ? [] : [{ ...alert, address }]
  })
}

/** Sent; or, when the mail server did not take it, free to be tried again. */
export async function settleAlert(
  tx: Tx,
  organizationId: string,
  { driverId, period }: { driverId: string; period: string },
  sentAt: Date | null,
): Promise<void> {
  await tx
    .updateTable("app.driver_alert")
    .set({ sent_at: sentAt, claimed_at: null })
    .where("organization_id", "=", organizationId)
    .where("driver_id", "=", driverId)
    .where("period", "=", period)
    .execute()
}
