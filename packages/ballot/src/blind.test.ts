import { RSABSSA } from "@cloudflare/blindrsa-ts"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { inverseOf, power, toBytes, toNumber } from "./big-integer.ts"
import { blind, type SigningKey, unblind, verifyBlindSignature } from "./blind.ts"
import { rfc9474 } from "./rfc9474-vector.ts"
import { createSigner } from "./testing.ts"

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (from: Bytes | undefined) =>
  from && [...from].map((byte) => byte.toString(16).padStart(2, "0")).join("")

const key: SigningKey = { n: toBase64url(bytes(rfc9474.n)), e: toBase64url(bytes(rfc9474.e)) }
const [n, d] = [toNumber(bytes(rfc9474.n)), toNumber(bytes(rfc9474.d))]
const message = bytes(rfc9474.message)
/** The signer, in the plainest form. */
const sign = (blinded: Bytes) => toBytes(power(toNumber(blinded), d, n), blinded.length)

/** The vector's salt first, then the blinding factor, whose inverse the vector gives. */
function fromVector() {
  const factor = toNumber(bytes(rfc9474.inverse))
  const given = [bytes(rfc9474.salt), toBytes(inverseOf(factor, n) ?? 0n, 512)]
  return () => given.shift() ?? new Uint8Array()
}
test("RFC 9474's vector: blinded message, inverse, blind signature and signature to the last bit", async () => {
  const made = await blind(key, message, fromVector())
  expect(hex(made.blinded)).toBe(rfc9474.blinded)
  expect(hex(made.inverse)).toBe(rfc9474.inverse)
  expect(hex(sign(made.blinded))).toBe(rfc9474.blindSignature)
  const signature = await unblind(key, message, bytes(rfc9474.blindSignature), made.inverse)
  expect(hex(signature)).toBe(rfc9474.signature)
  expect(await verifyBlindSignature(key, message, bytes(rfc9474.signature))).toBe(true)
})

test("the same message is blinded differently each time, and each blind signature gives a valid one", async () => {
  const [one, two] = [await blind(key, message), await blind(key, message)]
  expect(hex(one.blinded)).not.toBe(hex(two.blinded))
  for (const { blinded, inverse } of [one, two]) {
    const signature = await unblind(key, message, sign(blinded), inverse)
    expect(signature && (await verifyBlindSignature(key, message, signature))).toBe(true)
  }
})

