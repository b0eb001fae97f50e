import {
  ballotMessage,
  blind,
  type Cast,
  createBallotKey,
  fromBase64url,
  makeCast,
  toBase64url,
  unblind,
} from "@throughline/ballot"
import { checkPromise, type Verdict } from "./check-promise.ts"
import { beginCast, confirmCast, type Draft, keepCredential, takePass } from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"
import { type Posted, post } from "./post.ts"
import { promisesSeen } from "./remember.ts"
import type { Pass, SentBallot, Shelf } from "./shelf.ts"

/**
 * "sent": in the box, for certain. "elsewhere": another browser has used the link. "closed", "withdrawn": too late, or
 * the invitation is gone. "forged": the signature is not one by the published key. "questions", "other-promise",
 * "changed": the promise does not hold (`Verdict`). "refused": the server would not take the ballot. "busy": ask again
 * in a moment. "no-reply": nothing came back, and nobody can know whether it arrived.
 */
export type Outcome =
  | "sent"
  | "elsewhere"
  | "closed"
  | "withdrawn"
  | "forged"
  | "refused"
  | "busy"
  | "no-reply"
  | Exclude<Verdict, "kept" | "unreachable">

/**
 * Gets the signature if it is not there yet, seals and casts. May be called again after any outcome: every step that
 * was done is found in the shelf, and the newest cast of a browser counts.
 *
 * @param answers as the questionnaire's own check gave them; null takes them back, or says that there will be none
 */
export async function send(input: {
  shelf: Shelf
  id: string
  secret: string
  draft: Draft
  answers: unknown
  /** Told what is about to be signed: it can be shown while the page is open, and is not kept. */
  onBlinded?(blinded: string): void
}): Promise<Outcome> {
  const { shelf, id, secret, draft, answers, onBlinded } = input
  performance.mark("throughline:send")
  const { invitation } = draft
  const { manifest, leaf } = invitation
  const verdict = await checkPromise(invitation, await promisesSeen(shelf, invitation.survey.id))
  if (verdict === "unreachable") return "no-reply"
  if (verdict !== "kept") return verdict
  const taken = await takePass(shelf, id, answers === null ? "nothing" : "answers", () => newPass(invitation))
  const receipt = fromBase64url(taken?.receipt ?? "")
  if (!taken || !receipt) return "refused"
  const { ballotKey, pass } = taken
  if (pass.blinded !== null) onBlinded?.(pass.blinded)
  const signed = pass.credential ?? (await sign(secret, invitation, ballotKey.publicKey, pass))
  if (typeof signed !== "string") return signed.outcome
  if (pass.credential === null) await keepCredential(shelf, id, signed)
  const sequence = await beginCast(shelf, id)
  if (sequence === undefined) return "refused"
  const cast = await makeCast({ manifest, leaf, sequence, ballotKey, credential: signed, answers, receipt })
  performance.measure("throughline:seal", "throughline:send")
  const posted = await post("/api/ballots", cast)
  if (posted.status !== "ok") return outcomeOf(posted, ballotOutcomes)
  await confirmCast(shelf, id, toLookAt(cast))
  return "sent"
}

/** A ballot key, and what is to be signed for it, blinded: the server cannot tell which key it signs for. */
async function newPass({ leaf }: OpenInvitation) {
  const ballotKey = await createBallotKey()
  const { blinded, inverse } = await blind(leaf.key, await ballotMessage(ballotKey.publicKey))
  const pass: Pass = { blinded: toBase64url(blinded), inverse: toBase64url(inverse), credential: null }
  return { ballotKey, pass }
}

/** The one request that carries the link. What comes back must be valid under the published key of the group. */
async function sign(
  secret: string,
  { leaf }: OpenInvitation,
  publicKey: string,
  { blinded, inverse }: Pass,
): Promise<string | { outcome: Outcome }> {
  const posted = await post<{ signature: string }>(
    "/api/signatures",
    { blinded },
    { Authorization: `Invitation ${secret}` },
  )
  if (posted.status !== "ok") return { outcome: outcomeOf(posted, signatureOutcomes) }
  const [blindSignature, factor] = [fromBase64url(posted.body.signature), fromBase64url(inverse ?? "")]
  if (!blindSignature || !factor) return { outcome: "forged" }
  const signature = await unblind(leaf.key, await ballotMessage(publicKey), blindSignature, factor)
  return signature ? toBase64url(signature) : { outcome: "forged" }
}

const SHOWN = 48

function toLookAt({ cohort, sequence, ballotKey, credential, ciphertext, signature }: Cast): SentBallot {
  const sealedBytes = fromBase64url(ciphertext)?.length ?? 0
  return {
    cohort,
    sequence,
    ballotKey,
    credential,
    sealed: ciphertext.slice(0, SHOWN),
    sealedBytes,
    signature,
  }
}

function outcomeOf(posted: Exclude<Posted<unknown>, { status: "ok" }>, outcomes: Record<number, Outcome>) {
  return posted.status === "no-reply" ? "no-reply" : (outcomes[posted.status] ?? "busy")
}

const signatureOutcomes: Record<number, Outcome> = {
  404: "withdrawn",
  409: "elsewhere",
  410: "closed",
  400: "refused",
  413: "refused",
  422: "refused",
}
const ballotOutcomes: Record<number, Outcome> = { ...signatureOutcomes, 404: "closed", 409: "refused" }
