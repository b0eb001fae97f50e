import type { Tx } from "@throughline/db"
import type { StoredRelease } from "../../releases/stored-release.ts"
import type { ReviewedComment } from "../make-comments.ts"
import type { CodedQuestion } from "./coded-question.ts"
import type { TwiceCoded } from "./make-coded.ts"
import { selectCodes, selectSettled } from "./queries.ts"

/** The texts of the coded question with what both coders and whoever settled them said. */
export async function codedTexts(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  question: CodedQuestion | undefined,
  comments: readonly ReviewedComment[],
): Promise<{ texts: TwiceCoded[]; changes: number }> {
  if (question === undefined) return { texts: [], changes: 0 }
  const codes = await selectCodes(tx, organizationId, surveyId, question.id)
  const settled = await selectSettled(tx, organizationId, surveyId, question.id)
  const settledOf = new Map(settled.map(({ comment_id, code }) => [comment_id, code]))
  const byText = new Map<string, string[]>()
  // Sorted by coder within each text, so that the first is the same person everywhere.
  for (const { comment_id, code } of codes) byText.set(comment_id, [...(byText.get(comment_id) ?? []), code])
  return {
    texts: comments
      .filter((one) => one.question === question.id)
      .map(({ id, coarse }) => ({
        ...{ id, coarse, codes: byText.get(id) ?? [] },
        settled: settledOf.get(id) ?? null,
      })),
    changes: settled.reduce((sum, { revision }) => sum + revision, 0),
  }
}

/** Whether words of a question, or counts of them, have left in any of these releases. */
export function hasWords(releases: readonly StoredRelease[], question: string): boolean {
  return releases.some(({ comments }) =>
    (comments?.questions ?? []).some(
      ({ id, counts, comments }) => id === question && counts.length + comments.length > 0,
    ),
  )
}
