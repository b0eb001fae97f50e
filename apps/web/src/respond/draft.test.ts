import { createBallotKey } from "@throughline/ballot"
import { describe, expect, test } from "vitest"
import {
  beginCast,
  confirmCast,
  type Draft,
  draftId,
  loadDraft,
  newReceipt,
  removeDraft,
  saveDraft,
} from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"
import { throwAwayOld } from "./remember.ts"
import { memoryShelf } from "./shelf.ts"

const secret = "c2VjcmV0LW9mLWEtcGVyc29uYWwtbGluaw"
const draft = (answer: unknown): Draft => ({
  data: { "mission-clarity-1": answer, "comment-helps": "the town hall" },
  page: 3,
  pages: 11,
  language: "ar",
  invitation: { survey: { id: "s", name: "Spring", closesAt: "2027-03-01T18:00:00Z" } } as OpenInvitation,
  receipt: newReceipt(),
})

describe("a draft", () => {
  test("comes back with its answers, its page and its language", async () => {
    const shelf = memoryShelf()
    const written = draft(4)
    await saveDraft(shelf, "id", written)
    expect(await loadDraft(shelf, "id")).toEqual({ draft: written, progress: "writing" })
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
    await beginCast(shelf, "id", createBallotKey)
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

  test("is thrown away a month after the planned close, and not before", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await throwAwayOld(shelf, Date.parse("2027-05-29T18:00:00Z"))
    expect(await loadDraft(shelf, "id")).toBeDefined()
    await throwAwayOld(shelf, Date.parse("2027-05-31T18:00:00Z"))
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
  test("a retry and a correction speak for the same ballot, each with a higher number", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    const first = await beginCast(shelf, "id", createBallotKey)
    const again = await beginCast(shelf, "id", createBallotKey)
    expect(first?.sequence).toBe(1)
    expect(again?.sequence).toBe(2)
    expect(again?.ballotKey.publicKey).toBe(first?.ballotKey.publicKey)
  })

  test("two tabs that send at once make one ballot key and two numbers", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    const both = await Promise.all([
      beginCast(shelf, "id", createBallotKey),
      beginCast(shelf, "id", createBallotKey),
    ])
    expect(new Set(both.map((cast) => cast?.ballotKey.publicKey)).size).toBe(1)
    expect(both.map((cast) => cast?.sequence).sort()).toEqual([1, 2])
  })

  test("a lost reply is told from a confirmed cast, also after saving again", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    const progress = async () => (await loadDraft(shelf, "id"))?.progress
    const cast = await beginCast(shelf, "id", createBallotKey)
    expect(await progress()).toBe("sending")
    await confirmCast(shelf, "id", cast?.sequence ?? 0)
    await saveDraft(shelf, "id", draft(5))
    expect(await progress()).toBe("sent")
    await beginCast(shelf, "id", createBallotKey)
    expect(await progress()).toBe("sending")
  })

  test("a late reply to an older cast does not hide that a newer one is unconfirmed", async () => {
    const shelf = memoryShelf()
    await saveDraft(shelf, "id", draft(4))
    await beginCast(shelf, "id", createBallotKey)
    await beginCast(shelf, "id", createBallotKey)
    await confirmCast(shelf, "id", 1)
    expect((await loadDraft(shelf, "id"))?.progress).toBe("sending")
  })

  test("without a draft there is nothing to cast", async () => {
    expect(await beginCast(memoryShelf(), "id", createBallotKey)).toBeUndefined()
  })
})
