import type { Tx } from "@throughline/db"
import { Problem } from "../../problem.ts"
import { findFrozen } from "../../surveys/queries.ts"
import { selectReviewers } from "../queries.ts"
import { type CodedQuestion, codedQuestion } from "./coded-question.ts"
import { leastTexts } from "./make-coded.ts"
import {
  countTexts,
  type SettledCode,
  selectCodes,
  selectSettled,
  selectTold,
  type TextCode,
} from "./queries.ts"
import type { CodingView } from "./schemas.ts"

/** Where the coding of a survey stands: everything that both coders said, so nothing of it goes out as it is. */
export interface CodingState {
  state: CodingView["state"]
  question: CodedQuestion | undefined
  texts: number
  coders: { userId: string; name: string | null }[]
  codes: TextCode[]
  settled: SettledCode[]
  /** Texts that both have coded, and not alike. */
  differing: string[]
}

export async function codingState(tx: Tx, organizationId: string, surveyId: string): Promise<CodingState> {
  const frozen = await findFrozen(tx, organizationId, surveyId)
  if (frozen === undefined) throw new Problem("release.none")
  const question = codedQuestion(frozen.questionnaire)
  const coders = (await selectReviewers(tx, organizationId, surveyId)).map(({ user_id, name }) => ({
    ...{ userId: user_id, name },
  }))
  const nothing = { question, texts: 0, coders, codes: [], settled: [], differing: [] }
  if (question === undefined) return { ...nothing, state: "not-asked" }

  const at = [tx, organizationId, surveyId, question.id] as const
  const texts = await countTexts(...at)
  const codes = await selectCodes(...at)
  const settled = await selectSettled(...at)
  const differing = differingOf(codes)
  const all = { question, texts, coders, codes, settled, differing }
  const told = await selectTold(...at)
  if (told.shares) return { ...all, state: "published" }
  if (told.words) return { ...all, state: "words-told" }
  if (texts === 0) return { ...all, state: "not-asked" }
  if (coders.length < 2) return { ...all, state: "one-coder" }
  if (coders.some(({ userId }) => doneBy(codes, userId) < texts)) return { ...all, state: "coding" }
  const decided = new Set(settled.map(({ comment_id }) => comment_id))
  const open = differing.filter((comment) => !decided.has(comment))
  if (open.length > 0) return { ...all, state: "settling" }
  return { ...all, state: texts < leastTexts ? "too-few" : "ready" }
}

export const doneBy = (codes: readonly TextCode[], userId: string): number =>
  codes.filter(({ user_id }) => user_id === userId).length

function differingOf(codes: readonly TextCode[]): string[] {
  const first = new Map<string, string>()
  const differing: string[] = []
  for (const { comment_id, code } of codes) {
    const before = first.get(comment_id)
    if (before === undefined) first.set(comment_id, code)
    else if (before !== code) differing.push(comment_id)
  }
  return differing
}
