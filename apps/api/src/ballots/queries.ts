import { ciphertextSize } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** A checked cast on its way into the box. */
export interface BoxRow {
  surveyId: string
  cohort: number
  secretHash: Uint8Array
  ballotKey: Uint8Array
  sequence: number
  ciphertext: Uint8Array
  signature: Uint8Array
}

/** What the box says. `size`: the ciphertext has not the one size of the survey. */
export type BoxAnswer = "stored" | "kept" | "answered" | "unknown" | "closed" | "size"

/**
 * Casts many ballots with one statement, answers in their order. They are cast in the order of their invitations, so
 * that two processes never wait for each other in a circle. Bytes go as base64 text: the two drivers agree on that.
 */
export async function castIntoBox(
  tx: Tx,
  organizationId: string,
  rows: readonly BoxRow[],
): Promise<BoxAnswer[]> {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
  const ballots = JSON.stringify(
    rows.map((row, place) => ({
      place,
      survey: row.surveyId,
      cohort: row.cohort,
      hash: base64(row.secretHash),
      key: base64(row.ballotKey),
      sequence: row.sequence,
      ciphertext: base64(row.ciphertext),
      signature: base64(row.signature),
    })),
  )
  const result = await sql<{ place: number; answer: BoxAnswer }>`
    select place, case
      when octet_length(ciphertext) <> (
        select cast(manifest ->> 'sealedSize' as int) + ${ciphertextSize(0)}
        from app.survey where organization_id = ${organizationId} and survey_id = ballot.survey)
      then 'size'
      else box.cast(${organizationId}, survey, cohort, hash, key, sequence, ciphertext, signature)
    end as answer
    from (
      select place, survey, cohort, decode(hash, 'base64') as hash, decode(key, 'base64') as key, sequence,
        decode(ciphertext, 'base64') as ciphertext, decode(signature, 'base64') as signature
      from jsonb_to_recordset(cast(cast(${ballots} as text) as jsonb)) as row (place int, survey uuid, cohort int,
        hash text, key text, sequence int, ciphertext text, signature text)
      order by survey, hash, sequence
      offset 0
    ) as ballot`.execute(tx)
  const answers = new Map(result.rows.map(({ place, answer }) => [place, answer]))
  return rows.map((_, place) => answers.get(place) ?? "unknown")
}

/** All ballots of a survey; only the close may read them. In no order that means anything. */
export async function selectBallots(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("box.ballot")
    .select(["ballot_key", "cohort_id", "ciphertext"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("ballot_key")
    .execute()
}

export async function deleteBallots(tx: Tx, organizationId: string, surveyId: string): Promise<void> {
  await tx
    .deleteFrom("box.ballot")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}
