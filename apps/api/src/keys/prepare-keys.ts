import type { Deps } from "../deps.ts"
import { type RecoveryShares, takeRecoveryShares } from "./take-recovery-shares.ts"
import { tryRecoveryShares } from "./try-recovery-shares.ts"

/** What HR does before a launch: takes three shares and puts two in again. For the demo, benches and tests. */
export async function prepareKeys(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<RecoveryShares> {
  const shares = await takeRecoveryShares(deps, organizationId, surveyId)
  await tryRecoveryShares(deps, organizationId, surveyId, [shares[2], shares[0]])
  return shares
}
