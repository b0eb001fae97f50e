import type { SigningKey } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** A key pair on its way into the database; the private half is sealed already. */
export interface NewSigningKey {
  number: number
  bits: number
  publicKey: SigningKey
  sealed: Uint8Array
}

/** Of two processes that make keys at once, the first one's stay. */
export async function insertSigningKeys(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  keys: readonly NewSigningKey[],
): Promise<void> {
  const rows = JSON.stringify(
    keys.map(({ number, bits, publicKey, sealed }) => ({
      number,
      bits,
      public: publicKey,
      private: Buffer.from(sealed).toString("base64"),
    })),
  )
  await sql`
    insert into registry.signing_key (organization_id, survey_id, number, bits, public, private)
    select ${organizationId}, ${surveyId}, number, bits, public, decode(private, 'base64')
    from jsonb_to_recordset(cast(cast(${rows} as text) as jsonb)) as row (number int, bits int, public jsonb, private text)
    on conflict do nothing`.execute(tx)
}

/** The public halves, by number, of keys of this length. */
export async function selectPublicKeys(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  bits: number,
): Promise<Map<number, SigningKey>> {
  const rows = await tx
    .selectFrom("registry.signing_key")
    .select(["number", "public"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("bits", "=", bits)
    .execute()
  return new Map(rows.map(({ number, public: publicKey }) => [number, publicKey as SigningKey]))
}

/** The private halves, sealed as they are kept. */
export async function selectPrivateKeys(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.signing_key")
    .select(["number", "private"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** Of keys of this length, those with a number below `below`. */
export async function countSigningKeys(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  bits: number,
  below: number,
): Promise<number> {
  const { made } = await tx
    .selectFrom("registry.signing_key")
    .select(({ fn }) => fn.countAll<string | number>().as("made"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("bits", "=", bits)
    .where("number", "<", below)
    .executeTakeFirstOrThrow()
  return Number(made)
}

/** What the people were last changed by; undefined: nothing yet. */
export async function findLastImport(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.people_import")
    .select(["import_id", "undone_at"])
    .where("organization_id", "=", organizationId)
    .orderBy("imported_at", "desc")
    .orderBy("import_id")
    .limit(1)
    .executeTakeFirst()
}

/** Keys that fit no cohort of the draft any more: of another length, or beyond the number that is needed. */
export async function deleteUnneededKeys(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  bits: number,
  needed: number,
): Promise<void> {
  await tx
    .deleteFrom("registry.signing_key")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where((where) => where.or([where("bits", "<>", bits), where("number", ">=", needed)]))
    .execute()
}

export async function deleteKeys(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .deleteFrom("registry.signing_key")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("number", "in", [...numbers])
    .execute()
}

export async function deleteSigningKeys(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .deleteFrom("registry.signing_key")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** What became of the wish for a signature. `private` is the sealed key, where it is granted. */
export interface Bound {
  survey_id: string
  cohort_id: number
  outcome: "bound" | "answered" | "closed" | "gone" | "malformed"
  private: Uint8Array | null
}

/**
 * Binds an invitation to the one blinded message that is ever signed for it, all in one statement: of two devices at
 * once the second waits for the first one's row and then finds another message there. The same message is bound again
 * as often as it is asked for, also after the person has left: a reply that was lost costs nobody the ballot.
 * undefined: there is no such invitation.
 *
 * `mine`: which messages an invitation may be bound to; a test takes it away to see one person get two ballots.
 * `gone`: who of those that have left hears that, whatever else is asked of the link; were it only those who have not
 * answered, whoever printed somebody's code could see who has.
 */
export async function bindMessage(
  tx: Tx,
  organizationId: string,
  secretHash: Uint8Array,
  message: { blinded: Uint8Array; hash: Uint8Array },
  mine = onlyThisMessage,
  gone = everybody,
): Promise<Bound | undefined> {
  // A message that cannot be signed must not use up the invitation: as long as the modulus, and smaller.
  const { rows } = await sql<Bound>`
    with found as (
      select invitation.survey_id, invitation.person_id, invitation.cohort_id, invitation.signed_message,
        survey.state = 'open' and coalesce(survey.closes_at > clock_timestamp(), true) as is_open,
        octet_length(modulus) = octet_length(cast(${message.blinded} as bytea)) and modulus > ${message.blinded} as fits,
        exists (select from registry.person where person.organization_id = ${organizationId}
          and person.person_id = invitation.person_id and person.active) as is_there,
        signing_key.private
      from registry.invitation as invitation
      join app.survey as survey using (organization_id, survey_id)
      left join registry.signing_key as signing_key on signing_key.organization_id = ${organizationId}
        and signing_key.survey_id = invitation.survey_id and signing_key.number = invitation.cohort_id
      left join lateral (select decode(rpad(translate(signing_key.public ->> 'n', '-_', '+/'),
        4 * cast(ceil(length(signing_key.public ->> 'n') / 4.0) as int), '='), 'base64') as modulus) as numbers on true
      where invitation.organization_id = ${organizationId} and invitation.secret_hash = ${secretHash}
    ), bound as (
      update registry.invitation as invitation set signed_message = ${message.hash}
      from found
      where invitation.organization_id = ${organizationId} and invitation.survey_id = found.survey_id
        and invitation.person_id = found.person_id and found.is_open and found.fits
        and (found.is_there or invitation.signed_message is not null) and ${mine(message.hash)}
      returning invitation.person_id
    )
    select survey_id, cohort_id, case
      when exists (select from bound) then 'bound'
      when not is_open or private is null then 'closed'
      when not is_there and ${gone()} then 'gone'
      when not fits then 'malformed'
      else 'answered' end as outcome,
      case when exists (select from bound) then private end as private
    from found`.execute(tx)
  return rows[0]
}

export const everybody = () => sql<boolean>`true`

export function onlyThisMessage(hash: Uint8Array) {
  return sql<boolean>`(invitation.signed_message is null or invitation.signed_message = ${hash})`
}
