import { beforeAll, describe, expect, test } from "vitest"
import { createBallotKey } from "./ballot-key.ts"
import { toBase64url } from "./base64url.ts"
import type { Bundle, BundleBallot } from "./bundle.ts"
import { makeCast, proofOf } from "./cast.ts"
import type { CheckCode } from "./check.ts"
import { type CohortLeaf, merkleRoot } from "./leaf.ts"
import { hashOf, type Manifest, manifestHash } from "./manifest.ts"
import { sixWords } from "./six-words.ts"
import { type Box, createBox, createCredential, createSigner, type Signer } from "./testing.ts"
import { type Known, verifyBundle } from "./verify-bundle.ts"

let box: Box
let signers: [Signer, Signer]
let bundle: Bundle
const receipt = (at: number) => toBase64url(new Uint8Array(16).fill(at))

beforeAll(async () => {
  const small = await createBox()
  signers = [small.signer, await createSigner()]
  const [top, other] = small.leaves
  const leaves: [CohortLeaf, CohortLeaf] = [top, { ...other, key: signers[1].key }]
  // One answer is a result here: the checks do not care how many make one, only that they fit the promise.
  box = { ...small, leaves, manifest: { ...small.manifest, k: 1, root: await merkleRoot(leaves) } }
  bundle = {
    ...{ version: 1, manifest: box.manifest, words: await words(box.manifest), leaves, cut: box.cut },
    ...{ ballots: sorted([await vote(0), await vote(1), await vote(1)]), signed: 4 },
    ...{ receipts: [receipt(1)], withdrawn: 1, uncounted: 1, releases: [release(1)] },
  }
})

/** Worked out once for each promise. */
const known = new Map<string, Promise<string[]>>()
const words = async (manifest: Manifest) => {
  const hash = await manifestHash(manifest)
  const six = known.get(hash) ?? sixWords(manifest)
  known.set(hash, six)
  return six
}

const release = (respondents: number) => ({
  survey: { id: "s1", k: 1, respondents },
  atoms: [{ respondents }],
})
const sorted = (ballots: BundleBallot[]) => ballots.toSorted((a, b) => (a.ballotKey < b.ballotKey ? -1 : 1))

/** A ballot as a browser makes it, by default allowed by the cohort's own signer. */
async function vote(
  cohort: 0 | 1,
  signer = signers[cohort],
  leaf = box.leaves[cohort],
): Promise<BundleBallot> {
  const ballotKey = await createBallotKey()
  const credential = await createCredential(signer, ballotKey.publicKey)
  const cast = await makeCast({
    ...{ manifest: box.manifest, leaf, sequence: 0, ballotKey, credential },
    ...{ answers: null, receipt: new Uint8Array(16) },
  })
  const proof = await proofOf(cast)
  if (proof === undefined) throw new Error("no cast")
  const { organization: _, survey: __, ...ballot } = proof
  return ballot
}

/** The checks that fail. */
async function findings(change: Partial<Bundle>, mine?: Known): Promise<CheckCode[]> {
  const checks = await verifyBundle({ ...bundle, ...change }, mine, words)
  return checks.filter(({ ok }) => !ok).map(({ code }) => code)
}
/** Another promise, whose words were mailed properly. */
async function promised(change: Partial<Manifest>): Promise<Pick<Bundle, "manifest" | "words">> {
  const manifest = { ...bundle.manifest, ...change }
  return { manifest, words: await words(manifest) }
}
const ballot = (at: number) => bundle.ballots[at] as BundleBallot

