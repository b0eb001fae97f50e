import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { ballotMessage, createBallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { hashOf, type Manifest, manifestHash } from "./manifest.ts"

const manifest: Manifest = {
  ...{ version: 2, organization: "o1", survey: "s1", texts: "t", k: 5, closesAt: "2026-12-01T18:00:00Z" },
  ...{
    sealingKey: "BA",
    sealedSize: 512,
    page: "p",
    cut: "c",
    reviewers: [],
    trustees: [],
    cohorts: 2,
    root: "r",
  },
}

describe("the fingerprint of a manifest", () => {
  test("is the SHA-256 of its canonical JSON, as anybody can work it out", async () => {
    const text =
      '{"closesAt":"2026-12-01T18:00:00Z","cohorts":2,"cut":"c","k":5,"organization":"o1","page":"p","reviewers":[],"root":"r","sealedSize":512,"sealingKey":"BA","survey":"s1","texts":"t","trustees":[],"version":2}'
    expect(await manifestHash(manifest)).toBe(createHash("sha256").update(text).digest("base64url"))
    expect(await hashOf("")).toBe(createHash("sha256").update('""').digest("base64url"))
  })

  test("does not depend on the order of its fields, and changes with every one of them", async () => {
    const { version, ...rest } = manifest
    expect(await manifestHash({ ...rest, version })).toBe(await manifestHash(manifest))
    const changes: Partial<Manifest>[] = [
      { organization: "o2" },
      { survey: "s2" },
      { texts: "u" },
      { k: 6 },
      { closesAt: "2026-12-01T18:00:01Z" },
      { sealingKey: "BB" },
      { sealedSize: 768 },
      { page: "" },
      { cut: "d" },
      { reviewers: ["Noor"] },
      { trustees: ["Noor"] },
      { cohorts: 3 },
      { root: "s" },
    ]
    const hashes = await Promise.all(
      [{}, ...changes].map((change) => manifestHash({ ...manifest, ...change })),
    )
    expect(new Set(hashes).size).toBe(changes.length + 1)
  })
})

describe("a ballot key", () => {
  test("is bound to its ballot by SHA256 of the domain name and the public key", async () => {
    const { publicKey } = await createBallotKey()
    const bytes = fromBase64url(publicKey) ?? new Uint8Array()
    expect(bytes.length).toBe(65)
    const expected = createHash("sha256").update("ballot-key\0").update(bytes).digest("base64url")
    expect(toBase64url(await ballotMessage(publicKey))).toBe(expected)
  })

  test("keeps its private half inside: it can be stored by the browser, never exported", async () => {
    const { keyPair } = await createBallotKey()
    await expect(crypto.subtle.exportKey("jwk", keyPair.privateKey)).rejects.toThrow()
  })
})