test("a signature of another message, a damaged one and one under another key are refused", async () => {
  const { blinded, inverse } = await blind(key, message)
  const other = Uint8Array.from(message, (byte) => byte ^ 1)
  expect(await unblind(key, other, sign(blinded), inverse)).toBeUndefined()
  const damaged = sign(blinded)
  damaged[100] = (damaged[100] ?? 0) ^ 1
  expect(await unblind(key, message, damaged, inverse)).toBeUndefined()
  expect(await unblind(key, message, sign(blinded).slice(1), inverse)).toBeUndefined()
  expect(await unblind(key, message, toBytes(n, 512), inverse)).toBeUndefined()

  const pair = await crypto.subtle.generateKey(
    { name: "RSA-PSS", hash: "SHA-384", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ["sign", "verify"],
  )
  const { n: ownN = "", e: ownE = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey)
  expect(await verifyBlindSignature({ n: ownN, e: ownE }, message, bytes(rfc9474.signature))).toBe(false)
})

test.each([
  ["not base64url", { ...key, n: "***" }],
  ["even", { ...key, n: toBase64url(toBytes(n - 1n, 512)) }],
  ["short", { ...key, n: toBase64url(bytes(rfc9474.n).slice(300)) }],
  ["padded with a zero", { ...key, n: toBase64url(toBytes(n, 513)) }],
  ["of another exponent", { ...key, e: "Aw" }],
  ["without an exponent", { ...key, e: "AQ" }],
])("a key that is %s is refused, and verifies nothing", async (_, wrong) => {
  await expect(blind(wrong, message)).rejects.toThrow(RangeError)
  expect(await verifyBlindSignature(wrong, message, bytes(rfc9474.signature))).toBe(false)
})

test("blindness: what the signer saw could have been any message, with one blinding factor for each", async () => {
  // From one blinded message and another signature of the same key, work out the factor that would have led from the
  // one to the other: it always exists, so the blinded message says nothing about which of the two it was.
  const signer = await createSigner()
  const modulus = toNumber(fromBase64url(signer.key.n) ?? new Uint8Array())
  const seen = await blind(signer.key, message)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (other) => {
      const text = Uint8Array.from(other)
      const elsewhere = await blind(signer.key, text)
      const signature = await unblind(signer.key, text, signer.sign(elsewhere.blinded), elsewhere.inverse)
      if (signature === undefined) throw new Error("not signed")
      const encoded = power(toNumber(signature), 65537n, modulus)
      // factor ^ e = blinded / encoded: signed, this gives the factor.
      const ratio = (toNumber(seen.blinded) * (inverseOf(encoded, modulus) ?? 0n)) % modulus
      const factor = toNumber(signer.sign(toBytes(ratio, 256)))
      expect((encoded * power(factor, 65537n, modulus)) % modulus).toBe(toNumber(seen.blinded))
      const inverse = toBytes(inverseOf(factor, modulus) ?? 0n, 256)
      expect(await unblind(signer.key, text, signer.sign(seen.blinded), inverse)).toEqual(signature)
    }),
    { numRuns: 5 },
  )
})

test("the blind signature of one key gives nothing under another", async () => {
  const [one, other] = [await createSigner(), await createSigner()]
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (given) => {
      const text = Uint8Array.from(given)
      const { blinded, inverse } = await blind(one.key, text)
      const signed = one.sign(blinded)
      expect(await unblind(one.key, text, signed, inverse)).toBeDefined()
      expect(await unblind(other.key, text, signed, inverse)).toBeUndefined()
      expect(await unblind(one.key, text, other.sign(blinded).slice(0, 256), inverse)).toBeUndefined()
    }),
    { numRuns: 5 },
  )
})

describe("@cloudflare/blindrsa-ts", () => {
  const suite = RSABSSA.SHA384.PSS.Deterministic({ supportsRSARAW: false })
  const algorithm = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }

  test("signs what is blinded here, and verifies the signature that comes of it", async () => {
    const pair = await RSABSSA.SHA384.generateKey(algorithm)
    const theirs = await published(pair)
    const { blinded, inverse } = await blind(theirs, message)
    const signature = await unblind(
      theirs,
      message,
      own(await suite.blindSign(pair.privateKey, blinded)),
      inverse,
    )
    expect(signature && (await suite.verify(pair.publicKey, signature, message))).toBe(true)
    const finished = await suite.finalize(
      pair.publicKey,
      message,
      await suite.blindSign(pair.privateKey, blinded),
      inverse,
    )
    expect(signature).toEqual(own(finished))
  })

  test("blinds what is signed, unblinded and verified here", async () => {
    const signer = await createSigner()
    const jwk = { kty: "RSA", ...signer.key, alg: "PS384", ext: true }
    const pss = { name: "RSA-PSS", hash: "SHA-384" }
    const publicKey = await crypto.subtle.importKey("jwk", jwk, pss, true, ["verify"])
    const { blindedMsg, inv } = await suite.blind(publicKey, message)
    const signature = await unblind(signer.key, message, signer.sign(own(blindedMsg)), own(inv))
    expect(signature && (await verifyBlindSignature(signer.key, message, signature))).toBe(true)
  })
})

async function published(pair: CryptoKeyPair): Promise<SigningKey> {
  const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", pair.publicKey)
  return { n, e }
}
function own(given: Uint8Array): Bytes {
  return Uint8Array.from(given)
}
