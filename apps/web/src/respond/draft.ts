import { type BallotKey, canonicalJson, type Manifest } from "@throughline/ballot"
import type { Language } from "@throughline/instrument"
import type { OpenInvitation } from "./invitation.ts"
import type { Kept, Pass, SentBallot, Shelf } from "./shelf.ts"

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

/** "writing": nothing has left; "sending": begun, but no reply came; "sent": the server has confirmed a cast. */
export type Progress = "writing" | "sending" | "sent"

export interface Found {
  draft: Draft
  progress: Progress
  says: Kept["says"]
}

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
export async function loadDraft(shelf: Shelf, id: string): Promise<Found | undefined> {
  const kept = await shelf.read(id)
  if (!kept?.sealed) return undefined
  try {
    const bytes = await crypto.subtle.decrypt(aes(kept.sealed.iv, id), kept.key, kept.sealed.bytes)
    const draft: Draft = JSON.parse(new TextDecoder().decode(bytes))
    return { draft, progress: progressOf(kept), says: kept.says }
  } catch {
    return undefined
  }
}

/**
 * Before anything leaves the browser: the ballot key and the blinded message that stands for it, made once and kept
 * together. So two tabs, a reload and a retry after a lost reply all ask for the same one signature.
 */
export async function takePass(
  shelf: Shelf,
  id: string,
  says: Kept["says"],
  make: () => Promise<{ ballotKey: BallotKey; pass: Pass }>,
): Promise<{ ballotKey: BallotKey; pass: Pass } | undefined> {
  const before = await shelf.read(id)
  const fresh = before?.pass && before.ballotKey ? undefined : await make()
  const kept = await shelf.change(id, (now) => now && { ...now, ...(now.pass ? {} : fresh), says })
  return kept?.ballotKey && kept.pass ? { ballotKey: kept.ballotKey, pass: kept.pass } : undefined
}

/** The signature is there. What could still tell which blinded message was whose ballot is thrown away. */
export async function keepCredential(shelf: Shelf, id: string, credential: string): Promise<void> {
  await shelf.change(
    id,
    (kept) => kept && { ...kept, pass: kept.pass && { ...kept.pass, inverse: null, credential } },
  )
}

/**
 * A number higher than any begun before. So a retry after a lost reply, a correction and a second tab all speak for
 * the same one ballot, and the newest wins.
 */
export async function beginCast(shelf: Shelf, id: string): Promise<number | undefined> {
  return (await shelf.change(id, (kept) => kept && { ...kept, begun: kept.begun + 1 }))?.begun
}

export async function confirmCast(shelf: Shelf, id: string, sent: SentBallot): Promise<void> {
  await shelf.change(
    id,
    (kept) => kept && (sent.sequence < kept.confirmed ? kept : { ...kept, confirmed: sent.sequence, sent }),
  )
}

export async function removeDraft(shelf: Shelf, id: string): Promise<void> {
  await shelf.change(id, () => undefined)
}

async function begin(shelf: Shelf, id: string, { invitation }: Draft): Promise<Kept> {
  const { closesAt } = invitation.survey
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
  const empty: Kept = {
    ...{ id, key, closesAt, survey: invitation.survey.id, promise: await fingerprint(invitation.manifest) },
    ...{ sealed: null, ballotKey: null, pass: null, says: "answers", sent: null, begun: 0, confirmed: 0 },
  }
  return (await shelf.change(id, (kept) => kept ?? empty)) ?? empty
}

/** The promise as this browser remembers it. */
export async function fingerprint(manifest: Manifest): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(manifest))
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))
}

function progressOf({ pass, begun, confirmed }: Kept): Progress {
  if (begun > confirmed || (pass && confirmed === 0)) return "sending"
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
