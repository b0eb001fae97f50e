import { createSealingKey } from "@throughline/ballot"
import { expect, test } from "vitest"
import { makeKeyFile, openKeyFile, readKeyFile } from "./key-file.ts"

const facts = { survey: "Spring", organization: "Acme", trustee: "Tara" }

test("a file gives its key back to the passphrase, and to no other", async () => {
  const key = await createSealingKey()
  const text = await makeKeyFile(key, "kettle orbit lantern moss", facts)
  expect(await openKeyFile(text, "kettle orbit lantern moss", key.publicKey)).toEqual(key)
  expect(await openKeyFile(text, "kettle orbit lantern mos", key.publicKey)).toBe("passphrase")
  expect(text).not.toContain(key.privateKey)
})

test("the same passphrase typed on another system opens it", async () => {
  const key = await createSealingKey()
  const text = await makeKeyFile(key, "grün\u0308ngel und Ku\u0308che", facts)
  expect(await openKeyFile(text, "grün\u0308ngel und Küche", key.publicKey)).toEqual(key)
})

test("another key's file, a changed one, and something else are told apart", async () => {
  const [key, other] = [await createSealingKey(), await createSealingKey()]
  const text = await makeKeyFile(key, "kettle orbit lantern moss", facts)
  expect(await openKeyFile(text, "kettle orbit lantern moss", other.publicKey)).toBe("other-key")
  // Whoever writes another public key into it gets no further: the seal covers it.
  const changed = text.replace(key.publicKey, other.publicKey)
  expect(await openKeyFile(changed, "kettle orbit lantern moss", other.publicKey)).toBe("passphrase")
  for (const wrong of ["", "null", "{}", "[]", '{"kind":"x"}', text.replace("600000", "99999999999")]) {
    expect([wrong, readKeyFile(wrong)]).toEqual([wrong, undefined])
  }
})
