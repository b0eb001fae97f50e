import type { BallotKey } from "@throughline/ballot"
import type { Language } from "@throughline/instrument"
import type { OpenInvitation } from "./invitation.ts"
import type { Kept, Shelf } from "./shelf.ts"

export interface Draft {
  /** What was answered so far, as SurveyJS holds it. */
  data: Record<string, unknown>
  /** Page of the questionnaire, from 0. */
  page: number
  /** How many there are. */
  pages: number
  language: Language
  /** As it was promised when the questionnaire was begun. A sealed link no longer tells it, and it must not change. */
  invitation: OpenInvitation
  /** 16 random bytes, base64url, sealed with every cast: finds the own ballot among the published receipts. */
  receipt: string
}

/** "writing": nothing was cast; "sending": cast, but no reply came; "sent": the server has confirmed a cast. */
export type Progress = "writing" | "sending" | "sent"

/** Fingerprint of a link's secret under which its draft is kept, base64url. */
export async function draftId(secret: string): Promise<string> {
  const text = new TextEncoder().encode(`throughline-draft\0${secret}`)
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", text)))
}

export function newReceipt(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)))
}

export async function saveDraft(shelf: Shelf, id: string, draft: Draft): Promise<void> {
  const { key } = (await shelf.read(id)) ?? (await begin(shelf, id, draft))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(aes(iv, id), key, new TextEncoder().encode(JSON.stringify(draft)))
  // A draft that was removed while this was being sealed stays removed.
  await shelf.change(id, (kept) => kept && { ...kept, sealed: { iv, bytes } })
}

/** Undefined when there is none, or none that can be opened. */
export async function loadDraft(
  shelf: Shelf,
  id: string,
): Promise<{ draft: Draft; progress: Progress } | undefined> {
  const kept = await shelf.read(id)
  if (!kept?.sealed) return undefined
  try {
    const bytes = await crypto.subtle.decrypt(aes(kept.sealed.iv, id), kept.key, kept.sealed.bytes)
    return { draft: JSON.parse(new TextDecoder().decode(bytes)), progress: progressOf(kept) }
  } catch {
    return undefined
  }
}

/**
 * Before every cast: the ballot key, made once and kept before anything leaves the browser, and a number higher than
 * any begun before. So a retry after a lost reply, a correction and a second tab all speak for the same one ballot,
 * and the newest wins.
 */
export async function beginCast(
  shelf: Shelf,
  id: string,
  createBallotKey: () => Promise<BallotKey>,
): Promise<{ ballotKey: BallotKey; sequence: number } | undefined> {
  const fresh = (await shelf.read(id))?.ballotKey ?? (await createBallotKey())
  const kept = await shelf.change(
    id,
    (before) => before && { ...before, ballotKey: before.ballotKey ?? fresh, begun: before.begun + 1 },
  )
  return kept?.ballotKey ? { ballotKey: kept.ballotKey, sequence: kept.begun } : undefined
}

export async function confirmCast(shelf: Shelf, id: string, sequence: number): Promise<void> {
  await shelf.change(id, (kept) => kept && { ...kept, confirmed: Math.max(kept.confirmed, sequence) })
}

export async function removeDraft(shelf: Shelf, id: string): Promise<void> {
  await shelf.change(id, () => undefined)
}

async function begin(shelf: Shelf, id: string, { invitation }: Draft): Promise<Kept> {
  const { closesAt } = invitation.survey
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
  const empty: Kept = { id, key, sealed: null, ballotKey: null, closesAt, begun: 0, confirmed: 0 }
  return (await shelf.change(id, (kept) => kept ?? empty)) ?? empty
}

function progressOf({ begun, confirmed }: Kept): Progress {
  if (begun > confirmed) return "sending"
  return confirmed > 0 ? "sent" : "writing"
}

/** Bound to its link: a draft copied under another link's name does not open. */
function aes(iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")
}
