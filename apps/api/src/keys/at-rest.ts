import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto"
import { promisify } from "node:util"

/** Hides bytes under one key. `context` says what they are: bytes put in another's place do not open. */
export interface AtRest {
  seal(context: string, bytes: Uint8Array): Uint8Array
  /** undefined: sealed under another key, for another context, or damaged. */
  open(context: string, sealed: Uint8Array): Uint8Array | undefined
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM: nonce, ciphertext, tag. */
export function atRest(key: Uint8Array): AtRest {
  return {
    seal(context, bytes) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context, "utf8"))
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    },
    open(context, sealed) {
      if (sealed.length < NONCE + TAG) return undefined
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(context, "utf8"))
        .setAuthTag(sealed.subarray(-TAG))
      const opened = decipher.update(sealed.subarray(NONCE, -TAG))
      try {
        return Buffer.concat([opened, decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

const stretch = promisify<string, Uint8Array, number, Buffer>(scrypt)

/** The key that a secret of the operator gives: slow on purpose, for secrets that somebody thought up. */
export async function keyFromSecret(secret: string, salt: Uint8Array): Promise<Uint8Array> {
  return await stretch(secret, salt, 32)
}
