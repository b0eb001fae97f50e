import { fromBase64url, toBase64url } from "./base64url.ts"
import { sha256 } from "./manifest.ts"

/** Made in the respondent's browser, once per survey. Whoever holds it may correct or withdraw this ballot. */
export interface BallotKey {
  /** base64url, 65 bytes, P-256, uncompressed. */
  publicKey: string
  /** The private half cannot be exported; a browser keeps it in IndexedDB as it is. */
  keyPair: CryptoKeyPair
}

export async function createBallotKey(): Promise<BallotKey> {
  const keyPair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ])
  const raw = await crypto.subtle.exportKey("raw", keyPair.publicKey)
  return { publicKey: toBase64url(new Uint8Array(raw)), keyPair }
}

/**
 * SHA256("ballot-key\0" ‖ public key), 32 bytes: what a blind signature will sign, and what each sealed answer is
 * bound to. A text that is no base64url stands for no bytes; the checks of the cast refuse it.
 */
export async function ballotMessage(publicKey: string): Promise<Uint8Array<ArrayBuffer>> {
  const domain = new TextEncoder().encode("ballot-key\0")
  const key = fromBase64url(publicKey) ?? new Uint8Array()
  const message = new Uint8Array(domain.length + key.length)
  message.set(domain)
  message.set(key, domain.length)
  return sha256(message)
}
