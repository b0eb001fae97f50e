import { fromBase64url, toBase64url } from "./base64url.ts"
import { joined } from "./joined.ts"
import { ENCAPSULATED_KEY_BYTES } from "./padding.ts"
import { hpkeSuite, importPair, type SealingKey } from "./seal.ts"

/**
 * Seals a short text to one key, for one use: it opens with the same `use` or not at all. Encapsulated key ‖
 * ciphertext ‖ tag, base64url. Throws when the key is no point of the curve.
 */
export async function sealTo(publicKey: string, use: string, text: string): Promise<string> {
  const recipientPublicKey = await hpkeSuite.kem.deserializePublicKey(
    fromBase64url(publicKey) ?? new Uint8Array(),
  )
  const sender = await hpkeSuite.createSenderContext({ recipientPublicKey, info: infoOf(use) })
  const sealed = new Uint8Array(await sender.seal(new TextEncoder().encode(text)))
  return toBase64url(joined(new Uint8Array(sender.enc), sealed))
}

/** undefined: sealed to another key or for another use, or changed on the way. */
export async function openEnvelope(
  key: SealingKey,
  use: string,
  envelope: string,
): Promise<string | undefined> {
  const sealed = fromBase64url(envelope)
  if (sealed === undefined) return undefined
  try {
    const recipient = await hpkeSuite.createRecipientContext({
      recipientKey: await importPair(key),
      enc: sealed.slice(0, ENCAPSULATED_KEY_BYTES),
      info: infoOf(use),
    })
    const opened = await recipient.open(sealed.slice(ENCAPSULATED_KEY_BYTES))
    return new TextDecoder("utf-8", { fatal: true }).decode(opened)
  } catch {
    return undefined
  }
}

function infoOf(use: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`throughline-envelope-1\0${use}`)
}
