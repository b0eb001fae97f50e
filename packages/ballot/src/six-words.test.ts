import { pbkdf2Sync } from "node:crypto"
import { wordlist } from "@scure/bip39/wordlists/english.js"
import { beforeAll, expect, test } from "vitest"
import { type Manifest, manifestHash } from "./manifest.ts"
import { sixWords } from "./six-words.ts"
import { createBox } from "./testing.ts"

let manifest: Manifest
beforeAll(async () => {
  manifest = (await createBox()).manifest
})

test("the six words are the first 66 bits of the stretched fingerprint, eleven a word, as anybody can work them out", async () => {
  const fingerprint = Buffer.from(await manifestHash(manifest), "base64url")
  const bits = [...pbkdf2Sync(fingerprint, "throughline-words-1\0", 600_000, 9, "sha256")]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("")
  const expected = [0, 11, 22, 33, 44, 55].map(
    (from) => wordlist[Number.parseInt(bits.slice(from, from + 11), 2)],
  )
  expect(await sixWords(manifest)).toEqual(expected)
})

test("the six words of a known fingerprint never change between versions", async () => {
  const fixed: Manifest = {
    ...{ version: 2, organization: "o1", survey: "s1", texts: "t", k: 5, closesAt: "2026-12-01T18:00:00Z" },
    ...{ sealingKey: "BA", sealedSize: 512, page: "p", cut: "c", reviewers: [], trustees: [], cohorts: 2 },
    root: "r",
  }
  expect((await sixWords(fixed)).join(" ")).toBe("clown syrup plate gain benefit unique")
})

test("the six words change with anything that is promised", async () => {
  const words = await sixWords(manifest)
  expect(await sixWords({ ...manifest, k: 6 })).not.toEqual(words)
})
