import { beforeAll, describe, expect, test } from "vitest"
import { createBallotKey } from "./ballot-key.ts"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { makeCast } from "./cast.ts"
import type { Manifest } from "./manifest.ts"
import { opener, type SealedBallot } from "./opener.ts"
import { pad } from "./padding.ts"
import { createSealingKey, type SealingKey, seal } from "./seal.ts"
import { type Box, createBox } from "./testing.ts"

const receipt = new Uint8Array(16).fill(7)
let box: Box
let key: SealingKey
let manifest: Manifest
const ballot = (answers: unknown, cohort: 0 | 1 = 1): Promise<SealedBallot> =>
  makeCast({ ...box, leaf: box.leaves[cohort], sequence: 0, answers, receipt })
const open = (ballots: SealedBallot[], with_ = key) => opener(with_, manifest, [0, 1])(ballots)
const reason = (change: Partial<Manifest>, sealed: SealedBallot) =>
  opener(
    key,
    { ...manifest, ...change },
    [0, 1],
  )([sealed]).then(([first]) => (first?.ok ? "opened" : first?.reason))

beforeAll(async () => {
  box = await createBox()
  key = box.key
  manifest = box.manifest
})

describe("opening", () => {
  test("gives back answers, cohort and receipt, in the order of the ballots", async () => {
    const written = { "top-priority": "الأمان أولًا", "strategy-1": 4, priorities: ["p1", "p3"] }
    const opened = await open([await ballot(written), await ballot({}, 0)])
    expect(opened).toEqual([
      { ok: true, cohort: 1, answers: written, receipt: toBase64url(receipt) },
      { ok: true, cohort: 0, answers: {}, receipt: toBase64url(receipt) },
    ])
  })

  test("gives back that somebody withdrew the answers", async () => {
    expect(await open([await ballot(null)])).toMatchObject([{ ok: true, answers: null }])
  })

  test("opens more ballots than one batch, each with its own answer", async () => {
    const ballots = await Promise.all(Array.from({ length: 150 }, (_, at) => ballot({ at })))
    const opened = await open(ballots)
    expect(opened.map((one) => one.ok && one.answers)).toEqual(ballots.map((_, at) => ({ at })))
  })

  test("refuses a ciphertext with any one bit flipped", async () => {
    const good = await ballot({ a: 1 })
    const bytes = fromBase64url(good.ciphertext) ?? new Uint8Array()
    // Every byte, one bit of it, walking through the eight bits: encapsulated key, ciphertext and tag.
    const flipped = Array.from(bytes, (_, place) => ({
      ...good,
      ciphertext: toBase64url(bytes.map((byte, at) => (at === place ? byte ^ (1 << (place % 8)) : byte))),
    }))
    const opened = await open(flipped)
    expect(opened.length).toBe(bytes.length)
    expect(opened.every((one) => !one.ok && one.reason === "not-openable")).toBe(true)
  })

  test("refuses a ballot moved to another cohort", async () => {
    const good = await ballot({ a: 1 })
    expect(await reason({}, { ...good, cohort: 0 })).toBe("not-openable")
    expect(await reason({}, { ...good, cohort: 5 })).toBe("cohort-unknown")
  })

  test("refuses a ballot sealed under another promise, even if only the minimum group size differs", async () => {
    const good = await ballot({ a: 1 })
    const changes: Partial<Manifest>[] = [
      { survey: "s2" },
      { organization: "o2" },
      { k: 4 },
      { closesAt: "2026-12-02T18:00:00Z" },
      { texts: "u" },
      { root: manifest.cut },
      { reviewers: ["Noor"] },
    ]
    for (const change of changes)
      expect(await reason(change, good), JSON.stringify(change)).toBe("not-openable")
    expect(await reason({}, good)).toBe("opened")
  })

  test("refuses a ciphertext copied under another ballot key", async () => {
    const [good, other] = [await ballot({ a: 1 }), await createBallotKey()]
    expect(await reason({}, { ...good, ballotKey: other.publicKey })).toBe("not-openable")
    expect(await reason({}, { ...good, ballotKey: "" })).toBe("not-openable")
  })

  test("reports broken ballots one by one and opens the others", async () => {
    const good = await ballot({ a: 1 })
    const broken = [
      "",
      "###",
      good.ciphertext.slice(4),
      toBase64url(new Uint8Array(65 + manifest.sealedSize + 16)),
    ]
    const opened = await open([...broken.map((ciphertext) => ({ ...good, ciphertext })), good])
    expect(opened.map((one) => (one.ok ? "opened" : one.reason))).toEqual([
      "malformed",
      "malformed",
      "malformed",
      "not-openable",
      "opened",
    ])
  })

  test("reports what was sealed properly but is no answer", async () => {
    const sealed = async (payload: string) => {
      const padded = pad(new TextEncoder().encode(payload), manifest.sealedSize) ?? new Uint8Array()
      const ciphertext = toBase64url(await seal(padded, manifest, 1, box.ballotKey.publicKey))
      return reason({}, { ballotKey: box.ballotKey.publicKey, cohort: 1, ciphertext })
    }
    const short = toBase64url(new Uint8Array(15))
    for (const payload of ["", "{", "null", "[]", '{"answers":{}}', `{"answers":{},"receipt":"${short}"}`]) {
      expect(await sealed(payload), payload).toBe("unreadable")
    }
    expect(await sealed(`{"answers":{},"receipt":"${toBase64url(receipt)}"}`)).toBe("opened")
  })

  test("reports answers nested deeper than eight levels: they would break whoever writes them as JSON again", async () => {
    const size = 20_000
    const large: Manifest = { ...manifest, sealedSize: size }
    const sealed = async (depth: number) => {
      const payload = `{"answers":${"[".repeat(depth)}${"]".repeat(depth)},"receipt":"${toBase64url(receipt)}"}`
      const padded = pad(new TextEncoder().encode(payload), size) ?? new Uint8Array()
      const ciphertext = toBase64url(await seal(padded, large, 1, box.ballotKey.publicKey))
      const ballot = { ballotKey: box.ballotKey.publicKey, cohort: 1, ciphertext }
      const [opened] = await opener(key, large, [0, 1])([ballot])
      return opened?.ok ? "opened" : opened?.reason
    }
    expect(await sealed(8)).toBe("opened")
    expect(await sealed(9)).toBe("unreadable")
    expect(await sealed(9000)).toBe("unreadable")
    // What the attack is: JSON.parse reads it, JSON.stringify dies of it.
    const poison = JSON.parse(`${"[".repeat(9000)}${"]".repeat(9000)}`)
    expect(() => JSON.stringify(poison)).toThrow(RangeError)
  })

  test("reports instead of throwing when the key does not fit or is no key", async () => {
    const good = await ballot({ a: 1 })
    const wrong = [await createSealingKey(), { publicKey: "", privateKey: "" }, { ...key, privateKey: "AA" }]
    for (const other of wrong) {
      expect(await open([good], other)).toEqual([{ ok: false, reason: "not-openable" }])
    }
  })
})
