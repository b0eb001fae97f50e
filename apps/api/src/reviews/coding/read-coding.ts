import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../../auth/session.ts"
import type { Deps } from "../../deps.ts"
import { selectCandidates } from "../queries.ts"
import { refuseUnnamed, reviewable } from "../refuse-unnamed.ts"
import { agreementOf } from "./agreement-of.ts"
import { type CodingState, codingState, doneBy } from "./coding-state.ts"
import type { TextCode } from "./queries.ts"
import type { CodingView } from "./schemas.ts"

/** What a coder sees of the codes: all of them when both are done, else the own ones. A test takes it away. */
function blind(codes: readonly TextCode[], userId: string, isDone: boolean): TextCode[] {
  return codes.filter(({ user_id }) => isDone || user_id === userId)
}

/** Where the coding stands, for one of the coders. Without a word of any text: no look at them, so nothing is noted. */
export function readCoding(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseUnnamed,
  keep = blind,
): Promise<CodingView> {
  return withOrganization(deps.db, "web", session.organizationId, async (tx) => {
    await reviewable(tx, session, surveyId, refuse)
    return await codingInside(tx, session, surveyId, keep)
  })
}

export async function codingInside(
  tx: Tx,
  { organizationId, userId }: Session,
  surveyId: string,
  keep = blind,
): Promise<CodingView> {
  const all = await codingState(tx, organizationId, surveyId)
  const isDone = isCoded(all)
  const seen = keep(all.codes, userId, isDone)
  const own = new Map<string, string>()
  const others = new Map<string, string>()
  for (const { comment_id, user_id, code } of seen) (user_id === userId ? own : others).set(comment_id, code)
  const settledOf = new Map(all.settled.map((one) => [one.comment_id, one]))
  const other = all.coders.find((coder) => coder.userId !== userId)
  const members = await selectCandidates(tx, organizationId)
  const pairs = [...own].flatMap(([comment, mine]) => {
    const theirs = others.get(comment)
    return theirs === undefined ? [] : [{ comment, mine, theirs }]
  })
  return {
    state: all.state,
    question: all.question === undefined ? null : { id: all.question.id, text: all.question.text },
    codes: [
      ...(all.question?.options ?? []).map(({ id, text }) => ({ code: id, text })),
      { code: "other", text: "Something else" },
      { code: "cannot-tell", text: "Cannot tell" },
    ],
    texts: all.texts,
    mine: [...own].map(([comment, code]) => ({ comment, code })),
    other: other === undefined ? null : { name: other.name ?? "", done: doneBy(all.codes, other.userId) },
    agreement:
      pairs.length === 0 ? null : agreementOf(pairs.map(({ mine, theirs }) => [mine, theirs] as const)),
    differences: pairs
      .filter(({ mine, theirs }) => mine !== theirs)
      .map((pair) => {
        const settled = settledOf.get(pair.comment)
        const by = members.find(({ user_id }) => user_id === settled?.settled_by)?.name ?? null
        return {
          ...pair,
          settled: settled === undefined ? null : { code: settled.code, revision: settled.revision, by },
        }
      }),
    changes: all.settled.reduce((sum, { revision }) => sum + revision, 0),
  }
}

/** Whether both have coded every text: from then on each sees the other's, and none changes any more. */
export function isCoded({ coders, codes, texts }: CodingState): boolean {
  return coders.length === 2 && texts > 0 && coders.every(({ userId }) => doneBy(codes, userId) === texts)
}
