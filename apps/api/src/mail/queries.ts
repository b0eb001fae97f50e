import type { MailState, Tx } from "@throughline/db"
import { askedOf, type Instrument } from "@throughline/instrument"
import { sql } from "kysely"

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

/** Everybody's invitation, due at a random moment of the survey's spread; none to those who cannot be reached. */
export async function insertInvitationMails(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
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
    update registry.mail set state = 'sending', claimed_at = now(), attempt = attempt + 1
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
      "organization.name as organization_name",
      "organization.time_zone",
      "organization.link_base",
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
      "invitation.answered",
      "invitation.reminders_stopped",
      "invitation.stop_hash",
      sql<MailState | null>`(select state from registry.mail where mail.organization_id = invitation.organization_id
        and mail.survey_id = invitation.survey_id and mail.wave = 0 and mail.person_id = invitation.person_id)`.as(
        "invitation_state",
      ),
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

const ofPerson = (column: "name" | "email") => sql`(select ${sql.ref(column)} from registry.person
  where person.organization_id = invitation.organization_id and person.person_id = invitation.person_id)`

/** Nothing more is sent to these addresses until somebody mends them. */
export async function suppressAddresses(
  tx: Tx,
  organizationId: string,
  addresses: readonly { address: string; status: string }[],
): Promise<void> {
  if (addresses.length === 0) return
  await tx
    .insertInto("registry.suppressed_address")
    .values(
      addresses.map(({ address, status }) => ({
        organization_id: organizationId,
        address: address.toLowerCase(),
        status,
      })),
    )
    .onConflict((conflict) => conflict.columns(["organization_id", "address"]).doNothing())
    .execute()
}

/** How the invitations of a survey stand. Never asked for reminders: their number would say how many have answered. */
export async function countInvitationMails(tx: Tx, organizationId: string, surveyId: string) {
  const rows = await tx
    .selectFrom("registry.mail")
    .select(({ fn }) => [
      "state",
      fn.countAll<string | number>().as("mails"),
      fn.sum<string | number>("copies").as("copies"),
      fn.sum<string | number>("soft_bounces").as("soft_bounces"),
    ])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("wave", "=", 0)
    .groupBy("state")
    .execute()
  const count = (state: MailState) => Number(rows.find((row) => row.state === state)?.mails ?? 0)
  return {
    queued: count("queued") + count("sending"),
    deferred: count("deferred"),
    sent: count("sent"),
    unsure: count("unsure"),
    refused: count("refused"),
    none: count("none"),
    copies: rows.reduce((sum, row) => sum + Number(row.copies), 0),
    softBounces: rows.reduce((sum, row) => sum + Number(row.soft_bounces), 0),
  }
}

/** The same in the three numbers that the progress page shows. */
export async function countMails(tx: Tx, organizationId: string, surveyId: string) {
  const { queued, deferred, sent, unsure, refused } = await countInvitationMails(tx, organizationId, surveyId)
  return { queued: queued + deferred, sent: sent + unsure, failed: refused }
}

/** Invitations of open surveys that went nowhere, whose person has another address by now that is not refused. */
export async function queueMendedInvitations(tx: Tx, organizationId: string): Promise<void> {
  await sql`
    update registry.mail set state = 'queued', due_at = now(), deferrals = 0, copies = 0, message_id = gen_random_uuid(),
      refused_address = null, refused_status = null
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

export async function findLinkBase(tx: Tx, organizationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("app.organization")
    .select("link_base")
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return row.link_base
}

export async function updateLinkBase(tx: Tx, organizationId: string, linkBase: string | null): Promise<void> {
  await tx
    .updateTable("app.organization")
    .set({ link_base: linkBase })
    .where("organization_id", "=", organizationId)
    .execute()
}

export async function countSuppressed(tx: Tx, organizationId: string): Promise<number> {
  const row = await tx
    .selectFrom("registry.suppressed_address")
    .select(({ fn }) => fn.countAll<string | number>().as("addresses"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow()
  return Number(row.addresses)
}

/** As many as a page shows at once. */
const MOST_TO_MEND = 200

/**
 * People whose invitation to an open survey could not be delivered. Invitations go to everybody, so the list says
 * nothing about who has answered; reminders are not looked at, as they would.
 */
export async function selectToMend(tx: Tx, organizationId: string) {
  const { rows } = await sql<{
    person: string
    name: string
    department: string
    address: string | null
    status: string | null
    total: number
  }>`
    select person_id as person, name, department, email as address, status, cast(count(*) over () as integer) as total
    from (
      select distinct on (person.person_id) person.person_id, person.name, person.department, person.email,
        mail.refused_status as status
      from registry.mail
      join registry.person using (organization_id, person_id)
      join app.survey using (organization_id, survey_id)
      where mail.organization_id = ${organizationId} and mail.wave = 0 and mail.state in ('refused', 'none')
        and survey.state = 'open'
      order by person.person_id, mail.refused_status nulls last
    ) as unreached
    order by name, person_id
    limit ${MOST_TO_MEND}`.execute(tx)
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) }
}

/** False: there is no such person. */
export async function updateAddress(
  tx: Tx,
  organizationId: string,
  personId: string,
  address: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("registry.person")
    .set({ email: address })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The address may be tried again, also when it was refused before. */
export async function freeAddress(
  tx: Tx,
  organizationId: string,
  personId: string,
  address: string,
): Promise<void> {
  await tx
    .deleteFrom("registry.suppressed_address")
    .where("organization_id", "=", organizationId)
    .where("address", "=", address.toLowerCase())
    .execute()
  await tx
    .updateTable("registry.mail")
    .set({ refused_address: null })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("wave", "=", 0)
    .where("state", "=", "refused")
    .execute()
}
