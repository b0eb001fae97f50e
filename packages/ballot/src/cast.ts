import { type BallotKey, ballotMessage } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { type SigningKey, verifyBlindSignature } from "./blind.ts"
import { canonicalJson } from "./canonical-json.ts"
import type { CohortLeaf } from "./leaf.ts"
import { type Manifest, sha256 } from "./manifest.ts"
import { pad } from "./padding.ts"
import { seal } from "./seal.ts"

/** One sealed ballot on its way to the box. Binary values are base64url. */
export interface Cast {
  organization: string
  survey: string
  cohort: number
  /** 0 for the first, higher for each correction by the same ballot key. */
  sequence: number
  ballotKey: string
  /** The right to cast: the unblinded signature over `ballotMessage(ballotKey)` by the cohort's key. */
  credential: string
  ciphertext: string
  /** ECDSA P-256 with SHA-256, r ‖ s, 64 bytes: over everything here, the ciphertext by its hash. */
  signature: string
}

/** A cast without the answers: what stays of it in a bundle, and can still be verified. */
export type CastProof = Omit<Cast, "ciphertext"> & { ciphertextHash: string }

export interface CastInput {
  manifest: Manifest
  leaf: CohortLeaf
  sequence: number
  ballotKey: BallotKey
  credential: string
  /** null withdraws what was answered before; nobody sees that before the close. */
  answers: unknown
  /** 16 random bytes that only this browser knows, to find its own ballot in the published receipts. */
  receipt: Uint8Array
}

const ECDSA = { name: "ECDSA", hash: "SHA-256" } as const
export const RECEIPT_BYTES = 16

/**
 * Seals the answers for one cohort and signs the ballot. Rejects with a RangeError when the answers do not fit the
 * survey's one size (their length must not show), or the receipt is not 16 bytes. That the leaf is the manifest's
 * (`verifyLeaf`) and the credential valid (`unblind`) has been checked before.
 */
export async function makeCast(input: CastInput): Promise<Cast> {
  const { manifest, leaf, sequence, ballotKey, credential, answers, receipt } = input
  if (!isCount(sequence)) throw new RangeError(`sequence ${sequence} is not a whole number from 0 on`)
  if (receipt.length !== RECEIPT_BYTES) throw new RangeError(`a receipt has ${RECEIPT_BYTES} bytes`)
  const payload = new TextEncoder().encode(canonicalJson({ answers, receipt: toBase64url(receipt) }))
  const padded = pad(payload, manifest.sealedSize)
  if (!padded) {
    throw new RangeError(`the answers take ${payload.length} bytes; this survey seals ${manifest.sealedSize}`)
  }
  const sealed = await seal(padded, manifest, leaf.id, ballotKey.publicKey)
  const { organization, survey } = manifest
  const cast = {
    ...{ organization, survey, cohort: leaf.id, sequence, ballotKey: ballotKey.publicKey, credential },
    ciphertext: toBase64url(sealed),
  }
  const ciphertextHash = toBase64url(await sha256(sealed))
  const signed = signedBytes({ ...cast, ciphertextHash })
  const signature = await crypto.subtle.sign(ECDSA, ballotKey.keyPair.privateKey, signed)
  return { ...cast, signature: toBase64url(new Uint8Array(signature)) }
}

/**
 * Whether the cohort's key allowed this ballot and the ballot key signed exactly this cast. Never throws, whatever
 * the values are.
 */
export async function verifyCast(cast: Cast, leafKey: SigningKey): Promise<boolean> {
  const proof = await proofOf(cast)
  return proof !== undefined && (await isSigned(proof)) && (await isAllowed(proof, leafKey))
}

/** The cast with the hash of its ciphertext instead of it; undefined when that is no base64url. */
export async function proofOf({ ciphertext, ...cast }: Cast): Promise<CastProof | undefined> {
  const sealed = fromBase64url(ciphertext)
  if (!sealed || sealed.length === 0) return undefined
  return { ...cast, ciphertextHash: toBase64url(await sha256(sealed)) }
}

/** Whether the cohort's key signed this ballot key, without having seen it. */
export async function isAllowed(
  { ballotKey, credential }: Pick<CastProof, "ballotKey" | "credential">,
  leafKey: SigningKey,
): Promise<boolean> {
  const signature = fromBase64url(credential)
  return signature !== undefined && verifyBlindSignature(leafKey, await ballotMessage(ballotKey), signature)
}

/** Whether the ballot key signed exactly this. */
export async function isSigned(cast: CastProof): Promise<boolean> {
  const key = fromBase64url(cast.ballotKey)
  const signature = fromBase64url(cast.signature)
  const named = typeof cast.organization === "string" && typeof cast.survey === "string"
  if (!named || !isCount(cast.cohort) || !isCount(cast.sequence)) return false
  if (key?.length !== 65 || signature?.length !== 64) return false
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" }
    const publicKey = await crypto.subtle.importKey("raw", key, algorithm, false, ["verify"])
    return await crypto.subtle.verify(ECDSA, publicKey, signature, signedBytes(cast))
  } catch {
    return false // 65 bytes that are no point of the curve
  }
}

/** What the ballot key signs. The domain name in front keeps a signature made here from meaning anything elsewhere. */
export function signedBytes(cast: Omit<CastProof, "signature">): Uint8Array<ArrayBuffer> {
  const { organization, survey, cohort, sequence, ballotKey, credential, ciphertextHash } = cast
  const signed = { organization, survey, cohort, sequence, ballotKey, credential, ciphertextHash }
  return new TextEncoder().encode(`throughline-cast-2\0${canonicalJson(signed)}`)
}

/** Whole numbers that the database's integer column can hold. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0x7fffffff
}
