import { jsonb, type Tx } from "@throughline/db"
import type { Questionnaire } from "@throughline/instrument"
import { sql } from "kysely"
import type { StoredRelease } from "../releases/stored-release.ts"

/** Releases of surveys that were open or closed between these moments, the oldest first. */
export async function selectReleasesBetween(tx: Tx, organizationId: string, from: Date, to: Date) {
  const rows = await tx
    .selectFrom("results.release as release")
    .innerJoin("app.survey as survey", (join) =>
      join
        .onRef("survey.organization_id", "=", "release.organization_id")
        .onRef("survey.survey_id", "=", "release.survey_id"),
    )
    .select(["release.survey_id", "release.body"])
    .where("release.organization_id", "=", organizationId)
    .where("survey.closed_at", ">=", from)
    .where("survey.launched_at", "<=", to)
    // Later ones add comments; their figures are the first one's.
    .where("release.release_id", "=", 1)
    .orderBy("survey.closed_at")
    .orderBy("release.survey_id")
    .execute()
  return rows.map(({ survey_id, body }) => ({ surveyId: survey_id, release: body as StoredRelease }))
}

/** The survey that was made from a file with this hash. */
export async function findByHash(tx: Tx, organizationId: string, hash: Uint8Array) {
  return await tx
    .selectFrom("app.survey_import")
    .select("survey_id")
    .where("organization_id", "=", organizationId)
    .where("file_hash", "=", hash)
    .executeTakeFirst()
}

export async function findImport(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.survey_import")
    .select(["file_name", "people", "refused", "imported_at"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
}

/** What was asked in an imported survey. */
export async function findAskedElsewhere(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<Questionnaire | undefined> {
  const row = await tx
    .selectFrom("app.survey")
    .select("questionnaire")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("source", "=", "imported")
    .executeTakeFirst()
  return row === undefined ? undefined : (row.questionnaire as Questionnaire)
}

export interface NewImport {
  surveyId: string
  name: string
  k: number
  closedAt: string
  questionnaire: Questionnaire
  fileName: string
  fileHash: Uint8Array
  people: number
  refused: number
  importedBy: string
}

/** The closed survey and the note of its file. */
export async function insertImport(tx: Tx, organizationId: string, one: NewImport): Promise<void> {
  await sql`select results.add_import(${organizationId}::uuid, ${one.surveyId}::uuid, ${one.name}, ${one.k}::integer,
    ${one.closedAt}::timestamptz, ${jsonb<unknown>(one.questionnaire)}, ${one.fileName}, ${one.fileHash}::bytea,
    ${one.people}::integer, ${one.refused}::integer, ${one.importedBy})`.execute(tx)
}

/** With all that was counted of it; false: there is no such imported survey. */
export async function deleteImported(tx: Tx, organizationId: string, surveyId: string): Promise<boolean> {
  const { rows } = await sql<{
    gone: boolean
  }>`select results.delete_import(${organizationId}::uuid, ${surveyId}::uuid) as gone`.execute(tx)
  return rows[0]?.gone === true
}
