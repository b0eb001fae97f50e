import { withOrganization } from "@throughline/db"
import type { Session } from "../../auth/session.ts"
import type { Deps } from "../../deps.ts"
import { Problem } from "../../problem.ts"
import { lockSurvey } from "../../surveys/queries.ts"
import { refuseUnnamed, reviewable } from "../refuse-unnamed.ts"
import { isCode } from "./coded-question.ts"
import { type CodingState, codingState } from "./coding-state.ts"
import { writeCode, writeSettled } from "./queries.ts"
import { codingInside, isCoded } from "./read-coding.ts"
import type { CodingView, NewSettled } from "./schemas.ts"

/** What two coders say apart from each other is only worth something while neither knows the other's. */
function refuseDone(state: CodingState): void {
  if (isCoded(state)) throw new Problem("coding.done")
}

/** What stands between a coder and a code; tests take each away. */
interface Guards {
  refuse?: typeof refuseUnnamed
  freeze?: typeof refuseDone
}

/** One of the two coders says what a text is about. Once both have coded all of them, nothing is changed any more. */
export async function saveCode(
  deps: Deps,
  session: Session,
  surveyId: string,
  commentId: string,
  code: string,
  { refuse = refuseUnnamed, freeze = refuseDone }: Guards = {},
): Promise<CodingView> {
  const { organizationId, userId } = session
  return await change(deps, session, surveyId, refuse, async (tx, state, question) => {
    if (state.state === "one-coder") throw new Problem("coding.none")
    freeze(state)
    if (!isCode(question, code)) throw new Problem("coding.unknown")
    await writeCode(tx, { organizationId, surveyId, commentId, question: question.id, userId }, code)
  })
}

/** Where the two differ, one of them says what stands, and is named for it. Nobody's word is overwritten unseen. */
export async function settleCode(
  deps: Deps,
  session: Session,
  surveyId: string,
  commentId: string,
  { code, revision }: NewSettled,
  refuse = refuseUnnamed,
): Promise<CodingView> {
  const { organizationId, userId } = session
  return await change(deps, session, surveyId, refuse, async (tx, state, question) => {
    if (!isCoded(state)) throw new Problem("coding.not-done")
    if (!isCode(question, code)) throw new Problem("coding.unknown")
    if (!state.differing.includes(commentId)) throw new Problem("review.unknown")
    const at = { organizationId, surveyId, commentId, question: question.id, userId, revision }
    if (!(await writeSettled(tx, at, code))) throw new Problem("review.changed")
  })
}

type Change = (
  tx: Parameters<typeof codingState>[0],
  state: CodingState,
  question: NonNullable<CodingState["question"]>,
) => Promise<void>

async function change(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse: typeof refuseUnnamed,
  make: Change,
): Promise<CodingView> {
  const { organizationId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await reviewable(tx, session, surveyId, refuse)
    // So that the last code of each is not saved at once, and none while somebody publishes.
    await lockSurvey(tx, organizationId, surveyId)
    const state = await codingState(tx, organizationId, surveyId)
    const { question } = state
    if (question === undefined || state.state === "not-asked") throw new Problem("coding.none")
    if (state.state === "published") throw new Problem("coding.published")
    if (state.state === "words-told") throw new Problem("coding.words-told")
    await make(tx, state, question)
    return await codingInside(tx, session, surveyId)
  }).catch((error: unknown) => {
    // A code for a text that is not there, or of another question, breaks its foreign key.
    if ((error as { code?: unknown }).code === "23503") throw new Problem("review.unknown")
    throw error
  })
}
