import { createHmac, timingSafeEqual } from "node:crypto"
import { sealChallenge, toBase64url } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import type { Trustee } from "./as-trustee.ts"

type Keys = Pick<Deps, "keys">

/**
 * What only the holder of a key's private half can tell this seat's page: a number sealed to that key. The number is
 * computed, not kept; it is another one for every survey, seat and key. A link alone, which lies in a mailbox and which
 * the server itself can compute, is therefore never enough to hand a share over or to bring results.
 */
export function challengeFor(deps: Keys, trustee: Trustee, publicKey: string): Promise<string> {
  return sealChallenge(publicKey, trustee.surveyId, trustee.seat, nonceOf(deps, trustee, publicKey))
}

/** Throws trustee.not-proven unless `proof` is what the challenge of this key held. Tests take it away. */
export function refuseUnproven(deps: Keys, trustee: Trustee, publicKey: string, proof: string): void {
  const wanted = Buffer.from(toBase64url(nonceOf(deps, trustee, publicKey)))
  const given = Buffer.from(proof)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new Problem("trustee.not-proven")
  }
}

function nonceOf({ keys }: Keys, { organizationId, surveyId, seat }: Trustee, publicKey: string): Buffer {
  return createHmac("sha256", keys.invitationKey)
    .update(JSON.stringify(["trustee possession", organizationId, surveyId, seat, publicKey]))
    .digest()
}
