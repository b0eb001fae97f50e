import { createHash } from "node:crypto"
import { fromBase64url, toBase64url } from "@throughline/ballot"

/** A new link secret: 16 bytes organization ‖ 32 random bytes, base64url; and its SHA-256, all that is kept of it. */
export function newSecret(
  organizationId: string,
  random: (length: number) => Uint8Array,
): { secret: string; hash: Uint8Array } {
  const bytes = Buffer.concat([Buffer.from(organizationId.replaceAll("-", ""), "hex"), random(32)])
  return { secret: toBase64url(bytes), hash: hashOf(bytes) }
}

/** What the database knows of a secret: its organization and its hash. undefined: this was never one of our links. */
export function readSecret(secret: string): { organizationId: string; hash: Uint8Array } | undefined {
  const bytes = fromBase64url(secret)
  if (bytes?.length !== 48) return undefined
  const hex = Buffer.from(bytes.subarray(0, 16)).toString("hex")
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return { organizationId, hash: hashOf(bytes) }
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest()
}
