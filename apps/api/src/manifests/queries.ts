import type { Manifest } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** The promise of a launched survey and its six words; undefined: there is no such survey, or it is a draft. */
export async function findManifest(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<{ manifest: Manifest; words: string[] } | undefined> {
  const row = await tx
    .selectFrom("app.survey")
    .select(["manifest", "words"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("manifest", "is not", null)
    .executeTakeFirst()
  // A survey of an earlier version has a promise of another shape, and no words.
  if (row === undefined || row.words === null) return undefined
  return { manifest: row.manifest as Manifest, words: row.words }
}

/** The bundle as text: it may be large, and is only handed on. undefined: not closed, or too few answered. */
export async function findBundleText(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("results.bundle")
    .select(sql<string>`body::text`.as("text"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
  return row?.text
}

export async function findReceipts(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<string[] | undefined> {
  const row = await tx
    .selectFrom("results.bundle")
    .select(sql<string>`(body -> 'receipts')::text`.as("receipts"))
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.receipts) as string[])
}
