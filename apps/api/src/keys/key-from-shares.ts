import { joinShares, type SealingKey } from "@throughline/ballot"
import { Problem, type ProblemCode } from "../problem.ts"
import type { SurveyRow } from "../surveys/queries.ts"

const codes = {
  mistyped: "recovery.share-mistyped",
  "other-survey": "recovery.share-foreign",
  "same-share": "recovery.share-twice",
  "not-a-pair": "recovery.shares-void",
} as const satisfies Record<string, ProblemCode>

/** What trustees hold was promised never to come together on this server, whoever hands two of their shares over. */
export function refuseTrustees({ sealing }: SurveyRow): void {
  if (sealing === "trustees") throw new Problem("survey.has-trustees")
}

/** The survey's sealing key from two of its shares. Throws what is wrong, and which of the two is. */
export async function keyFromShares(
  shares: readonly [string, string],
  surveyId: string,
  publicKey: string | null,
): Promise<SealingKey> {
  // No key was ever made: whatever these are, they are no shares of it.
  if (publicKey === null) throw new Problem("recovery.shares-void")
  const joined = await joinShares(surveyId, publicKey, shares)
  if (!("fault" in joined)) return joined
  const which = "share" in joined ? { issues: [{ share: joined.share }] } : {}
  throw new Problem(codes[joined.fault], which)
}
