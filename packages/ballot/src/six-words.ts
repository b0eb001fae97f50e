import { wordlist } from "@scure/bip39/wordlists/english.js"
import { fromBase64url } from "./base64url.ts"
import { toNumber } from "./big-integer.ts"
import { type Manifest, manifestHash } from "./manifest.ts"

const WORDS = 6
const BITS_PER_WORD = 11
const ITERATIONS = 600_000
const SALT = "throughline-words-1\0"

/**
 * The manifest's fingerprint as six English words (BIP 39) that two colleagues can read to each other: 66 bits.
 *
 * They are stretched by PBKDF2. Whoever makes two manifests themselves, one to show and one to use, needs only 2^33
 * tries to find a pair with equal words: seconds with plain hashes, and 600,000 times that with these.
 */
export async function sixWords(manifest: Manifest): Promise<string[]> {
  return wordsOf(await manifestHash(manifest))
}

/** The same words of anything else that people compare: `hash` as `hashOf` gives it. */
export async function wordsOf(hash: string): Promise<string[]> {
  const fingerprint = fromBase64url(hash) ?? new Uint8Array()
  const password = await crypto.subtle.importKey("raw", fingerprint, "PBKDF2", false, ["deriveBits"])
  const stretching = {
    name: "PBKDF2",
    hash: "SHA-256",
    salt: new TextEncoder().encode(SALT),
    iterations: ITERATIONS,
  }
  const stretched = new Uint8Array(await crypto.subtle.deriveBits(stretching, password, 72))
  // The first 66 of 72 bits, eleven a word.
  const bits = toNumber(stretched) >> 6n
  return Array.from({ length: WORDS }, (_, at) => {
    const number = Number((bits >> BigInt(BITS_PER_WORD * (WORDS - 1 - at))) & 0x7ffn)
    return wordlist[number] ?? ""
  })
}
