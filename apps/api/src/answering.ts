import {
  type BallotKey,
  ballotMessage,
  blind,
  type Cast,
  createBallotKey,
  fromBase64url,
  makeCast,
  toBase64url,
  unblind,
} from "@throughline/ballot"
import type { Deps } from "./deps.ts"
import type { OpenedInvitation } from "./invitations/schemas.ts"
import { signBallot } from "./signing/sign-ballot.ts"

type Open = Pick<OpenedInvitation & { state: "open" }, "manifest" | "leaf">

/** What a browser keeps of its own ballot. */
export interface OwnBallot {
  ballotKey: BallotKey
  /** The signature over the ballot key, unblinded: the right to cast, correct and withdraw. */
  credential: string
  cast: Cast
}

/** Has the blinded message signed for one personal link: by the verb, or by a request over HTTP. */
export type Sign = (secret: string, blinded: string) => Promise<string>

/** Does what the respondent's page does: makes a key, has it signed blindly, seals the answers for its cohort. */
export async function answerInvitation(
  from: Pick<Deps, "db" | "keys" | "signer"> | Sign,
  invitation: Open,
  secret: string,
  answers: unknown,
): Promise<OwnBallot> {
  const ballotKey = await createBallotKey()
  const credential = await getCredential(from, invitation, secret, ballotKey)
  return { ballotKey, credential, cast: await seal(invitation, { ballotKey, credential }, answers, 0) }
}

/** The same ballot with other answers, from the same browser; null withdraws it. */
export async function correctAnswers(invitation: Open, own: OwnBallot, answers: unknown): Promise<OwnBallot> {
  return { ...own, cast: await seal(invitation, own, answers, own.cast.sequence + 1) }
}

/** The unblinded signature over a ballot key. */
async function getCredential(
  from: Pick<Deps, "db" | "keys" | "signer"> | Sign,
  { leaf }: Open,
  secret: string,
  { publicKey }: BallotKey,
): Promise<string> {
  const message = await ballotMessage(publicKey)
  const { blinded, inverse } = await blind(leaf.key, message)
  const sign: Sign =
    typeof from === "function" ? from : (secret, blinded) => signBallot(from, secret, blinded)
  const signature = fromBase64url(await sign(secret, toBase64url(blinded))) ?? new Uint8Array()
  const credential = await unblind(leaf.key, message, signature, inverse)
  if (credential === undefined) throw new Error("the signature is not good under the cohort's key")
  return toBase64url(credential)
}

function seal(
  { manifest, leaf }: Open,
  { ballotKey, credential }: Pick<OwnBallot, "ballotKey" | "credential">,
  answers: unknown,
  sequence: number,
): Promise<Cast> {
  const receipt = crypto.getRandomValues(new Uint8Array(16))
  return makeCast({ manifest, leaf, sequence, ballotKey, credential, answers, receipt })
}
