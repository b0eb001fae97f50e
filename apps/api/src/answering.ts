import { type BallotKey, type Cast, createBallotKey, type Manifest, makeCast } from "@throughline/ballot"
import type { OpenedInvitation } from "./invitations/schemas.ts"

/** What a browser keeps of its own ballot. */
export interface OwnBallot {
  ballotKey: BallotKey
  cast: Cast
}

/** Does what the respondent's page does: makes a key, seals the answers for the invitation's cohort, signs. */
export function answerInvitation(
  invitation: OpenedInvitation & { state: "open" },
  secret: string,
  answers: unknown,
  sequence = 0,
  ballotKey?: BallotKey,
): Promise<OwnBallot> {
  return sealAnswers(invitation.manifest, invitation.cohort.id, secret, answers, sequence, ballotKey)
}

export async function sealAnswers(
  manifest: Manifest,
  cohort: number,
  secret: string,
  answers: unknown,
  sequence = 0,
  ballotKey?: BallotKey,
): Promise<OwnBallot> {
  const key = ballotKey ?? (await createBallotKey())
  const cast = await makeCast({
    manifest,
    cohort,
    sequence,
    ballotKey: key,
    credential: { kind: "invitation", secret },
    answers,
    receipt: crypto.getRandomValues(new Uint8Array(16)),
  })
  return { ballotKey: key, cast }
}
