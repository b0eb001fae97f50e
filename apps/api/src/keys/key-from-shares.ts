import { joinShares, type SealingKey } from "@throughline/ballot"
import { Problem, type ProblemCode } from "../problem.ts"

const codes = {
  mistyped: "recovery.share-mistyped",
  "other-survey": "recovery.share-foreign",
  "same-share": "recovery.share-twice",
  "not-a-pair": "recovery.shares-void",
} as const satisfies Record<string, ProblemCode>

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
