import { type Cast, ciphertextSize, type SigningKey } from "@throughline/ballot"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { base64urlBytes } from "./base64url-bytes.ts"
import { promisedOf } from "./leaves.ts"
import { verifyAtOnce } from "./verify-at-once.ts"

type Verify = (cast: Cast, leafKey: SigningKey) => boolean | Promise<boolean>

/** Casts this process checks and writes at once. A company that answers at one stroke stays far below. */
const MOST_AT_ONCE = 4_000
let underWay = 0

/**
 * Puts one sealed ballot into the box; resolves after the commit. Sending the same ballot again answers "kept", one
 * with a higher sequence number replaces it. Whoever calls is nobody: the right to cast is the blind signature, which
 * names no invitation.
 *
 * `verify`: whether the ballot's two signatures are good; a test takes it away to see the box stuffed.
 */
export async function castBallot(
  deps: Pick<Deps, "box" | "db">,
  cast: Cast,
  verify: Verify = verifyAtOnce,
): Promise<"stored" | "kept"> {
  if (underWay >= MOST_AT_ONCE) throw new Problem("server.busy")
  underWay++
  try {
    return await checkAndCast(deps, cast, verify)
  } finally {
    underWay--
  }
}

async function checkAndCast(deps: Pick<Deps, "box" | "db">, cast: Cast, verify: Verify) {
  const promised = await promisedOf(deps.db, cast.organization, cast.survey)
  const leaf = promised?.leaves.find(({ id }) => id === cast.cohort)
  if (promised === undefined || leaf === undefined) throw new Problem("ballot.invalid")
  const ciphertext = bytes(cast.ciphertext)
  if (ciphertext.length !== ciphertextSize(promised.manifest.sealedSize)) throw new Problem("ballot.invalid")
  if (!(await verify(cast, leaf.key))) throw new Problem("ballot.invalid")
  const answer = await deps.box.cast(cast.organization, {
    surveyId: cast.survey,
    cohort: cast.cohort,
    ballotKey: bytes(cast.ballotKey),
    sequence: cast.sequence,
    credential: bytes(cast.credential),
    ciphertext,
    signature: bytes(cast.signature),
  })
  switch (answer) {
    case "stored":
    case "kept":
      return answer
    case "closed":
      throw new Problem("survey.closed")
    case "unknown":
      throw new Problem("ballot.invalid")
  }
}

function bytes(text: string): Uint8Array {
  const value = base64urlBytes(text)
  if (value === undefined) throw new Problem("ballot.invalid")
  return value
}
