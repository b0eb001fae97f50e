import { constants, generateKeyPairSync, publicEncrypt, randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { type RawRsa, signRaw, withPrivateKey } from "./raw-rsa.ts"

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })

/** Below the modulus, whose highest bit is set. */
const message = () => Buffer.concat([Buffer.of(0x5a), randomBytes(255)])
const undone = (signature: Uint8Array) =>
  publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature)

/** One bit of the result is wrong, as after a fault in one half of the arithmetic. */
const faulty: RawRsa = (key, given) => {
  const signature = Buffer.from(withPrivateKey(key, given))
  signature[200] = (signature[200] ?? 0) ^ 1
  return signature
}

test("a signature is the message to the private exponent, the same each time", () => {
  const given = message()
  const signature = signRaw(privateKey, given)
  expect(undone(signature).equals(given)).toBe(true)
  expect(Buffer.from(signRaw(privateKey, given)).equals(signature)).toBe(true)
})

test("a faulty signature never leaves; without the check it does", () => {
  const given = message()
  expect(() => signRaw(privateKey, given, faulty)).toThrow("did not verify")
  const leaked = signRaw(privateKey, given, faulty, () => true)
  expect(undone(leaked).equals(given)).toBe(false)
})