describe("a bundle", () => {
  test("that is as the close made it passes every check, each with a sentence", async () => {
    const checks = await verifyBundle(bundle, { words: bundle.words, receipt: receipt(1) })
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(new Set(checks.map(({ code }) => code)).size).toBe(16)
    for (const { sentence } of checks) expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
  })

  test("survives the trip through a file", async () => {
    expect(await findings(JSON.parse(JSON.stringify(bundle)))).toEqual([])
  })

  test("words: other words in the mails than the promise gives", async () => {
    expect(await findings({ words: [...bundle.words.slice(1), "zoo"] })).toEqual(["words"])
    expect(await findings({ words: [] })).toEqual(["words"])
  })

  test("words: a promise changed after the launch", async () => {
    expect(await findings({ manifest: { ...bundle.manifest, reviewers: ["Noor"] } })).toEqual(["words"])
  })

  test("words-known: all is well in itself, but I was shown another promise", async () => {
    expect(await findings({}, { words: ["zoo", "zoo", "zoo", "zoo", "zoo", "zoo"] })).toEqual(["words-known"])
  })

  test("cut: people put into other groups than announced", async () => {
    const [top, other] = bundle.cut
    if (!top || !other) throw new Error("no cut")
    expect(await findings({ cut: [top, { ...other, anchor: 7 }] })).toEqual(["cut"])
  })

  test("groups: a group's label that the six words do not stand for, or a group too many announced", async () => {
    const [top, other] = bundle.leaves
    if (!top || !other) throw new Error("no leaves")
    expect(await findings({ leaves: [top, { ...other, label: "x" }] })).toEqual(["groups"])
    expect(await findings(await promised({ cohorts: 3 }))).toEqual(["groups"])
  })

  test("group-sizes: a group smaller than promised, though announced so", async () => {
    const cut = bundle.cut.map((group) => (group.id === 1 ? { ...group, invited: 3 } : group))
    const leaves = bundle.leaves.map((leaf) => (leaf.id === 1 ? { ...leaf, invited: 3 } : leaf))
    const change = await promised({ cut: await hashOf(cut), root: await merkleRoot(leaves) })
    // The ballots signed for the earlier promise stay what they are: nothing of the promise is signed in them.
    expect(await findings({ ...change, cut, leaves })).toEqual(["group-sizes"])
  })

  test("group-sizes: a size that differs between promise and announcement", async () => {
    const cut = bundle.cut.map((group) => (group.id === 1 ? { ...group, invited: 11 } : group))
    expect(await findings({ ...(await promised({ cut: await hashOf(cut) })), cut })).toEqual(["group-sizes"])
  })

  test("group-sizes: small groups that are all said to be the top one, or one that the promise does not call so", async () => {
    const tops = bundle.cut.map((group) => ({ ...group, kind: "top" as const, invited: 3 }))
    const labelled = bundle.leaves.map((leaf) => ({ ...leaf, invited: 3, label: "top group, layer 1" }))
    const many = await promised({ cut: await hashOf(tops), root: await merkleRoot(labelled) })
    expect(await findings({ ...many, cut: tops, leaves: labelled, signed: 4 })).toEqual(["group-sizes"])
    const other = bundle.cut.map((group) => ({ ...group, kind: group.id === 1 ? "top" : "pure" }) as const)
    expect(await findings({ ...(await promised({ cut: await hashOf(other) })), cut: other })).toEqual([
      "group-sizes",
    ])
  })

  test("group-keys: two groups that share a key, so that one's people could be counted in the other", async () => {
    const leaves = bundle.leaves.map((leaf) => ({ ...leaf, key: signers[0].key }))
    const ballots = sorted([await vote(0), await vote(1, signers[0]), await vote(1, signers[0])])
    const change = await promised({ root: await merkleRoot(leaves) })
    expect(await findings({ ...change, leaves, ballots })).toEqual(["group-keys"])
  })

  test("ballot-groups: a ballot of no group", async () => {
    const stray = { ...box.leaves[1], id: 2 }
    const ballots = sorted([...bundle.ballots.slice(1), await vote(1, signers[1], stray)])
    expect(await findings({ ballots })).toEqual(["ballot-groups"])
  })

  test("one-ballot-a-key: the same ballot twice", async () => {
    const ballots = [ballot(0), ballot(0), ballot(1)]
    expect(await findings({ ballots })).toEqual(["one-ballot-a-key"])
    // The earlier of two of one key too, whatever is in it.
    expect(await findings({ ballots: bundle.ballots.toReversed() })).toEqual(["one-ballot-a-key"])
  })

  test("credentials: a ballot that nobody invited could have cast, or in another group", async () => {
    const stranger = await vote(1, await createSigner())
    expect(await findings({ ballots: sorted([ballot(0), ballot(1), stranger]) })).toEqual(["credentials"])
    const elsewhere = await vote(1, signers[0])
    expect(await findings({ ballots: sorted([ballot(0), ballot(1), elsewhere]) })).toEqual(["credentials"])
  })

  test("signatures: a ballot changed after it was signed, in whatever part", async () => {
    const changes: Partial<BundleBallot>[] = [
      { ciphertextHash: receipt(2) },
      { sequence: 1 },
      { signature: toBase64url(new Uint8Array(64)) },
      { signature: "" },
    ]
    for (const change of changes) {
      const ballots = bundle.ballots.map((one, at) => (at === 0 ? { ...one, ...change } : one))
      expect(await findings({ ballots }), JSON.stringify(change)).toEqual(["signatures"])
    }
  })

  test("signatures: ballots of another survey", async () => {
    expect(await findings({ ...(await promised({ survey: "s2" })), releases: [] })).toEqual(["signatures"])
  })

  test("turnout: more ballots than people in a group, though all signed for", async () => {
    const cut = bundle.cut.map((group) => (group.id === 0 ? { ...group, invited: 1 } : group))
    const leaves = bundle.leaves.map((leaf) => (leaf.id === 0 ? { ...leaf, invited: 1 } : leaf))
    const change = await promised({ cut: await hashOf(cut), root: await merkleRoot(leaves) })
    const ballots = sorted([await vote(0), await vote(0), await vote(1)])
    expect(await findings({ ...change, cut, leaves, ballots })).toEqual(["turnout"])
  })

  test("signed: more ballots than rights given, or more rights than people", async () => {
    expect(await findings({ signed: 2 })).toEqual(["signed"])
    expect(await findings({ signed: 22 })).toEqual(["signed"])
    expect(await findings({ signed: Number.NaN })).toEqual(["signed"])
  })

  test("count: a ballot that was left out, or one counted that was not there", async () => {
    expect(await findings({ ballots: bundle.ballots.slice(1) })).toEqual(["count"])
    expect(await findings({ withdrawn: 0 })).toEqual(["count"])
    expect(await findings({ withdrawn: -1, uncounted: 3 })).toEqual(["count"])
  })

  test("receipts: one twice, none at all, or not in order", async () => {
    const two = { uncounted: 0, releases: [release(2)] }
    expect(await findings({ ...two, receipts: [receipt(1), receipt(2)] })).toEqual([])
    expect(await findings({ ...two, receipts: [receipt(1), receipt(1)] })).toEqual(["receipts"])
    expect(await findings({ ...two, receipts: [receipt(2), receipt(1)] })).toEqual(["receipts"])
    expect(await findings({ receipts: ["none"] })).toEqual(["receipts"])
  })

  test("release: results of more answers than were counted, of another survey, or of smaller groups", async () => {
    for (const wrong of [
      release(2),
      { ...release(1), survey: { id: "s2", k: 1, respondents: 1 } },
      { ...release(1), survey: { id: "s1", k: 0, respondents: 1 } },
      { ...release(1), atoms: [{ respondents: 1 }, { respondents: 0 }] },
      { ...release(1), atoms: [] },
      {},
      null,
    ])
      expect(await findings({ releases: [wrong] }), JSON.stringify(wrong)).toEqual(["release"])
    expect(await findings({ releases: [] })).toEqual([])
  })

  test("receipt: mine is not on the list", async () => {
    expect(await findings({}, { receipt: receipt(1) })).toEqual([])
    expect(await findings({}, { receipt: receipt(9) })).toEqual(["receipt"])
  })
})
