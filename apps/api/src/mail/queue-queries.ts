import type { MailState, Tx } from "@throughline/db"
import { sql } from "kysely"
import { sentTo } from "./sent-to.ts"

/** A mail that this process has claimed and nobody else will send meanwhile. */
export interface ClaimedMail {
  wave: number
  person_id: string
  attempt: number
  deferrals: number
  copies: number
  message_id: string
}

/** What becomes of a claimed mail. */
export interface SettledMail {
  wave: number
  person: string
  attempt: number
  state: Exclude<MailState, "sending">
  /** Seconds until it may be tried again; null: it is not to be tried. */
  wait: number | null
  deferrals: number
  copies: number
  refusedAddress: string | null
  refusedStatus: string | null
}

/**
 * Everybody's invitation, due at a random moment of the survey's spread; none to those who cannot be reached. What
 * their links begin with is frozen with them.
 */
export async function insertInvitationMails(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await sql`
    update app.survey set link_base = (select link_base from app.organization where organization_id = ${organizationId})
    where organization_id = ${organizationId} and survey_id = ${surveyId}`.execute(tx)
  await sql`
    insert into registry.mail
      (organization_id, survey_id, wave, person_id, state, due_at, refused_address, refused_status)
    select invitation.organization_id, invitation.survey_id, 0, invitation.person_id,
      case when person.email is null then 'none' when suppressed.address is not null then 'refused' else 'queued' end,
      case when person.email is not null and suppressed.address is null
        then now() + random() * survey.mail_spread_minutes * interval '1 minute' end,
      suppressed.address, suppressed.status
    from registry.invitation
    join app.survey using (organization_id, survey_id)
    join registry.person using (organization_id, person_id)
    left join registry.suppressed_address as suppressed
      on suppressed.organization_id = person.organization_id and suppressed.address = lower(person.email)
    where invitation.organization_id = ${organizationId} and invitation.survey_id = ${surveyId}
    order by invitation.secret_hash`.execute(tx)
}

/** Where a mail goes, "" for nowhere; looked up for each mail that comes into question, and no other. */
const domainOfMail = sql`coalesce((
  select split_part(lower(person.email), '@', 2) from registry.person
  where person.organization_id = mail.organization_id and person.person_id = mail.person_id), '')`

/**
 * Claims mails that are due, for this process alone: whoever asks at the same time gets others. To be committed
 * before anything is sent. Nothing is claimed of a survey that is not open.
 */
export async function claimMails(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  { limit, barred }: { limit: number; barred: readonly string[] },
): Promise<ClaimedMail[]> {
  // Written so that the index of due mails is walked from its beginning, whatever the planner knows of the table.
  const { rows } = await sql<ClaimedMail>`
    update registry.mail set state = 'sending', claimed_at = now(), attempt = attempt + 1,
      -- Of an invitation that may have arrived already the first address stays.
      sent_to = case when mail.wave > 0 then null when mail.copies > 0 then mail.sent_to else ${sentTo("mail")} end
    where mail.ctid = any (array(
      select mail.ctid
      from registry.mail
      where mail.organization_id = ${organizationId} and mail.survey_id = ${surveyId}
        and mail.state in ('queued', 'deferred') and mail.due_at <= now()
        and (select state = 'open' and closes_at > now() from app.survey
          where organization_id = ${organizationId} and survey_id = ${surveyId})
        ${barred.length === 0 ? sql`` : sql`and ${domainOfMail} not in (${sql.join(barred)})`}
      order by mail.due_at
      limit ${limit}
      for update of mail skip locked))
    returning mail.wave, mail.person_id, attempt, deferrals, copies, message_id`.execute(tx)
  return rows
}

