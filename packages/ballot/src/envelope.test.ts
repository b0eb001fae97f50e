import { expect, test } from "vitest"
import { openEnvelope, sealTo } from "./envelope.ts"
import { createSealingKey } from "./seal.ts"

test("what is sealed to a key opens with it, for the same use only, and with no other key", async () => {
  const [key, other] = [await createSealingKey(), await createSealingKey()]
  const sealed = await sealTo(key.publicKey, "share of seat 1", "1-ABC")
  expect(await openEnvelope(key, "share of seat 1", sealed)).toBe("1-ABC")
  expect(await openEnvelope(key, "share of seat 2", sealed)).toBeUndefined()
  expect(await openEnvelope(other, "share of seat 1", sealed)).toBeUndefined()
})

test("a changed envelope opens for nobody, and none says what is in it", async () => {
  const key = await createSealingKey()
  const sealed = await sealTo(key.publicKey, "use", "a secret text")
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`
  expect(await openEnvelope(key, "use", changed)).toBeUndefined()
  expect(await openEnvelope(key, "use", "")).toBeUndefined()
  expect(await openEnvelope(key, "use", "no base64url!")).toBeUndefined()
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("secret")
})

test("something that is no key is refused before anything is sealed", async () => {
  await expect(sealTo("AAAA", "use", "text")).rejects.toThrow()
})
