import { createBallotKey } from "@throughline/ballot"
import { describe, expect, test } from "vitest"
import {
  beginCast,
  confirmCast,
  type Draft,
  draftId,
  keepCredential,
  loadDraft,
  removeDraft,
  removeUnsent,
  saveDraft,
  startOver,
  takePass,
} from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"
import { throwAwayOld } from "./remember.ts"
import { memoryShelf, type SentBallot } from "./shelf.ts"

const secret = "c2VjcmV0LW9mLWEtcGVyc29uYWwtbGluaw"
const draft = (answer: unknown): Draft => ({
  data: { "mission-clarity-1": answer, "comment-helps": "the town hall" },
  page: 3,
  pages: 11,
  language: "ar",
  invitation: {
    survey: { id: "s", name: "Spring", closesAt: "2027-03-01T18:00:00Z" },
    manifest: {},
    filledIn: { attribute: "North" } as Record<string, string>,
  } as OpenInvitation,
})

describe("a draft", () => {
  test("comes back with its answers, its page and its language", async () => {
    const shelf = memoryShelf()
    const written = draft(4)
    await saveDraft(shelf, "id", written)
    expect(await loadDraft(shelf, "id")).toEqual({ draft: written, progress: "writing", says: "answers" })
  })

  test("is not kept in the clear, and neither is the link", async () => {
    const shelf = memoryShelf()
    const id = await draftId(secret)
    await saveDraft(shelf, id, draft(4))
    const kept = await shelf.read(id)
    const bytes = Buffer.from(kept?.sealed?.bytes ?? new ArrayBuffer(0)).toString("latin1")
    expect(bytes.length).toBeGreaterThan(100)
    expect(bytes).not.toContain("town hall")
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(id).not.toContain(secret)
  })

  test("is sealed under keys that cannot be taken out of the browser", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await takePass(shelf, "id", "answers", async () => ({
      ballotKey: await createBallotKey(),
      pass: { blinded: "", inverse: "", credential: null },
    }))
    const kept = await shelf.read("id")
    if (!kept?.ballotKey) throw new Error("no ballot key was kept")
    await expect(crypto.subtle.exportKey("raw", kept.key)).rejects.toThrow()
    await expect(crypto.subtle.exportKey("pkcs8", kept.ballotKey.keyPair.privateKey)).rejects.toThrow()
  })

  test("is sealed with a fresh nonce each time it is saved", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    const first = (await shelf.read("id"))?.sealed?.iv
    await saveDraft(shelf, "id", draft(4))
    expect((await shelf.read("id"))?.sealed?.iv).not.toEqual(first)
  })

  test("of one link does not open under another link's name", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "mine", draft(4))
    const mine = await shelf.read("mine")
    await shelf.change("yours", () => mine && { ...mine, id: "yours" })
    expect(await loadDraft(shelf, "yours")).toBeUndefined()
  })

  test("that was damaged counts as none, and a new one can be begun", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await shelf.change("id", (kept) => {
      if (kept?.sealed)
        new Uint8Array(kept.sealed.bytes)[5] = 0xff ^ (new Uint8Array(kept.sealed.bytes)[5] ?? 0)
      return kept
    })
    expect(await loadDraft(shelf, "id")).toBeUndefined()
    await saveDraft(shelf, "id", draft(2))
    expect((await loadDraft(shelf, "id"))?.draft.data["mission-clarity-1"]).toBe(2)
  })

  test("is thrown away three months after the planned close, and not before", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await throwAwayOld(shelf, Date.parse("2027-05-29T18:00:00Z"))
    expect(await loadDraft(shelf, "id")).toBeDefined()
    await throwAwayOld(shelf, Date.parse("2027-05-31T18:00:00Z"))
    expect(await shelf.read("id")).toBeUndefined()
  })

  test("of which nothing was sent is gone when one starts over", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    expect(await startOver(shelf, "id", draft(4))).toBeUndefined()
    expect(await shelf.read("id")).toBeUndefined()
  })

  test("that was removed is gone", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await removeDraft(shelf, "id")
    expect(await shelf.read("id")).toBeUndefined()
  })
})

