import type { Db, Tx } from "@throughline/db"
import { sql } from "kysely"
import { suppressAddresses } from "./address-queries.ts"
import { sentTo } from "./sent-to.ts"

type Found = "invitation" | "reminder" | undefined

/**
 * The mail never arrived, and the address it went to gets no more, unless the person has another by now: that one is
 * tried instead. The same report again changes nothing. `suppresses` is a guard that a test takes away.
 */
export async function noteHardBounce(
  tx: Tx,
  organizationId: string,
  messageId: string,
  status: string,
  suppresses: (mail: { has_same_address: boolean }) => boolean = (mail) => mail.has_same_address,
): Promise<Found> {
  const mail = await tx
    .selectFrom("registry.mail as mail")
    .leftJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "mail.organization_id")
        .onRef("person.person_id", "=", "mail.person_id"),
    )
    .select([
      "mail.wave",
      "mail.state",
      "person.email",
      sql<boolean>`coalesce(mail.sent_to = ${sentTo("mail")}, false)`.as("has_same_address"),
    ])
    .where("mail.organization_id", "=", organizationId)
    .where("mail.message_id", "=", messageId)
    .executeTakeFirst()
  if (mail === undefined) return undefined
  if (mail.wave > 0) return "reminder"
  if (mail.state === "refused" || mail.email === null) return "invitation"
  const refused = suppresses(mail) ? mail.email : null
  if (refused !== null) await suppressAddresses(tx, organizationId, [{ address: refused, status }])
  await tx
    .updateTable("registry.mail")
    .set({
      state: "refused",
      due_at: null,
      claimed_at: null,
      refused_address: refused,
      refused_status: status,
    })
    .where("organization_id", "=", organizationId)
    .where("message_id", "=", messageId)
    .execute()
  return "invitation"
}

export async function noteSoftBounce(tx: Tx, organizationId: string, messageId: string): Promise<Found> {
  const row = await tx
    .selectFrom("registry.mail")
    .select("wave")
    .where("organization_id", "=", organizationId)
    .where("message_id", "=", messageId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.wave > 0) return "reminder"
  await tx
    .updateTable("registry.mail")
    .set(({ eb }) => ({ soft_bounces: eb("soft_bounces", "+", 1) }))
    .where("organization_id", "=", organizationId)
    .where("message_id", "=", messageId)
    .execute()
  return "invitation"
}

/** Forged or foreign reports, of which nothing is kept but how many there were on the day. */
export async function countUnmatched(db: Db): Promise<void> {
  await sql`
    insert into auth.unmatched_report (day, reports) values (cast(now() at time zone 'UTC' as date), 1)
    on conflict (day) do update set reports = unmatched_report.reports + 1`.execute(db)
}
