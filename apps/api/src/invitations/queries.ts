import type { Manifest } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import type { Language, Questionnaire } from "@throughline/instrument"
import { sql } from "kysely"

export interface NewInvitation {
  personId: string
  cohort: number
  nonce: Uint8Array
  secretHash: Uint8Array
  hasReports: boolean
  language: Language
  /** false: no mail address, so no mail will ever go. */
  reachable: boolean
}

export async function insertInvitations(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  invitations: readonly NewInvitation[],
): Promise<void> {
  for (let at = 0; at < invitations.length; at += 5000) {
    const rows = JSON.stringify(
      invitations.slice(at, at + 5000).map((invitation) => ({
        person: invitation.personId,
        cohort: invitation.cohort,
        nonce: Buffer.from(invitation.nonce).toString("hex"),
        hash: Buffer.from(invitation.secretHash).toString("hex"),
        reports: invitation.hasReports,
        language: invitation.language,
        mail: invitation.reachable ? "queued" : "none",
      })),
    )
    await sql`
      insert into registry.invitation
        (organization_id, survey_id, person_id, cohort_id, nonce, secret_hash, has_reports, language, mail_state)
      select ${organizationId}, ${surveyId}, person, cohort, decode(nonce, 'hex'), decode(hash, 'hex'), reports, language, mail
      from jsonb_to_recordset(cast(cast(${rows} as text) as jsonb)) as row (person uuid, cohort int, nonce text,
        hash text, reports boolean, language text, mail text)`.execute(tx)
  }
}

/** All that a link opens, by the hash of its secret. */
export async function findInvitation(tx: Tx, organizationId: string, hash: Uint8Array) {
  const row = await tx
    .selectFrom("registry.invitation as invitation")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "invitation.organization_id")
        .onRef("survey.survey_id", "=", "invitation.survey_id"),
    )
    .innerJoin(
      "app.organization as organization",
      "organization.organization_id",
      "invitation.organization_id",
    )
    .innerJoin("app.cohort as cohort", (join) =>
      join
        .onRef("cohort.organization_id", "=", "invitation.organization_id")
        .onRef("cohort.survey_id", "=", "invitation.survey_id")
        .onRef("cohort.cohort_id", "=", "invitation.cohort_id"),
    )
    .select([
      "organization.name as organization_name",
      "survey.survey_id",
      "survey.name as survey_name",
      "survey.state",
      "survey.closes_at",
      sql<boolean>`coalesce(survey.closes_at <= now(), false)`.as("is_late"),
      "survey.languages",
      "survey.questionnaire",
      "survey.manifest",
      "cohort.cohort_id",
      "cohort.invited",
      "invitation.has_reports",
      "invitation.language",
      "invitation.answered",
    ])
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.secret_hash", "=", hash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row,
    languages: row.languages as Language[],
    language: row.language as Language,
    questionnaire: row.questionnaire as Questionnaire,
    manifest: row.manifest as Manifest,
  }
}

/** What a mail needs; undefined unless the mail is still waiting and its survey open. */
export async function findWaitingMail(tx: Tx, organizationId: string, surveyId: string, personId: string) {
  return await tx
    .selectFrom("registry.invitation as invitation")
    .innerJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "invitation.organization_id")
        .onRef("person.person_id", "=", "invitation.person_id"),
    )
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "invitation.organization_id")
        .onRef("survey.survey_id", "=", "invitation.survey_id"),
    )
    .innerJoin(
      "app.organization as organization",
      "organization.organization_id",
      "invitation.organization_id",
    )
    .select([
      "invitation.nonce",
      "invitation.language",
      "person.name",
      "person.email",
      "survey.name as survey_name",
      "survey.k",
      "survey.closes_at",
      "organization.name as organization_name",
    ])
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.survey_id", "=", surveyId)
    .where("invitation.person_id", "=", personId)
    .where("invitation.mail_state", "=", "queued")
    .where("survey.state", "=", "open")
    .executeTakeFirst()
}

export async function updateMailState(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  personId: string,
  state: "sent" | "failed",
): Promise<void> {
  await tx
    .updateTable("registry.invitation")
    .set({ mail_state: state })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("person_id", "=", personId)
    .where("mail_state", "=", "queued")
    .execute()
}

export async function selectWaitingMails(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("registry.invitation")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("mail_state", "=", "queued")
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export async function countMails(tx: Tx, organizationId: string, surveyId: string) {
  const rows = await tx
    .selectFrom("registry.invitation")
    .select(({ fn }) => ["mail_state", fn.countAll<string | number>().as("mails")])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .groupBy("mail_state")
    .execute()
  const count = (state: string) => Number(rows.find(({ mail_state }) => mail_state === state)?.mails ?? 0)
  return { queued: count("queued"), sent: count("sent"), failed: count("failed") }
}

/** How many have answered, by cohort: whole cohorts only, which participation rounds further. */
export async function countAnswered(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom("registry.invitation")
    .select(({ fn }) => ["cohort_id", fn.countAll<string | number>().as("answered")])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("answered", "=", true)
    .groupBy("cohort_id")
    .execute()
  return new Map(rows.map(({ cohort_id, answered }) => [cohort_id, Number(answered)]))
}

/**
 * After the close nothing says any more who answered. Every invitation is written anew, in the order of its hash: a
 * change of only those who had answered would leave their rows with another transaction and another place on disk
 * (xmin, ctid) than the rest. The new nonce keeps the link from being computed again; its hash still finds "closed".
 */
export async function forgetAnswered(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await sql`
    with gone as (
      delete from registry.invitation
      where organization_id = ${organizationId} and survey_id = ${surveyId}
      returning organization_id, survey_id, person_id, cohort_id, secret_hash, has_reports, language, mail_state
    )
    insert into registry.invitation
      (organization_id, survey_id, person_id, cohort_id, nonce, secret_hash, has_reports, language, mail_state, answered)
    select organization_id, survey_id, person_id, cohort_id, uuid_send(gen_random_uuid()), secret_hash, has_reports,
      language, mail_state, false
    from gone
    order by secret_hash`.execute(tx)
}
