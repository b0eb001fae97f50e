import type { CohortLeaf, Manifest, SigningKey } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import { sql } from "kysely"
import { leafLabel } from "./leaf-label.ts"

/** A checked cast on its way into the box. */
export interface BoxRow {
  surveyId: string
  cohort: number
  ballotKey: Uint8Array
  sequence: number
  credential: Uint8Array
  ciphertext: Uint8Array
  signature: Uint8Array
}

/** What the box says. */
export type BoxAnswer = "stored" | "kept" | "unknown" | "closed"

/**
 * Casts many ballots with one statement, answers in their order. They are cast in the order of their keys, so that two
 * processes never wait for each other in a circle. Bytes go as base64 text: the two drivers agree on that.
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
      key: base64(row.ballotKey),
      sequence: row.sequence,
      credential: base64(row.credential),
      ciphertext: base64(row.ciphertext),
      signature: base64(row.signature),
    })),
  )
  const result = await sql<{ place: number; answer: BoxAnswer }>`
    select place, box.cast(${organizationId}, survey, cohort, key, sequence, credential, ciphertext, signature) as answer
    from (
      select place, survey, cohort, decode(key, 'base64') as key, sequence, decode(credential, 'base64') as credential,
        decode(ciphertext, 'base64') as ciphertext, decode(signature, 'base64') as signature
      from jsonb_to_recordset(cast(cast(${ballots} as text) as jsonb)) as row (place int, survey uuid, cohort int,
        key text, sequence int, credential text, ciphertext text, signature text)
      order by survey, key, sequence
      offset 0
    ) as ballot`.execute(tx)
  const answers = new Map(result.rows.map(({ place, answer }) => [place, answer]))
  return rows.map((_, place) => answers.get(place) ?? "unknown")
}

/** All ballots of a survey; only the close may read them. In no order that means anything. */
export async function selectBallots(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("box.ballot")
    .select(["ballot_key", "cohort_id", "sequence", "credential", "ciphertext", "signature"])
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

/** The manifest of a launched survey and its leaves, in the order of the tree; undefined: there are none. */
export async function selectLeaves(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<{ manifest: Manifest; leaves: CohortLeaf[] } | undefined> {
  const rows = await tx
    .selectFrom("app.survey as survey")
    .innerJoin("app.cohort as cohort", (join) =>
      join
        .onRef("cohort.organization_id", "=", "survey.organization_id")
        .onRef("cohort.survey_id", "=", "survey.survey_id"),
    )
    .select(["cohort_id", "kind", "layer_from", "layer_to", "invited", "signing_key"])
    .select((row) => row.ref("survey.manifest").as("manifest"))
    .where("survey.organization_id", "=", organizationId)
    .where("survey.survey_id", "=", surveyId)
    .where("survey.manifest", "is not", null)
    .where("cohort.signing_key", "is not", null)
    .orderBy("cohort_id")
    .execute()
  const manifest = rows[0]?.manifest
  if (manifest === undefined) return undefined
  return {
    manifest: manifest as Manifest,
    leaves: rows.map(({ cohort_id, kind, layer_from, layer_to, invited, signing_key }) => ({
      id: cohort_id,
      label: leafLabel(kind, [layer_from, layer_to]),
      invited,
      key: signing_key as SigningKey,
    })),
  }
}
