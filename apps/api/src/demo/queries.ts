import type { Db, Tx } from "@throughline/db"
import { sentTo } from "../mail/sent-to.ts"
import { deleteMember } from "../members/queries.ts"

export async function selectLinkParts(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.invitation as invitation")
    .innerJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "invitation.organization_id")
        .onRef("person.person_id", "=", "invitation.person_id"),
    )
    .innerJoin("registry.mail as mail", (join) =>
      join
        .onRef("mail.organization_id", "=", "invitation.organization_id")
        .onRef("mail.survey_id", "=", "invitation.survey_id")
        .onRef("mail.person_id", "=", "invitation.person_id")
        .on("mail.wave", "=", 0),
    )
    .select([
      "invitation.person_id",
      "invitation.nonce",
      "invitation.printed",
      "invitation.stop_hash",
      "mail.message_id",
      "invitation.language",
      "invitation.cohort_id",
      "invitation.has_reports",
      "person.source_id",
      "person.name",
      "person.email",
    ])
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.survey_id", "=", surveyId)
    .orderBy("person.source_id")
    .execute()
}

/** As if each of them had got a signature; answers of whom, as some may have got a real one meanwhile. */
export async function markSigned(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .updateTable("registry.invitation")
    .set(({ fn }) => ({
      signed_message: fn<Uint8Array>("sha256", [fn("uuid_send", [fn("gen_random_uuid")])]),
    }))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("person_id", "in", [...personIds])
    .where("signed_message", "is", null)
    .returning("person_id")
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The demo's mails are all in the outbox at once. */
export async function markMailsSent(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .updateTable("registry.mail")
    .set({ state: "sent", due_at: null, sent_to: sentTo("mail") })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "queued")
    .execute()
}

/**
 * The demo's own accounts that are there and their organization, and whether there is an account of any other
 * organization. Whom visitors invite into the demo's own are not others.
 */
export async function findAccounts(
  db: Db,
  demoEmails: readonly string[],
): Promise<{ organizationId: string | undefined; demo: Set<string>; others: boolean }> {
  const users = db.selectFrom("auth.app_user").select(["email", "organizationId"])
  const demo = await users.where("email", "in", [...demoEmails]).execute()
  const organizationId = demo[0]?.organizationId ?? undefined
  const foreign =
    organizationId === undefined
      ? users
      : users.where((where) =>
          where.or([where("organizationId", "is", null), where("organizationId", "<>", organizationId)]),
        )
  const other = await foreign.limit(1).executeTakeFirst()
  return { organizationId, demo: new Set(demo.map(({ email }) => email)), others: other !== undefined }
}

/** The accounts of a demo that was interrupted before it could be used. */
export async function deleteAccounts(
  tx: Tx,
  organizationId: string,
  emails: readonly string[],
): Promise<void> {
  const users = await tx
    .selectFrom("auth.app_user")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("email", "in", [...emails])
    .execute()
  for (const { id } of users) await deleteMember(tx, organizationId, id)
}

/** So that the demo's rates are made anew at the next look; elsewhere they stand for the day. */
export async function forgetParticipation(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .deleteFrom("app.participation")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** The demo's surveys are older than the demo. */
export async function backdateLaunch(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  launchedAt: Date,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({ launched_at: launchedAt })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** The demo's own members of HR were so before its surveys; whom a visitor invites was not. */
export async function backdateHr(
  tx: Tx,
  organizationId: string,
  emails: readonly string[],
  since: Date,
): Promise<void> {
  await tx
    .updateTable("app.member")
    .set({ hr_since: since })
    .where("organization_id", "=", organizationId)
    .where("role", "=", "hr")
    .where("user_id", "in", (from) =>
      from
        .selectFrom("auth.app_user")
        .select("id")
        .where("email", "in", [...emails]),
    )
    .execute()
}