describe("casting", () => {
  let made = 0
  /** Stands for what `send` makes: a key, and a message blinded for it. */
  const make = async () => {
    made++
    const ballotKey = await createBallotKey()
    return { ballotKey, pass: { blinded: `blinded ${made}`, inverse: `inverse ${made}`, credential: null } }
  }
  const sent = (sequence: number) => ({ sequence }) as SentBallot
  const begun = async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    return shelf
  }

  test("a retry and a correction ask for the same signature, each cast with a higher number", async () => {
    const shelf = await begun()
    const first = await takePass(shelf, "id", "answers", make)
    expect(await beginCast(shelf, "id")).toBe(1)
    const again = await takePass(shelf, "id", "nothing", make)
    expect(await beginCast(shelf, "id")).toBe(2)
    expect(again).toEqual(first)
    expect((await loadDraft(shelf, "id"))?.says).toBe("nothing")
  })

  test("two tabs that send at once make one ballot key, one message to sign and two numbers", async () => {
    const shelf = await begun()
    const both = await Promise.all([
      takePass(shelf, "id", "answers", make),
      takePass(shelf, "id", "answers", make),
    ])
    expect(new Set(both.map((taken) => taken?.ballotKey.publicKey)).size).toBe(1)
    expect(new Set(both.map((taken) => taken?.pass.blinded)).size).toBe(1)
    expect(new Set(both.map((taken) => taken?.receipt)).size).toBe(1)
    const numbers = await Promise.all([beginCast(shelf, "id"), beginCast(shelf, "id")])
    expect(numbers.sort()).toEqual([1, 2])
  })

  test("what takes the blinding away is thrown away as soon as the signature is there", async () => {
    const shelf = await begun()
    const taken = await takePass(shelf, "id", "answers", make)
    expect(taken?.pass.inverse).not.toBeNull()
    await keepCredential(shelf, "id", "signed")
    expect((await shelf.read("id"))?.pass).toEqual({ blinded: null, inverse: null, credential: "signed" })
    expect(JSON.stringify(await shelf.read("id"))).not.toContain(taken?.pass.blinded)
  })

  test("starting over throws away the answers, and nothing of what the ballot stands on", async () => {
    const shelf = await begun()
    await takePass(shelf, "id", "answers", make)
    await keepCredential(shelf, "id", "signed")
    await beginCast(shelf, "id")
    const before = await shelf.read("id")
    const cleared = await startOver(shelf, "id", draft(4))
    expect(cleared).toMatchObject({ data: { attribute: "North" }, page: 0 })
    const found = await loadDraft(shelf, "id")
    expect([found?.draft, found?.progress]).toEqual([cleared, "sending"])
    expect(before?.receipt).toHaveLength(22)
    expect({ ...(await shelf.read("id")), sealed: null }).toEqual({ ...before, sealed: null })
    expect(await removeUnsent(shelf, "id")).toBeDefined()
  })

  test("a tab that was opened before does not save over what another one has sent, until it changes it itself", async () => {
    const shelf = await begun()
    const first = await takePass(shelf, "id", "answers", make)
    await confirmCast(shelf, "id", sent((await beginCast(shelf, "id")) ?? 0))
    await saveDraft(shelf, "id", draft(1))
    expect((await loadDraft(shelf, "id"))?.draft.data["mission-clarity-1"]).toBe(4)
    await saveDraft(shelf, "id", draft(1), true)
    expect((await loadDraft(shelf, "id"))?.draft.data["mission-clarity-1"]).toBe(1)
    // Whatever it sends is found by the receipt that the other tab has shown.
    expect((await takePass(shelf, "id", "answers", make))?.receipt).toBe(first?.receipt)
  })

  test("a lost reply is told from a confirmed cast, also after saving again", async () => {
    const shelf = await begun()
    const progress = async () => (await loadDraft(shelf, "id"))?.progress
    expect(await progress()).toBe("writing")
    await takePass(shelf, "id", "answers", make)
    expect(await progress()).toBe("sending") // a signature may be on its way, and the link used
    const sequence = (await beginCast(shelf, "id")) ?? 0
    expect(await progress()).toBe("sending")
    await confirmCast(shelf, "id", sent(sequence))
    await saveDraft(shelf, "id", draft(5), true)
    expect(await progress()).toBe("sent")
    await beginCast(shelf, "id")
    expect(await progress()).toBe("sending")
  })

  test("a late reply to an older cast does not hide that a newer one is unconfirmed", async () => {
    const shelf = await begun()
    await takePass(shelf, "id", "answers", make)
    await beginCast(shelf, "id")
    await beginCast(shelf, "id")
    await confirmCast(shelf, "id", sent(1))
    expect((await loadDraft(shelf, "id"))?.progress).toBe("sending")
  })

  test("without a draft there is nothing to cast", async () => {
    expect(await takePass(memoryShelf(), "id", "answers", make)).toBeUndefined()
    expect(await beginCast(memoryShelf(), "id")).toBeUndefined()
  })
})
