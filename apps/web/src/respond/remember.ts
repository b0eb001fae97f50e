import { draftId, type Found, loadDraft } from "./draft.ts"
import { indexedDbShelf } from "./indexeddb-shelf.ts"
import type { Shelf } from "./shelf.ts"

const DAY_MS = 86_400_000
/**
 * A survey may be extended by 60 days, be closed late and a computer's clock be wrong: three months after the close
 * that was planned when the draft was begun nobody needs it.
 */
const KEEP_AFTER_CLOSE_MS = 90 * DAY_MS

/** What this browser holds about a link; `lasting` is undefined where it keeps nothing. Old drafts are thrown away. */
export async function remember(secret: string): Promise<{ id: string; lasting?: Shelf; kept?: Found }> {
  const [lasting, id] = await Promise.all([indexedDbShelf(), draftId(secret)])
  if (!lasting) return { id }
  const kept = await loadDraft(lasting, id)
  throwAwayOld(lasting).catch(() => {})
  return { id, lasting, kept }
}

/** The promise of this survey as it was read before in this browser, with whichever link. */
export async function promisesSeen(shelf: Shelf, survey: string): Promise<string[]> {
  return (await shelf.all()).filter((kept) => kept.survey === survey).map(({ promise }) => promise)
}

/** Drafts of surveys that ended long ago, whichever link they belong to. */
export async function throwAwayOld(shelf: Shelf, now = Date.now()): Promise<void> {
  for (const { id, closesAt } of await shelf.all()) {
    if (Date.parse(closesAt) + KEEP_AFTER_CLOSE_MS < now) await shelf.change(id, () => undefined)
  }
}