/** Settles what is still claimed as it was; whose claim was taken away meanwhile changes nothing. */
export async function settleMails(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  mails: readonly SettledMail[],
): Promise<void> {
  if (mails.length === 0) return
  await sql`
    update registry.mail set state = row.state, due_at = now() + row.wait * interval '1 second', claimed_at = null,
      deferrals = row.deferrals, copies = row.copies, refused_address = row."refusedAddress",
      refused_status = row."refusedStatus",
      -- Reminders that are over look alike, whatever it took.
      attempt = case when mail.wave > 0 and row.state = 'sent' then 0 else mail.attempt end
    from (
      select *, (select ctid from registry.mail where mail.organization_id = ${organizationId}
        and mail.survey_id = ${surveyId} and mail.wave = given.wave and mail.person_id = given.person) as place
      from jsonb_to_recordset(cast(cast(${JSON.stringify(mails)} as text) as jsonb)) as given (wave int, person uuid,
        attempt int, state text, wait double precision, deferrals int, copies int, "refusedAddress" text,
        "refusedStatus" text)
    ) as row
    where mail.ctid = row.place and mail.attempt = row.attempt and mail.state = 'sending'`.execute(tx)
}

/**
 * Mails whose process is gone: nobody knows whether they went. An invitation is sent once more, with the same
 * Message-ID, and counted; a reminder is not.
 */
export async function freeLostMails(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  leaseSeconds: number,
): Promise<void> {
  await sql`
    update registry.mail set claimed_at = null, deferrals = case when wave = 0 then deferrals else 0 end,
      state = case when wave > 0 then 'sent' when copies = 0 then 'deferred' else 'unsure' end,
      due_at = case when wave = 0 and copies = 0 then now() end,
      copies = case when wave > 0 then 0 when copies = 0 then 1 else copies end,
      attempt = case when wave > 0 then 0 else attempt end
    where organization_id = ${organizationId} and survey_id = ${surveyId}
      and state = 'sending' and claimed_at < now() - ${leaseSeconds} * interval '1 second'`.execute(tx)
}

/** Seconds until the next waiting mail of a survey is due, and the next to a domain that is not barred; null: none. */
export async function nextDue(tx: Tx, organizationId: string, surveyId: string, barred: readonly string[]) {
  const { rows } = await sql<{ any: number | null; free: number | null }>`
    select cast(extract(epoch from min(due_at) - now()) as double precision) as "any", ${
      barred.length === 0
        ? sql`cast(extract(epoch from min(due_at) - now()) as double precision)`
        : sql`cast(extract(epoch from min(due_at) filter (where ${domainOfMail} not in (${sql.join(barred)})) - now())
            as double precision)`
    } as free
    from registry.mail
    where organization_id = ${organizationId} and survey_id = ${surveyId} and state in ('queued', 'deferred')`.execute(
    tx,
  )
  return rows[0] ?? { any: null, free: null }
}

/** Surveys with a mail that is due, or claimed by a process that may be gone. */
export async function surveysWithMail(tx: Tx, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ survey_id: string }>`
    select survey_id from app.survey
    where organization_id = ${organizationId} and state = 'open' and closes_at > now() and exists (
      select from registry.mail
      where mail.organization_id = survey.organization_id and mail.survey_id = survey.survey_id
        and (mail.state = 'sending' or mail.state in ('queued', 'deferred') and mail.due_at <= now()))`.execute(
    tx,
  )
  return rows.map(({ survey_id }) => survey_id)
}

/** Invitations of open surveys that went nowhere, whose person has another address by now that is not refused. */
export async function queueMendedInvitations(tx: Tx, organizationId: string): Promise<void> {
  await sql`
    update registry.mail set state = 'queued', due_at = now(), deferrals = 0, copies = 0, message_id = gen_random_uuid(),
      refused_address = null, refused_status = null, sent_to = null
    from registry.person, app.survey
    where mail.organization_id = ${organizationId} and mail.wave = 0 and mail.state in ('none', 'refused')
      and person.organization_id = mail.organization_id and person.person_id = mail.person_id
      and survey.organization_id = mail.organization_id and survey.survey_id = mail.survey_id
      and survey.state = 'open' and survey.closes_at > now()
      and person.email is not null and lower(person.email) is distinct from lower(mail.refused_address)
      and not exists (
        select from registry.suppressed_address as suppressed
        where suppressed.organization_id = person.organization_id and suppressed.address = lower(person.email))`.execute(
    tx,
  )
}
