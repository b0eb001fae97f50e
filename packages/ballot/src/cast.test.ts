import { beforeAll, describe, expect, test } from "vitest"
import { createBallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import type { SigningKey } from "./blind.ts"
import { type Cast, makeCast, verifyCast } from "./cast.ts"
import { ciphertextSize } from "./padding.ts"
import { type Box, createBox, createSigner } from "./testing.ts"

const receipt = new Uint8Array(16).fill(7)
let box: Box
const cast = (answers: unknown, sequence = 0): Promise<Cast> =>
  makeCast({ ...box, leaf: box.leaves[1], sequence, answers, receipt })
const verify = (one: Cast, key: SigningKey = box.signer.key) => verifyCast(one, key)

beforeAll(async () => {
  box = await createBox()
})

describe("a cast", () => {
  test("is verified by what it carries and its cohort's key", async () => {
    expect(await verify(await cast({ a: 1 }))).toBe(true)
  })

  test("has the same size whatever was answered", async () => {
    const short = await cast({})
    const long = await cast({ comment: "ع".repeat(140) })
    expect(fromBase64url(short.ciphertext)?.length).toBe(ciphertextSize(box.manifest.sealedSize))
    expect(long.ciphertext.length).toBe(short.ciphertext.length)
    expect(JSON.stringify(long).length).toBe(JSON.stringify(short).length)
  })

  test("of the same answers looks different each time", async () => {
    expect((await cast({ a: 1 })).ciphertext).not.toBe((await cast({ a: 1 })).ciphertext)
  })

  test("is refused when the answers are larger than the survey's one size, and says by how much", async () => {
    await expect(cast({ comment: "x".repeat(2_000) })).rejects.toThrow(/2061 bytes.*seals 512/)
  })

  test("that withdraws the answers has that size too", async () => {
    const [withdrawn, answered] = [await cast(null), await cast({ a: 1 })]
    expect(await verify(withdrawn)).toBe(true)
    expect(JSON.stringify(withdrawn).length).toBe(JSON.stringify(answered).length)
  })

  test("is refused for a broken sequence number or a receipt of another size", async () => {
    await expect(cast({}, -1)).rejects.toThrow(RangeError)
    await expect(cast({}, 2 ** 31)).rejects.toThrow(RangeError)
    const input = { ...box, leaf: box.leaves[1], sequence: 0, answers: {}, receipt: new Uint8Array(15) }
    await expect(makeCast(input)).rejects.toThrow(RangeError)
  })

  test("with one bit flipped anywhere in key, credential, ciphertext or signature is refused", async () => {
    const good = await cast({ a: 1 })
    for (const field of ["ballotKey", "credential", "ciphertext", "signature"] as const) {
      const bytes = fromBase64url(good[field]) ?? new Uint8Array()
      const places = [0, 1, 33, bytes.length >> 1, bytes.length - 1]
      for (const place of places) {
        for (let bit = 0; bit < 8; bit++) {
          const flipped = bytes.map((byte, at) => (at === place ? byte ^ (1 << bit) : byte))
          expect(await verify({ ...good, [field]: toBase64url(flipped) }), `${field} ${place}.${bit}`).toBe(
            false,
          )
        }
      }
    }
  })

  test("moved to another organization, survey, cohort or place in the sequence is refused", async () => {
    const good = await cast({ a: 1 }, 3)
    for (const moved of [{ organization: "o2" }, { survey: "s2" }, { cohort: 0 }, { sequence: 4 }]) {
      expect(await verify({ ...good, ...moved }), JSON.stringify(moved)).toBe(false)
    }
  })

  test("signed by another ballot key is refused", async () => {
    const [good, other] = [await cast({ a: 1 }), await createBallotKey()]
    expect(await verify({ ...good, ballotKey: other.publicKey })).toBe(false)
  })

  test("is refused when another cohort's key, or none, allowed it", async () => {
    const [good, other] = [await cast({ a: 1 }), await createSigner()]
    expect(await verify(good, other.key)).toBe(false)
    const uninvited = makeCast({
      ...box,
      leaf: box.leaves[1],
      sequence: 0,
      answers: {},
      receipt,
      credential: "",
    })
    expect(await verify(await uninvited)).toBe(false)
    // A credential is for one ballot key: with it another key casts nothing.
    const stolen = await makeCast({
      ...{ ...box, leaf: box.leaves[1], sequence: 0, answers: {}, receipt },
      ballotKey: await createBallotKey(),
    })
    expect(await verify(stolen)).toBe(false)
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
      { credential: undefined },
      { cohort: "1" },
      { cohort: Number.NaN },
      { sequence: 1.5 },
      { survey: undefined },
    ]
    for (const change of broken) {
      expect(await verify(Object.assign({}, good, change)), JSON.stringify(change)).toBe(false)
    }
  })
})
