import { expect, test } from "vitest"
import { toBase64url } from "./base64url.ts"
import { power, toBytes, toNumber } from "./big-integer.ts"
import { blind, type SigningKey, unblind, verifyBlindSignature } from "./blind.ts"
import { rfc9474 } from "./rfc9474-vector.ts"

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
  const factor = power(toNumber(bytes(rfc9474.inverse)), 1n, n)
  const given = [bytes(rfc9474.salt), toBytes(inverse(factor), 512)]
  return () => given.shift() ?? new Uint8Array()
}
function inverse(value: bigint): bigint {
  let [r, nextR, t, nextT] = [n, value, 0n, 1n]
  while (nextR !== 0n) {
    const quotient = r / nextR
    ;[r, nextR] = [nextR, r - quotient * nextR]
    ;[t, nextT] = [nextT, t - quotient * nextT]
  }
  return ((t % n) + n) % n
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
  ["without an exponent", { ...key, e: "AQ" }],
])("a key that is %s is refused, and verifies nothing", async (_, wrong) => {
  await expect(blind(wrong, message)).rejects.toThrow(RangeError)
  expect(await verifyBlindSignature(wrong, message, bytes(rfc9474.signature))).toBe(false)
})
