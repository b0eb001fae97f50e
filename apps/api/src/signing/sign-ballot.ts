import { createHash } from "node:crypto"
import { fromBase64url, toBase64url } from "@throughline/ballot"
import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { readSecret } from "../invitations/links.ts"
import { Problem } from "../problem.ts"
import { keyContext } from "./make-keys.ts"
import { bindMessage, everybody, onlyThisMessage } from "./queries.ts"

/**
 * Signs the one blinded message of an invitation; the same again is signed again. The server cannot tell which ballot
 * it has signed: that is what makes the ballot secret. `secret`: what stands in the personal link.
 */
export async function signBallot(
  deps: Pick<Deps, "db" | "keys" | "signer">,
  secret: string,
  blinded: string,
  mine = onlyThisMessage,
  gone = everybody,
): Promise<string> {
  const message = fromBase64url(blinded)
  if (message === undefined) throw new Problem("ballot.invalid")
  const known = await readSecret(deps.db, secret)
  if (known === undefined) throw new Problem("invitation.unknown")
  const { organizationId } = known
  const hash = createHash("sha256").update(message).digest()
  const bound = await withOrganization(deps.db, "web", organizationId, (tx) =>
    bindMessage(tx, organizationId, known.hash, { blinded: message, hash }, mine, gone),
  )
  if (bound === undefined) throw new Problem("invitation.unknown")
  switch (bound.outcome) {
    case "closed":
      throw new Problem("survey.closed")
    case "gone":
      throw new Problem("invitation.withdrawn")
    case "malformed":
      throw new Problem("ballot.invalid")
    case "answered":
      throw new Problem("ballot.answered")
  }
  const { survey_id: surveyId, cohort_id: number, private: sealed } = bound
  const signature = await deps.signer.sign(surveyId, number, message, () =>
    deps.keys.decrypt(keyContext(organizationId, surveyId, number), sealed ?? new Uint8Array()),
  )
  return toBase64url(new Uint8Array(signature))
}
