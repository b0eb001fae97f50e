import type { Tx } from "@throughline/db"
import { Problem } from "../problem.ts"
import { isTrusteeNow } from "./queries.ts"

/**
 * Nobody comes to HR while they hold a share of a survey that is open or being closed: the promise names trustees who
 * are not of HR. Of a draft HR may name somebody else still, and the launch looks again. A test takes it away.
 */
export async function refuseTrusteeAsHr(
  tx: Tx,
  organizationId: string,
  { role, email }: { role: string; email: string },
): Promise<void> {
  if (role === "hr" && (await isTrusteeNow(tx, organizationId, email))) throw new Problem("member.is-trustee")
}
