import type { Tx } from "@throughline/db"
import type { Language, Questionnaire } from "@throughline/instrument"
import { sql } from "kysely"

export interface NewInvitation {
  personId: string
  cohort: number
  nonce: Uint8Array
  secretHash: Uint8Array
  stopHash: Uint8Array
  /** The secret is a code that can be typed. */
  printed: boolean
  hasReports: boolean
  language: Language
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
        stop: Buffer.from(invitation.stopHash).toString("hex"),
        printed: invitation.printed,
      })),
    )
    await sql`
      insert into registry.invitation
        (organization_id, survey_id, person_id, cohort_id, nonce, secret_hash, has_reports, language, stop_hash, printed)
      select ${organizationId}, ${surveyId}, person, cohort, decode(nonce, 'hex'), decode(hash, 'hex'), reports, language,
        decode(stop, 'hex'), printed
      from jsonb_to_recordset(cast(cast(${rows} as text) as jsonb)) as row (person uuid, cohort int, nonce text,
        hash text, reports boolean, language text, stop text, printed boolean)`.execute(tx)
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
    .select([
      "organization.name as organization_name",
      "survey.survey_id",
      "survey.name as survey_name",
      "survey.state",
      "survey.closes_at",
      sql<boolean>`coalesce(survey.closes_at <= now(), false)`.as("is_late"),
      "survey.languages",
      "survey.questionnaire",
      "invitation.cohort_id",
      "invitation.has_reports",
      "invitation.language",
      "invitation.printed",
      sql<boolean>`invitation.signed_message is not null`.as("is_signed"),
      sql<boolean>`exists (select from registry.person where person.organization_id = invitation.organization_id
        and person.person_id = invitation.person_id and person.active)`.as("is_there"),
    ])
    .leftJoin("registry.frozen_person as frozen", (join) =>
      join
        .onRef("frozen.organization_id", "=", "invitation.organization_id")
        .onRef("frozen.survey_id", "=", "invitation.survey_id")
        .onRef("frozen.person_id", "=", "invitation.person_id"),
    )
    .select("frozen.attribute")
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.secret_hash", "=", hash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row,
    languages: row.languages as Language[],
    language: row.language as Language,
    questionnaire: row.questionnaire as Questionnaire,
  }
}

/**
 * How many have got their signature, by cohort: whole cohorts only, which participation rounds further. Whoever will
 * not take part has got one as well.
 */
export async function countSigned(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom("registry.invitation")
    .select(({ fn }) => ["cohort_id", fn.countAll<string | number>().as("signed")])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("signed_message", "is not", null)
    .groupBy("cohort_id")
    .execute()
  return new Map(rows.map(({ cohort_id, signed }) => [cohort_id, Number(signed)]))
}

/**
 * After the close nothing says any more who got a signature. Every invitation is written anew, in the order of its hash: a
 * change of only those who had one would leave their rows with another transaction and another place on disk
 * (xmin, ctid) than the rest. The new nonce keeps the link from being computed again; its hash still finds "closed".
 * Who stopped reminders, the reminders themselves, and where invitations went are forgotten with it.
 */
export async function forgetSigned(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await sql`
    with gone as (
      delete from registry.invitation
      where organization_id = ${organizationId} and survey_id = ${surveyId}
      returning organization_id, survey_id, person_id, cohort_id, secret_hash, has_reports, language, printed, stop_hash
    )
    insert into registry.invitation (organization_id, survey_id, person_id, cohort_id, nonce, secret_hash, has_reports,
      language, printed, stop_hash, signed_message, reminders_stopped)
    select organization_id, survey_id, person_id, cohort_id, uuid_send(gen_random_uuid()), secret_hash, has_reports,
      language, printed, stop_hash, null, false
    from gone
    order by secret_hash`.execute(tx)
  await tx
    .deleteFrom("registry.mail")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("wave", ">", 0)
    .execute()
  await tx
    .updateTable("registry.mail")
    .set({ sent_to: null })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** False: there is no such token. A survey that is not open keeps nothing of who wanted what. */
export async function updateRemindersStopped(
  tx: Tx,
  organizationId: string,
  stopHash: Uint8Array,
): Promise<boolean> {
  const { rows } = await sql`
    with known as (
      select survey_id, person_id, survey.state = 'open' as is_open
      from registry.invitation join app.survey using (organization_id, survey_id)
      where invitation.organization_id = ${organizationId} and invitation.stop_hash = ${stopHash}
    ), stopped as (
      update registry.invitation set reminders_stopped = true
      from known
      where invitation.organization_id = ${organizationId} and invitation.survey_id = known.survey_id
        and invitation.person_id = known.person_id and known.is_open
    )
    select 1 from known`.execute(tx)
  return rows.length > 0
}
