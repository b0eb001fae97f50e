import { createHash, createHmac } from "node:crypto"
import { fromBase64url, toBase64url } from "@throughline/ballot"

/** What a trustee's link is computed from, so that a reminder can carry it and the database need not. */
export interface TrusteeLinkParts {
  organizationId: string
  surveyId: string
  seat: number
  /** Made anew with each link: the one before opens nothing any more. */
  nonce: Uint8Array
}

/** What a trustee's link ends with: 16 bytes organization ‖ 32 bytes HMAC(key, survey ‖ seat ‖ nonce), base64url. */
export function trusteeSecret(key: Uint8Array, parts: TrusteeLinkParts): string {
  return toBase64url(secretBytes(key, parts))
}

/** All that the database keeps of it. */
export function trusteeSecretHash(key: Uint8Array, parts: TrusteeLinkParts): Uint8Array {
  return hashOf(secretBytes(key, parts))
}

/** What the database knows of a secret: its organization and its hash. undefined: this was never one of our links. */
export function readTrusteeSecret(secret: string): { organizationId: string; hash: Uint8Array } | undefined {
  if (secret.length !== 64) return undefined
  const bytes = fromBase64url(secret)
  if (bytes?.length !== 48) return undefined
  const hex = Buffer.from(bytes.subarray(0, 16)).toString("hex")
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return { organizationId, hash: hashOf(bytes) }
}

function secretBytes(key: Uint8Array, { organizationId, surveyId, seat, nonce }: TrusteeLinkParts): Buffer {
  const mac = createHmac("sha256", key)
    .update("trustee\0")
    .update(uuidBytes(surveyId))
    .update(Uint8Array.of(seat))
    .update(nonce)
    .digest()
  return Buffer.concat([uuidBytes(organizationId), mac])
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest()
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex")
}
