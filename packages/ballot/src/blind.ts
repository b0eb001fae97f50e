import { fromBase64url } from "./base64url.ts"
import { inverseOf, power, toBytes, toNumber } from "./big-integer.ts"
import { PSS_HASH, pssEncode, SALT_BYTES } from "./pss-encode.ts"

// RFC 9474, RSABSSA-SHA384-PSS-Deterministic: SHA-384, MGF1 with SHA-384, a salt of 48 bytes, no message preparation.
// The signer's half (a private key, a raw RSA operation) belongs to the server and is not here.

/** An RSA public key for blind signatures, as it stands in a cohort's leaf: base64url, big-endian, no leading zeros. */
export interface SigningKey {
  n: string
  /** Always 65537, "AQAB": a key that is odd in any way is not worth understanding. */
  e: string
}

type Bytes = Uint8Array<ArrayBuffer>

const EXPONENT = "AQAB"
const MODULUS_BITS = { least: 2048, most: 4096 }

/** Until the signature is there: whoever loses it has to ask for another, and only the same message gets one. */
export interface Blinded {
  /** What the signer sees: as long as the modulus, uniformly random to whoever does not know `inverse`. */
  blinded: Bytes
  /** Takes the blinding away again. A secret of the browser's. */
  inverse: Bytes
}

/**
 * Blinds a message so that the signer cannot tell which one it signs (RFC 9474, 4.2).
 *
 * @param random cryptographic random bytes; an argument so that published vectors can be checked
 * @throws RangeError when the key is no RSA key of 2048 to 4096 bits with the exponent 65537
 */
export async function blind(
  key: SigningKey,
  message: Bytes,
  random: (bytes: number) => Bytes = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
): Promise<Blinded> {
  const numbers = readKey(key)
  if (numbers === undefined) throw new RangeError("the signing key is no RSA key of 2048 to 4096 bits")
  const { n, e, bytes, bits } = numbers
  const encoded = toNumber(await pssEncode(message, bits - 1, random(SALT_BYTES)))
  // A message that shares a factor with the modulus would give the key away; it happens once in 2^1000 times.
  if (inverseOf(encoded, n) === undefined) throw new RangeError("this message cannot be signed with this key")
  for (;;) {
    const factor = toNumber(random(bytes))
    const inverse = factor > 0n && factor < n ? inverseOf(factor, n) : undefined
    if (inverse === undefined) continue
    const blinded = (encoded * power(factor, e, n)) % n
    return { blinded: toBytes(blinded, bytes), inverse: toBytes(inverse, bytes) }
  }
}

/**
 * The signature under a blind one (RFC 9474, 4.4); undefined when it is not valid for this message under this key,
 * be it damaged or made with a key for one person only.
 */
export async function unblind(
  key: SigningKey,
  message: Bytes,
  blindSignature: Bytes,
  inverse: Bytes,
): Promise<Bytes | undefined> {
  const numbers = readKey(key)
  if (numbers === undefined) return undefined
  const { n, bytes } = numbers
  const given = toNumber(blindSignature)
  if (blindSignature.length !== bytes || given >= n) return undefined
  const signature = toBytes((given * toNumber(inverse)) % n, bytes)
  return (await verifyBlindSignature(key, message, signature)) ? signature : undefined
}

/** Whether the signature is valid for the message: an ordinary RSASSA-PSS one. Never throws, whatever the values are. */
export async function verifyBlindSignature(
  key: SigningKey,
  message: Bytes,
  signature: Bytes,
): Promise<boolean> {
  try {
    if (readKey(key) === undefined) return false
    const jwk = { kty: "RSA", n: key.n, e: key.e, alg: "PS384", ext: true }
    const algorithm = { name: "RSA-PSS", hash: PSS_HASH }
    const publicKey = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"])
    const pss = { name: "RSA-PSS", saltLength: SALT_BYTES }
    return await crypto.subtle.verify(pss, publicKey, signature, message)
  } catch {
    return false
  }
}

/** The key's numbers, or undefined when no ballot may be trusted to it. */
export function readKey(key: SigningKey) {
  const modulus = fromBase64url(key?.n)
  if (modulus === undefined || modulus[0] === 0 || key.e !== EXPONENT) return undefined
  const bits = modulus.length === 0 ? 0 : 8 * modulus.length - Math.clz32(modulus[0] ?? 0) + 24
  if (bits < MODULUS_BITS.least || bits > MODULUS_BITS.most) return undefined
  const n = toNumber(modulus)
  return n % 2n === 1n ? { n, e: 65537n, bits, bytes: modulus.length } : undefined
}
