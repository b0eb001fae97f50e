import { type Cast, fromBase64url, verifyCast } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { readSecret } from "../invitations/links.ts"
import { Problem } from "../problem.ts"

/**
 * Puts one sealed ballot into the box; resolves after the commit. Sending the same ballot again answers "kept", one
 * with a higher sequence number replaces it. Whoever calls has no session: the link's secret is the right to cast.
 */
export async function castBallot(deps: Pick<Deps, "box" | "db">, cast: Cast): Promise<"stored" | "kept"> {
  if (cast.credential.kind !== "invitation") throw new Problem("ballot.invalid")
  const invitation = await readSecret(deps.db, cast.credential.secret)
  // Also a link of another organization: whether that one exists is not told.
  if (invitation === undefined || invitation.organizationId !== cast.organization) {
    throw new Problem("invitation.unknown")
  }
  if (!(await verifyCast(cast))) throw new Problem("ballot.invalid")
  const answer = await deps.box.cast(cast.organization, {
    surveyId: cast.survey,
    cohort: cast.cohort,
    secretHash: invitation.hash,
    ballotKey: bytes(cast.ballotKey),
    sequence: cast.sequence,
    ciphertext: bytes(cast.ciphertext),
    signature: bytes(cast.signature),
  })
  switch (answer) {
    case "stored":
    case "kept":
      return answer
    case "answered":
      throw new Problem("ballot.answered")
    case "closed":
      throw new Problem("survey.closed")
    case "size":
      throw new Problem("ballot.invalid")
    case "unknown":
      throw new Problem("invitation.unknown")
  }
}

function bytes(text: string): Uint8Array {
  const value = fromBase64url(text)
  if (value === undefined) throw new Problem("ballot.invalid")
  return value
}
