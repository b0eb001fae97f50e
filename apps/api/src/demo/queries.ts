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

/** The organization of the demo's own account, and whether there is any other account. */
export async function findAccounts(
  db: Db,
  demoEmail: string,
): Promise<{ demo: string | undefined; others: boolean }> {
  const users = db.selectFrom("auth.app_user").select(["email", "organizationId"])
  const demo = await users.where("email", "=", demoEmail).executeTakeFirst()
  const other = await users.where("email", "<>", demoEmail).limit(1).executeTakeFirst()
  return { demo: demo?.organizationId ?? undefined, others: other !== undefined }
}

/** So that the demo's rates are made anew at the next look; elsewhere they stand for the day. */
export async function forgetParticipation(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .deleteFrom("app.participation")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}
