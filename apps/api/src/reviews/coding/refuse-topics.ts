import type { Tx } from "@throughline/db"
import { Problem } from "../../problem.ts"
import { codingState } from "./coding-state.ts"
import { isTextOf } from "./queries.ts"

/**
 * Both reviewers see the topics of comments at once, so while a question is being coded its texts get none: a topic would
 * tell the other coder what this one sees in the text. One given before anybody began to code stays.
 */
export async function refuseTopics(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  commentId: string,
): Promise<void> {
  const { state, question, codes } = await codingState(tx, organizationId, surveyId)
  if (state !== "coding" || question === undefined || codes.length === 0) return
  if (await isTextOf(tx, organizationId, surveyId, question.id, commentId))
    throw new Problem("coding.under-way")
}
