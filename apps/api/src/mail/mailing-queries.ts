import type { MailState, Tx } from "@throughline/db"
import { askedOf, type Instrument } from "@throughline/instrument"
import { sql } from "kysely"
import { sentTo } from "./sent-to.ts"

/** All that the texts of a survey's mails need. */
export async function findMailing(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.survey as survey")
    .innerJoin("app.organization as organization", "organization.organization_id", "survey.organization_id")
    .select([
      "survey.name",
      "survey.k",
      "survey.closes_at",
      "survey.reminder_days",
      "survey.words",
      "organization.name as organization_name",
      "organization.time_zone",
      // Frozen at the launch: no change reaches the links of an open survey.
      sql<
        string | null
      >`case survey.state when 'draft' then organization.link_base else survey.link_base end`.as("link_base"),
    ])
    .where("survey.organization_id", "=", organizationId)
    .where("survey.survey_id", "=", surveyId)
    .executeTakeFirst()
}

/** What the frozen questionnaire is like, for promise and mails; undefined of a draft. */
export async function findAsked(tx: Tx, organizationId: string, surveyId: string) {
  const { rows } = await sql<{ instrument: Instrument | null }>`
    select questionnaire->'instrument' as instrument from app.survey
    where organization_id = ${organizationId} and survey_id = ${surveyId}`.execute(tx)
  const instrument = rows[0]?.instrument ?? undefined
  return instrument && askedOf(instrument)
}

/** Days on which reminders went out, and the last before the close. All that is ever said of them. */
export async function selectWaves(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.reminder_wave")
    .select(["wave", "due_on", "is_last"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("wave")
    .execute()
}

/** The persons of claimed mails, with what decides whether a reminder goes. */
export async function selectReceivers(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  personIds: readonly string[],
) {
  // Look-ups by key and no joins: of a table that was filled a moment ago the planner knows nothing yet, and would read
  // all of it for each of them.
  return await tx
    .selectFrom("registry.invitation as invitation")
    .select([
      "invitation.person_id",
      "invitation.nonce",
      "invitation.printed",
      "invitation.language",
      sql<boolean>`invitation.signed_message is not null`.as("is_signed"),
      sql<boolean>`coalesce(${ofPerson("active")}, false)`.as("is_there"),
      "invitation.reminders_stopped",
      "invitation.stop_hash",
      sql<MailState | null>`(select state from registry.mail where mail.organization_id = invitation.organization_id
        and mail.survey_id = invitation.survey_id and mail.wave = 0 and mail.person_id = invitation.person_id)`.as(
        "invitation_state",
      ),
      sql<boolean>`coalesce((select sent_to from registry.mail where mail.organization_id = invitation.organization_id
        and mail.survey_id = invitation.survey_id and mail.wave = 0 and mail.person_id = invitation.person_id)
        = ${sentTo("invitation")}, false)`.as("has_same_address"),
      sql<string | null>`${ofPerson("name")}`.as("name"),
      sql<string | null>`${ofPerson("email")}`.as("email"),
      sql<string | null>`(select status from registry.suppressed_address as suppressed
        where suppressed.organization_id = invitation.organization_id
          and suppressed.address = lower(${ofPerson("email")}))`.as("suppressed_status"),
    ])
    .where("invitation.organization_id", "=", organizationId)
    .where("invitation.survey_id", "=", surveyId)
    .where("invitation.person_id", "in", [...personIds])
    .execute()
}

const ofPerson = (column: "name" | "email" | "active") => sql`(select ${sql.ref(column)} from registry.person
  where person.organization_id = invitation.organization_id and person.person_id = invitation.person_id)`

/** Open surveys with reminder days, and what their days are reckoned from. */
export async function selectReminderPlans(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.survey as survey")
    .innerJoin("app.organization as organization", "organization.organization_id", "survey.organization_id")
    .select([
      "survey.survey_id",
      "survey.closes_at",
      "survey.launched_at",
      "survey.reminder_days",
      "organization.time_zone",
      sql<Date>`now()`.as("now"),
      sql<Date | null>`(select max(began_at) from app.reminder_wave as wave
        where wave.organization_id = survey.organization_id and wave.survey_id = survey.survey_id)`.as(
        "last_began_at",
      ),
    ])
    .where("survey.organization_id", "=", organizationId)
    .where("survey.state", "=", "open")
    .where(sql<boolean>`survey.closes_at > now() and cardinality(survey.reminder_days) > 0`)
    .execute()
}

/**
 * Queues a reminder for everybody who is invited, all alike, whether they have answered or not: who gets one is decided
 * when it is sent. Does nothing when the day's wave is there already.
 */
export async function insertReminderWave(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  day: { dueOn: string; isLast: boolean },
): Promise<void> {
  await sql`
    with begun as (
      insert into app.reminder_wave (organization_id, survey_id, wave, due_on, is_last)
      select ${organizationId}, ${surveyId}, 1 + count(*), cast(${day.dueOn} as date), cast(${day.isLast} as boolean)
      from app.reminder_wave where organization_id = ${organizationId} and survey_id = ${surveyId}
      on conflict do nothing
      returning wave
    )
    insert into registry.mail (organization_id, survey_id, wave, person_id, state, due_at)
    select organization_id, survey_id, begun.wave, person_id, 'queued', now()
    from registry.invitation, begun
    where organization_id = ${organizationId} and survey_id = ${surveyId}
    order by secret_hash`.execute(tx)
}
