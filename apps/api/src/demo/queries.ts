import type { Db, Tx } from "@throughline/db"

export async function selectLinkParts(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.invitation as invitation")
    .innerJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "invitation.organization_id")
        .onRef("person.person_id", "=", "invitation.person_id"),
    )
    .select([
      "invitation.person_id",
      "invitation.nonce",
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

/** The demo's mails are all in the outbox at once. */
export async function markMailsSent(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .updateTable("registry.invitation")
    .set({ mail_state: "sent" })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("mail_state", "=", "queued")
    .execute()
}

/** Whether there are accounts, and whether the demo's own is one of them. */
export async function findAccounts(db: Db, demoEmail: string): Promise<"none" | "demo" | "others"> {
  const users = await db.selectFrom("auth.app_user").select("email").limit(50).execute()
  if (users.length === 0) return "none"
  return users.some(({ email }) => email === demoEmail) ? "demo" : "others"
}

/** So that the demo's rates are made anew at the next look; elsewhere they stand for the day. */
export async function forgetParticipation(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .deleteFrom("app.participation")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}
