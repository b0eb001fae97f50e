import { jsonb, type Tx } from "@throughline/db"
import type { StoredRelease } from "./stored-release.ts"

export async function findRelease(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<StoredRelease | undefined> {
  const row = await tx
    .selectFrom("results.release")
    .select("body")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("release_id", "desc")
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : (row.body as StoredRelease)
}

export async function insertRelease(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  createdAt: Date,
  release: StoredRelease,
): Promise<void> {
  await tx
    .insertInto("results.release")
    .values({
      organization_id: organizationId,
      survey_id: surveyId,
      release_id: 1,
      created_at: createdAt,
      body: jsonb<unknown>(release),
    })
    .execute()
}

/** One row an item over all respondents: the columns of the analysis as they are. */
export async function insertObservations(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  columns: readonly { item: string; values: Uint8Array }[],
): Promise<void> {
  if (columns.length === 0) return
  await tx
    .insertInto("results.observation")
    .values(
      columns.map(({ item, values }) => ({
        organization_id: organizationId,
        survey_id: surveyId,
        item,
        item_values: values,
      })),
    )
    .execute()
}

export async function insertComments(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  comments: readonly { question: string; coarse: number; body: string }[],
): Promise<void> {
  for (let at = 0; at < comments.length; at += 1000) {
    await tx
      .insertInto("results.comment")
      .values(
        comments.slice(at, at + 1000).map(({ question, coarse, body }) => ({
          organization_id: organizationId,
          survey_id: surveyId,
          question,
          coarse,
          body,
        })),
      )
      .execute()
  }
}
