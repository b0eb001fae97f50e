import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** Whom no mail reaches: no address, or one that was refused. */
const unreached = ["none", "refused"] as const

export async function countLetters(tx: Tx, organizationId: string, surveyId: string): Promise<number> {
  const row = await tx
    .selectFrom("registry.mail")
    .select(({ fn }) => fn.countAll<string | number>().as("people"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("wave", "=", 0)
    .where("state", "in", unreached)
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

/** In the order in which letters are handed out: by department, then name. */
export async function selectLetterReceivers(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.mail as mail")
    .innerJoin("registry.invitation as invitation", (join) =>
      join
        .onRef("invitation.organization_id", "=", "mail.organization_id")
        .onRef("invitation.survey_id", "=", "mail.survey_id")
        .onRef("invitation.person_id", "=", "mail.person_id"),
    )
    .innerJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "mail.organization_id")
        .onRef("person.person_id", "=", "mail.person_id"),
    )
    .select([
      "invitation.person_id",
      "invitation.nonce",
      "invitation.printed",
      "invitation.language",
      "person.name",
      "person.department",
    ])
    .where("mail.organization_id", "=", organizationId)
    .where("mail.survey_id", "=", surveyId)
    .where("mail.wave", "=", 0)
    .where("mail.state", "in", unreached)
    .orderBy("person.department")
    .orderBy("person.name")
    .orderBy("person.person_id")
    .execute()
}

/** From now on the printed code is these people's secret. */
export async function markPrinted(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  people: readonly { personId: string; secretHash: Uint8Array }[],
): Promise<void> {
  const rows = people.map(({ personId, secretHash }) => ({
    person: personId,
    hash: Buffer.from(secretHash).toString("hex"),
  }))
  await sql`
    update registry.invitation set printed = true, secret_hash = decode(row.hash, 'hex')
    from jsonb_to_recordset(cast(cast(${JSON.stringify(rows)} as text) as jsonb)) as row (person uuid, hash text)
    where invitation.organization_id = ${organizationId} and invitation.survey_id = ${surveyId}
      and invitation.person_id = row.person`.execute(tx)
}

export async function insertPrint(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  print: { by: string; letters: number },
): Promise<void> {
  await tx
    .insertInto("app.letter_print")
    .values({
      organization_id: organizationId,
      survey_id: surveyId,
      printed_by: print.by,
      letters: print.letters,
    })
    .execute()
}

export async function selectPrints(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.letter_print")
    .select(["printed_by", "printed_at", "letters"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("printed_at", "desc")
    .execute()
}
