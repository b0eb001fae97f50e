import type { MailState, Tx } from "@throughline/db"
import { sql } from "kysely"

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
 * People whose address refused the invitation to an open survey. Invitations go to everybody, so the list says
 * nothing about who has answered; reminders are not looked at, as they would.
 */
export async function selectToMend(tx: Tx, organizationId: string) {
  const { rows } = await sql<{
    person: string
    name: string
    department: string
    address: string
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
      where mail.organization_id = ${organizationId} and mail.wave = 0 and mail.state = 'refused'
        and survey.state = 'open' and person.email is not null
      order by person.person_id, mail.refused_status nulls last
    ) as unreached
    order by name, person_id
    limit ${MOST_TO_MEND}`.execute(tx)
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) }
}

/** People invited to an open survey who have no address that could be mended: letters are for them. */
export async function countWithoutAddress(tx: Tx, organizationId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select cast(count(distinct person_id) as integer) as people
    from registry.mail
    join registry.person using (organization_id, person_id)
    join app.survey using (organization_id, survey_id)
    where mail.organization_id = ${organizationId} and mail.wave = 0 and mail.state in ('refused', 'none')
      and survey.state = 'open' and person.email is null`.execute(tx)
  return rows[0]?.people ?? 0
}

/**
 * Whether this person's invitation to an open survey went nowhere. Only then may an address be mended: a link that
 * has arrived is the person's own.
 */
export async function isToMend(tx: Tx, organizationId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("registry.mail as mail")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "mail.organization_id")
        .onRef("survey.survey_id", "=", "mail.survey_id"),
    )
    .select("mail.person_id")
    .where("mail.organization_id", "=", organizationId)
    .where("mail.person_id", "=", personId)
    .where("mail.wave", "=", 0)
    .where("mail.state", "in", ["refused", "none"])
    .where("survey.state", "=", "open")
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
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
