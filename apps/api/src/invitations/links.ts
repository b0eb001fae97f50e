import { createHash, createHmac } from "node:crypto"
import { fromBase64url, toBase64url } from "@throughline/ballot"

/** A personal link's secret: 16 bytes organization ‖ 32 bytes HMAC-SHA256(key, survey ‖ person ‖ nonce), base64url. */
export function linkSecret(
  key: Uint8Array,
  invitation: { organizationId: string; surveyId: string; personId: string; nonce: Uint8Array },
): string {
  const { organizationId, surveyId, personId, nonce } = invitation
  const mac = createHmac("sha256", key)
    .update(uuidBytes(surveyId))
    .update(uuidBytes(personId))
    .update(nonce)
    .digest()
  return toBase64url(Buffer.concat([uuidBytes(organizationId), mac]))
}

/** What the database knows of a secret: its organization and its SHA-256. undefined: this was never one of our links. */
export function readSecret(secret: string): { organizationId: string; hash: Uint8Array } | undefined {
  const bytes = fromBase64url(secret)
  if (bytes?.length !== 48) return undefined
  const hex = Buffer.from(bytes.subarray(0, 16)).toString("hex")
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
  return { organizationId, hash: createHash("sha256").update(bytes).digest() }
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex")
}
