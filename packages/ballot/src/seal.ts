import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core"
import { ballotMessage } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { canonicalJson } from "./canonical-json.ts"
import { type Manifest, manifestHash, sha256 } from "./manifest.ts"
import { ENCAPSULATED_KEY_BYTES } from "./padding.ts"

/** The survey's HPKE key pair, base64url: public 65 bytes (uncompressed point), private 32 bytes (scalar). */
export interface SealingKey {
  publicKey: string
  privateKey: string
}

type Bytes = Uint8Array<ArrayBuffer>

/** RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. All of it is in every browser's WebCrypto. */
export const hpkeSuite = /* @__PURE__ */ new CipherSuite({
  kem: /* @__PURE__ */ new DhkemP256HkdfSha256(),
  kdf: /* @__PURE__ */ new HkdfSha256(),
  aead: /* @__PURE__ */ new Aes128Gcm(),
})

export async function createSealingKey(): Promise<SealingKey> {
  const { kem } = hpkeSuite
  const pair = await kem.generateKeyPair()
  const publicKey = await kem.serializePublicKey(pair.publicKey)
  const privateKey = await kem.serializePrivateKey(pair.privateKey)
  return {
    publicKey: toBase64url(new Uint8Array(publicKey)),
    privateKey: toBase64url(new Uint8Array(privateKey)),
  }
}

/** Whether the two halves are one key: what is sealed to the public one opens with the private one. Never throws. */
export async function belongTogether(key: SealingKey): Promise<boolean> {
  try {
    const { publicKey, privateKey } = await importPair(key)
    const sender = await hpkeSuite.createSenderContext({ recipientPublicKey: publicKey })
    const sealed = await sender.seal(new Uint8Array(1))
    const recipient = await hpkeSuite.createRecipientContext({
      recipientKey: { publicKey, privateKey },
      enc: sender.enc,
    })
    await recipient.open(sealed)
    return true
  } catch {
    return false
  }
}

/** HPKE mixes the public key into the secret; given the pair, it need not be worked out for every ballot. */
export async function importPair(key: SealingKey): Promise<CryptoKeyPair> {
  const { kem } = hpkeSuite
  const publicKey = fromBase64url(key.publicKey)
  const privateKey = fromBase64url(key.privateKey)
  if (!publicKey || !privateKey) throw new Error("the sealing key is not base64url")
  return {
    publicKey: await kem.deserializePublicKey(publicKey),
    privateKey: await kem.deserializePrivateKey(privateKey),
  }
}

/** What a sealed answer is bound to from outside: it opens for this survey, cohort and promise, or not at all. */
export async function sealingContext(manifest: Manifest, cohort: number): Promise<Bytes> {
  const bound = [manifest.organization, manifest.survey, cohort, await manifestHash(manifest)]
  const digest = await sha256(new TextEncoder().encode(canonicalJson(bound)))
  const domain = new TextEncoder().encode("throughline-seal-2\0")
  const info = new Uint8Array(domain.length + digest.length)
  info.set(domain)
  info.set(digest, domain.length)
  return info
}

/** Encapsulated key ‖ ciphertext ‖ tag. Throws when the manifest's key is no point of the curve. */
export async function seal(
  padded: Bytes,
  manifest: Manifest,
  cohort: number,
  ballotKey: string,
): Promise<Bytes> {
  const raw = fromBase64url(manifest.sealingKey)
  if (!raw) throw new Error("the survey's sealing key is not base64url")
  const recipientPublicKey = await hpkeSuite.kem.deserializePublicKey(raw)
  const info = await sealingContext(manifest, cohort)
  const sender = await hpkeSuite.createSenderContext({ recipientPublicKey, info })
  const sealed = new Uint8Array(await sender.seal(padded, await ballotMessage(ballotKey)))
  const whole = new Uint8Array(ENCAPSULATED_KEY_BYTES + sealed.length)
  whole.set(new Uint8Array(sender.enc))
  whole.set(sealed, ENCAPSULATED_KEY_BYTES)
  return whole
}
