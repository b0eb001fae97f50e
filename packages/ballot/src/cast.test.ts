import { beforeAll, describe, expect, test } from "vitest"
import { type BallotKey, createBallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { type Cast, makeCast, verifyCast } from "./cast.ts"
import type { Manifest } from "./manifest.ts"
import { ciphertextSize, paddedSize } from "./padding.ts"
import { createSealingKey } from "./seal.ts"

const receipt = new Uint8Array(16).fill(7)
let manifest: Manifest
let ballotKey: BallotKey
const cast = (answers: unknown, sequence = 0, cohort = 1): Promise<Cast> =>
  makeCast({
    manifest,
    cohort,
    sequence,
    ballotKey,
    credential: { kind: "invitation", secret: "s" },
    answers,
    receipt,
  })

beforeAll(async () => {
  const { publicKey } = await createSealingKey()
  manifest = {
    version: 1,
    organization: "o1",
    survey: "s1",
    texts: "t",
    k: 5,
    closesAt: "2026-12-01T18:00:00Z",
    sealingKey: publicKey,
    sealedSize: paddedSize(300),
    cohorts: [
      { id: 0, invited: 9 },
      { id: 1, invited: 12 },
    ],
  }
  ballotKey = await createBallotKey()
})

describe("a cast", () => {
  test("is verified by what it carries itself", async () => {
    expect(await verifyCast(await cast({ a: 1 }))).toBe(true)
  })

  test("has the same size whatever was answered", async () => {
    const short = await cast({})
    const long = await cast({ comment: "ع".repeat(140) })
    expect(fromBase64url(short.ciphertext)?.length).toBe(ciphertextSize(manifest.sealedSize))
    expect(long.ciphertext.length).toBe(short.ciphertext.length)
    expect(JSON.stringify(long).length).toBe(JSON.stringify(short).length)
  })

  test("of the same answers looks different each time", async () => {
    expect((await cast({ a: 1 })).ciphertext).not.toBe((await cast({ a: 1 })).ciphertext)
  })

  test("is refused when the answers are larger than the survey's one size, and says by how much", async () => {
    await expect(cast({ comment: "x".repeat(2_000) })).rejects.toThrow(/2061 bytes.*seals 512/)
  })

  test("is refused for a cohort that was not promised, a broken sequence number or a receipt of another size", async () => {
    await expect(cast({}, 0, 2)).rejects.toThrow(RangeError)
    await expect(cast({}, -1)).rejects.toThrow(RangeError)
    await expect(cast({}, 2 ** 31)).rejects.toThrow(RangeError)
    const input = { manifest, cohort: 1, sequence: 0, ballotKey, answers: {} }
    const credential = { kind: "invitation", secret: "s" } as const
    await expect(makeCast({ ...input, credential, receipt: new Uint8Array(15) })).rejects.toThrow(RangeError)
  })

  test("with one bit flipped anywhere in key, ciphertext or signature is refused", async () => {
    const good = await cast({ a: 1 })
    for (const field of ["ballotKey", "ciphertext", "signature"] as const) {
      const bytes = fromBase64url(good[field]) ?? new Uint8Array()
      const places = [0, 1, 33, bytes.length >> 1, bytes.length - 1]
      for (const place of places) {
        for (let bit = 0; bit < 8; bit++) {
          const flipped = bytes.map((byte, at) => (at === place ? byte ^ (1 << bit) : byte))
          expect(
            await verifyCast({ ...good, [field]: toBase64url(flipped) }),
            `${field} ${place}.${bit}`,
          ).toBe(false)
        }
      }
    }
  })

  test("moved to another organization, survey, cohort or place in the sequence is refused", async () => {
    const good = await cast({ a: 1 }, 3)
    for (const moved of [{ organization: "o2" }, { survey: "s2" }, { cohort: 0 }, { sequence: 4 }]) {
      expect(await verifyCast({ ...good, ...moved }), JSON.stringify(moved)).toBe(false)
    }
  })

  test("signed by another ballot key is refused", async () => {
    const [good, other] = [await cast({ a: 1 }), await createBallotKey()]
    expect(await verifyCast({ ...good, ballotKey: other.publicKey })).toBe(false)
  })

  test("stays verifiable after its credential is forgotten", async () => {
    const good = await cast({ a: 1 })
    expect(await verifyCast({ ...good, credential: { kind: "blind", signature: "" } })).toBe(true)
  })

  test("that is no cast at all is refused without throwing", async () => {
    const good = await cast({ a: 1 })
    const broken: Record<string, unknown>[] = [
      { ballotKey: "" },
      { ballotKey: toBase64url(new Uint8Array(65).fill(4)) },
      { ballotKey: 7 },
      { signature: "!" },
      { signature: toBase64url(new Uint8Array(63)) },
      { ciphertext: "" },
      { ciphertext: null },
      { cohort: "1" },
      { cohort: Number.NaN },
      { sequence: 1.5 },
      { survey: undefined },
    ]
    for (const change of broken) {
      expect(await verifyCast(Object.assign({}, good, change)), JSON.stringify(change)).toBe(false)
    }
  })
})
