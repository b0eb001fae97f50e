import { jsonb, type Tx } from "@throughline/db"
import { sql } from "kysely"
import type { StoredRelease } from "../releases/stored-release.ts"
import { type Cells, keyOf } from "./count-topics.ts"
import type { Range } from "./redact.ts"

/** Members who may be named: of HR or analysts. */
export async function selectCandidates(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.member as member")
    .innerJoin("auth.app_user as account", "account.id", "member.user_id")
    .select(["member.user_id", "member.role", "account.name"])
    .where("member.organization_id", "=", organizationId)
    .where("member.role", "in", ["hr", "analyst"])
    .orderBy("account.name")
    .orderBy("member.user_id")
    .execute()
}

export async function selectReviewers(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.survey_reviewer")
    .select(["user_id", "name"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("name")
    .orderBy("user_id")
    .execute()
}

/** `name`: null in a draft; at the launch as it will be printed. */
export async function replaceReviewers(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  reviewers: readonly { userId: string; name: string | null }[],
): Promise<void> {
  await tx
    .deleteFrom("app.survey_reviewer")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
  if (reviewers.length === 0) return
  await tx
    .insertInto("app.survey_reviewer")
    .values(
      reviewers.map(({ userId, name }) => ({
        ...{ organization_id: organizationId, survey_id: surveyId, user_id: userId, name },
      })),
    )
    .execute()
}

/** Opens the comments for one named reader and notes it; nothing for anybody else, which the database sees to. */
export async function openComments(tx: Tx, organizationId: string, surveyId: string, userId: string) {
  const { rows } = await sql<{ comment_id: string; question: string; coarse: number; body: string }>`
    select comment_id, question, coarse, body from results.open_comments(${organizationId}, ${surveyId}, ${userId})`.execute(
    tx,
  )
  return rows
}

/** All comments with what was said of them; of the close only. */
export async function selectReviewed(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("results.comment as comment")
    .leftJoin("app.comment_review as review", (join) =>
      join
        .onRef("review.organization_id", "=", "comment.organization_id")
        .onRef("review.survey_id", "=", "comment.survey_id")
        .onRef("review.comment_id", "=", "comment.comment_id"),
    )
    .select(["comment.comment_id", "comment.question", "comment.coarse", "comment.body"])
    .select(["review.decision", "review.topic", "review.redactions"])
    .where("comment.organization_id", "=", organizationId)
    .where("comment.survey_id", "=", surveyId)
    .orderBy("comment.comment_id")
    .execute()
}

export async function selectReviews(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.comment_review")
    .select(["comment_id", "revision", "decision", "topic", "redactions", "changed_by"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("comment_id")
    .execute()
}

export interface NewReview {
  decision: "open" | "release" | "keep"
  topic: string | null
  redactions: Range[]
}

/** False when the comment has another revision by now; 0 is that of one nobody has touched. */
export async function writeReview(
  tx: Tx,
  at: { organizationId: string; surveyId: string; commentId: string; revision: number; userId: string },
  review: NewReview,
): Promise<boolean> {
  const values = {
    ...{ decision: review.decision, topic: review.topic, redactions: jsonb(review.redactions) },
    ...{ changed_by: at.userId, revision: at.revision + 1 },
  }
  if (at.revision === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("app.comment_review")
      .values({
        organization_id: at.organizationId,
        survey_id: at.surveyId,
        comment_id: at.commentId,
        ...values,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable("app.comment_review")
    .set(values)
    .where("organization_id", "=", at.organizationId)
    .where("survey_id", "=", at.surveyId)
    .where("comment_id", "=", at.commentId)
    .where("revision", "=", at.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function selectViews(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.review_view as view")
    .leftJoin("app.survey_reviewer as reviewer", (join) =>
      join
        .onRef("reviewer.organization_id", "=", "view.organization_id")
        .onRef("reviewer.survey_id", "=", "view.survey_id")
        .onRef("reviewer.user_id", "=", "view.user_id"),
    )
    .select(["view.viewed_at", "reviewer.name"])
    .where("view.organization_id", "=", organizationId)
    .where("view.survey_id", "=", surveyId)
    .orderBy("view.viewed_at", "desc")
    .execute()
}

/** The names in the people list of those whom the survey's frozen org chart holds. */
export async function selectFrozenNames(tx: Tx, organizationId: string, surveyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("registry.frozen_person as frozen")
    .innerJoin("registry.person as person", (join) =>
      join
        .onRef("person.organization_id", "=", "frozen.organization_id")
        .onRef("person.person_id", "=", "frozen.person_id"),
    )
    .select("person.name")
    .where("frozen.organization_id", "=", organizationId)
    .where("frozen.survey_id", "=", surveyId)
    .execute()
  return rows.map(({ name }) => name)
}

/** All releases of a survey, the first one first. */
export async function selectReleases(tx: Tx, organizationId: string, surveyId: string) {
  const rows = await tx
    .selectFrom("results.release")
    .select(["release_id", "created_at", "body"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("release_id")
    .execute()
  return rows.map(({ release_id, created_at, body }) => ({
    ...{ id: release_id, createdAt: created_at, release: body as StoredRelease },
  }))
}

/** What each comment that left was told and counted under, release by release. */
export async function selectCells(tx: Tx, organizationId: string, surveyId: string): Promise<Cells[]> {
  const rows = await tx
    .selectFrom("results.counted_comment")
    .select(["release_id", "comment_id", "cell"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("release_id")
    .execute()
  const releases = new Map<number, Cells>()
  for (const { release_id, comment_id, cell } of rows) {
    const cells: Cells = releases.get(release_id) ?? new Map()
    const [topic, group] = JSON.parse(cell) as [string | null, number | null]
    releases.set(release_id, cells.set(comment_id, { topic, group }))
  }
  return [...releases.values()]
}

export async function insertCells(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  release: number,
  cells: Cells,
): Promise<void> {
  const rows = [...cells].map(([id, cell]) => ({
    ...{ organization_id: organizationId, survey_id: surveyId, release_id: release },
    ...{ comment_id: id, cell: keyOf(cell) },
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto("results.counted_comment")
      .values(rows.slice(at, at + 1000))
      .execute()
}
