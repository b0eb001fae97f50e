import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt } from "node:crypto"

/** The RSA operation alone, without padding: the message is encoded already, and blinded. */
export type RawRsa = (key: KeyObject, message: Uint8Array) => Uint8Array

const padding = constants.RSA_NO_PADDING

export const withPrivateKey: RawRsa = (key, message) => privateDecrypt({ key, padding }, message)

/** s^e = m. A test takes it away to see a faulty signature leave. */
function isSignatureOf(publicKey: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  return publicEncrypt({ key: publicKey, padding }, signature).equals(message)
}

/**
 * Signs a blinded message. Throws rather than hand out a wrong result: one fault in the arithmetic (a cosmic ray, a
 * tampered processor) gives whoever sees it the private key (Boneh, DeMillo, Lipton 1997).
 */
export function signRaw(
  privateKey: KeyObject,
  message: Uint8Array,
  raw: RawRsa = withPrivateKey,
  check = isSignatureOf,
): Uint8Array {
  const signature = raw(privateKey, message)
  if (!check(createPublicKey(privateKey), message, signature)) throw new Error("a signature did not verify")
  return signature
}
