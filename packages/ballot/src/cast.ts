import type { BallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { canonicalJson } from "./canonical-json.ts"
import type { Manifest } from "./manifest.ts"
import { pad } from "./padding.ts"
import { seal } from "./seal.ts"

/** The right to cast: for now the invitation link itself; later a blind signature. */
export type Credential = { kind: "invitation"; secret: string } | { kind: "blind"; signature: string }

/** One sealed ballot on its way to the box. Binary values are base64url. */
export interface Cast {
  organization: string
  survey: string
  cohort: number
  /** 0 for the first, higher for each correction by the same ballot key. */
  sequence: number
  ballotKey: string
  credential: Credential
  ciphertext: string
  /** ECDSA P-256 with SHA-256, r ‖ s, 64 bytes. */
  signature: string
}

export interface CastInput {
  manifest: Manifest
  cohort: number
  sequence: number
  ballotKey: BallotKey
  credential: Credential
  answers: unknown
  /** 16 random bytes that only this browser knows, to find its own ballot in the published receipts. */
  receipt: Uint8Array
}

const ECDSA = { name: "ECDSA", hash: "SHA-256" } as const
const RECEIPT_BYTES = 16

/**
 * Seals the answers for one cohort and signs the ballot. Rejects with a RangeError when the answers do not fit the
 * survey's one size (their length must not show), the receipt is not 16 bytes, or the cohort is not in the manifest.
 */
export async function makeCast(input: CastInput): Promise<Cast> {
  const { manifest, cohort, sequence, ballotKey, credential, answers, receipt } = input
  if (!manifest.cohorts.some(({ id }) => id === cohort))
    throw new RangeError(`cohort ${cohort} is not in the manifest`)
  if (!isCount(sequence)) throw new RangeError(`sequence ${sequence} is not a whole number from 0 on`)
  if (receipt.length !== RECEIPT_BYTES) throw new RangeError(`a receipt has ${RECEIPT_BYTES} bytes`)
  const payload = new TextEncoder().encode(canonicalJson({ answers, receipt: toBase64url(receipt) }))
  const padded = pad(payload, manifest.sealedSize)
  if (!padded) {
    throw new RangeError(`the answers take ${payload.length} bytes; this survey seals ${manifest.sealedSize}`)
  }
  const ciphertext = toBase64url(await seal(padded, manifest, cohort, ballotKey.publicKey))
  const { organization, survey } = manifest
  const unsigned = { organization, survey, cohort, sequence, ballotKey: ballotKey.publicKey, ciphertext }
  const signature = await crypto.subtle.sign(ECDSA, ballotKey.keyPair.privateKey, signedBytes(unsigned))
  return { ...unsigned, credential, signature: toBase64url(new Uint8Array(signature)) }
}

/**
 * Whether the ballot key signed exactly this cast. The credential is left out on purpose: it is not kept, and a
 * ballot in the box must stay verifiable without it. Never throws, whatever the values are.
 */
export async function verifyCast(cast: Cast): Promise<boolean> {
  const key = fromBase64url(cast.ballotKey)
  const signature = fromBase64url(cast.signature)
  const named = typeof cast.organization === "string" && typeof cast.survey === "string"
  if (!named || !isCount(cast.cohort) || !isCount(cast.sequence)) return false
  if (key?.length !== 65 || signature?.length !== 64 || !fromBase64url(cast.ciphertext)) return false
  try {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" }
    const publicKey = await crypto.subtle.importKey("raw", key, algorithm, false, ["verify"])
    return await crypto.subtle.verify(ECDSA, publicKey, signature, signedBytes(cast))
  } catch {
    return false // 65 bytes that are no point of the curve
  }
}

/** The domain name in front keeps a signature made here from meaning anything elsewhere. */
function signedBytes(cast: Omit<Cast, "credential" | "signature">): Uint8Array<ArrayBuffer> {
  const { organization, survey, cohort, sequence, ballotKey, ciphertext } = cast
  const signed = { organization, survey, cohort, sequence, ballotKey, ciphertext }
  return new TextEncoder().encode(`throughline-cast-1\0${canonicalJson(signed)}`)
}

/** Whole numbers that the database's integer column can hold. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0x7fffffff
}
