import { constants, createHash, createPublicKey, type KeyObject, verify } from "node:crypto"
import { type Cast, type SigningKey, signedBytes } from "@throughline/ballot"
import { base64urlBytes } from "./base64url-bytes.ts"

// The same as `verifyCast`, with Node's own functions and half the CPU: WebCrypto reads every key anew and sends each of
// its six steps through the thread pool. A test compares the two; the close uses `verifyCast`.

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }

/** By modulus: the leaves of the surveys that are open, and few. */
const cohortKeys = new Map<string, KeyObject>()
const COHORTS = 5000

/** Whether the cohort's key allowed this ballot and the ballot key signed exactly this cast. Never throws. */
export function verifyAtOnce(cast: Cast, leafKey: SigningKey): boolean {
  try {
    const point = bytesOf(cast.ballotKey)
    const signature = bytesOf(cast.signature)
    if (point.length !== 65 || point[0] !== 4 || signature.length !== 64) return false
    const message = createHash("sha256").update("ballot-key\0").update(point).digest()
    if (!verify("sha384", message, { key: cohortKey(leafKey), ...PSS }, bytesOf(cast.credential)))
      return false
    const ciphertextHash = createHash("sha256").update(bytesOf(cast.ciphertext)).digest("base64url")
    const ecdsa = { key: ballotKey(point), dsaEncoding: "ieee-p1363" } as const
    return verify("sha256", signedBytes({ ...cast, ciphertextHash }), ecdsa, signature)
  } catch {
    return false // no base64url, or no point of the curve
  }
}

function ballotKey(point: Buffer): KeyObject {
  const coordinate = (from: number) => point.subarray(from, from + 32).toString("base64url")
  const jwk = { kty: "EC", crv: "P-256", x: coordinate(1), y: coordinate(33) }
  return createPublicKey({ key: jwk, format: "jwk" })
}

function cohortKey({ n, e }: SigningKey): KeyObject {
  const known = cohortKeys.get(n)
  if (known !== undefined) return known
  const key = createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" })
  if (cohortKeys.size >= COHORTS) cohortKeys.clear()
  cohortKeys.set(n, key)
  return key
}

function bytesOf(text: string): Buffer {
  const bytes = base64urlBytes(text)
  if (bytes === undefined || bytes.length === 0) throw new RangeError("no bytes")
  return bytes
}
