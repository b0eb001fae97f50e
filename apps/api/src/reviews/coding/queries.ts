import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/** How many texts a question has; without a look at any of them. */
export async function countTexts(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: string,
): Promise<number> {
  const { rows } = await sql<{ texts: number }>`
    select results.count_texts(${organizationId}, ${surveyId}, ${question}) as texts`.execute(tx)
  return rows[0]?.texts ?? 0
}

/** Whether a text is of a question; without a look at it. */
export async function isTextOf(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: string,
  commentId: string,
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select results.is_text_of(${organizationId}, ${surveyId}, ${question}, ${commentId}) as is`.execute(tx)
  return rows[0]?.is ?? false
}

export interface TextCode {
  comment_id: string
  user_id: string
  code: string
}

/** What both coders say: who asks must not hand one's to the other before both are done. */
export async function selectCodes(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: string,
): Promise<TextCode[]> {
  return await tx
    .selectFrom("app.text_code")
    .select(["comment_id", "user_id", "code"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("question", "=", question)
    .orderBy("comment_id")
    .orderBy("user_id")
    .execute()
}

export async function writeCode(
  tx: Tx,
  at: { organizationId: string; surveyId: string; commentId: string; question: string; userId: string },
  code: string,
): Promise<void> {
  await tx
    .insertInto("app.text_code")
    .values({
      ...{ organization_id: at.organizationId, survey_id: at.surveyId, comment_id: at.commentId },
      ...{ user_id: at.userId, question: at.question, code },
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "survey_id", "comment_id", "user_id"])
        .doUpdateSet((excluded) => ({ code: excluded.ref("excluded.code") })),
    )
    .execute()
}

export interface SettledCode {
  comment_id: string
  revision: number
  code: string
  settled_by: string
}

export async function selectSettled(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: string,
): Promise<SettledCode[]> {
  return await tx
    .selectFrom("app.settled_code")
    .select(["comment_id", "revision", "code", "settled_by"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("question", "=", question)
    .orderBy("comment_id")
    .execute()
}

/** False when the text has another revision by now; 0 is that of one that nobody has settled. */
export async function writeSettled(
  tx: Tx,
  at: {
    organizationId: string
    surveyId: string
    commentId: string
    question: string
    userId: string
    revision: number
  },
  code: string,
): Promise<boolean> {
  const values = { code, settled_by: at.userId, revision: at.revision + 1 }
  if (at.revision === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("app.settled_code")
      .values({
        ...{ organization_id: at.organizationId, survey_id: at.surveyId, comment_id: at.commentId },
        ...{ question: at.question, ...values },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable("app.settled_code")
    .set(values)
    .where("organization_id", "=", at.organizationId)
    .where("survey_id", "=", at.surveyId)
    .where("comment_id", "=", at.commentId)
    .where("revision", "=", at.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether shares of the question have left, and whether words have; without reading the releases, which are large. */
export async function selectTold(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: string,
): Promise<{ shares: boolean; words: boolean }> {
  const { rows } = await sql<{ shares: boolean; words: boolean }>`
    select coalesce(bool_or(body ? 'codedPriorities'), false) as shares,
      coalesce(bool_or(jsonb_path_exists(body,
        '$.comments.questions[*] ? (@.id == $question && (@.counts.size() > 0 || @.comments.size() > 0))',
        jsonb_build_object('question', ${question}::text))), false) as words
    from results.release
    where organization_id = ${organizationId} and survey_id = ${surveyId} and release_id > 1`.execute(tx)
  return rows[0] ?? { shares: false, words: false }
}
