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

/**
 * @param correcting whether this tab has sent, or was told to change what was sent. A tab that knows nothing of it, as
 * it was opened before, leaves alone what is kept of a ballot.
 */
export async function saveDraft(shelf: Shelf, id: string, draft: Draft, correcting = false): Promise<void> {
  const { key } = (await shelf.read(id)) ?? (await begin(shelf, id, draft))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(aes(iv, id), key, new TextEncoder().encode(JSON.stringify(draft)))
  // A draft that was removed while this was being sealed stays removed.
  await shelf.change(id, (kept) =>
    kept?.pass && !correcting ? kept : kept && { ...kept, sealed: { iv, bytes } },
  )
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
 * Before anything leaves the browser: the ballot key, the blinded message that stands for it and the receipt, made once
 * and kept together. So two tabs, a reload and a retry after a lost reply all ask for the same one signature, and
 * whatever is cast is found by the same receipt.
 */
export async function takePass(
  shelf: Shelf,
  id: string,
  says: Kept["says"],
  make: () => Promise<{ ballotKey: BallotKey; pass: Pass }>,
): Promise<{ ballotKey: BallotKey; pass: Pass; receipt: string } | undefined> {
  const before = await shelf.read(id)
  const fresh = before?.pass && before.ballotKey ? undefined : await make()
  const receipt = newReceipt()
  const kept = await shelf.change(
    id,
    (now) => now && { ...now, ...(now.pass ? {} : fresh), receipt: now.receipt ?? receipt, says },
  )
  if (!kept?.ballotKey || !kept.pass || !kept.receipt) return undefined
  return { ballotKey: kept.ballotKey, pass: kept.pass, receipt: kept.receipt }
}

function newReceipt(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)))
}

/**
 * The signature is there and valid. The blinded message, which the server saw beside the link, and what takes the
 * blinding away are thrown away: nothing that is kept tells for which blinded message this ballot was signed.
 */
export async function keepCredential(shelf: Shelf, id: string, credential: string): Promise<void> {
  await shelf.change(
    id,
    (kept) => kept && { ...kept, pass: kept.pass && { blinded: null, inverse: null, credential } },
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

/** Throws away what nothing was sent of. What may stand for a ballot stays: without it the vote would be lost. */
export async function removeUnsent(shelf: Shelf, id: string): Promise<Kept | undefined> {
  return shelf.change(id, (kept) => (kept?.pass ? kept : undefined))
}

/**
 * Begins anew. Once anything was sent only the answers are thrown away, and key, signature, receipt and number stay;
 * undefined where nothing had to stay.
 */
export async function startOver(shelf: Shelf, id: string, draft: Draft): Promise<Draft | undefined> {
  if (!(await removeUnsent(shelf, id))) return undefined
  const cleared = withoutAnswers(draft)
  await saveDraft(shelf, id, cleared, true)
  return cleared
}

/** Whether nothing was answered yet beyond what HR's file says. */
export function isUntouched({ data, page, invitation: { filledIn } }: Draft): boolean {
  return page === 0 && Object.keys(data).every((name) => data[name] === filledIn?.[name])
}

/** As it was when it was begun: with what HR's file says, and nothing else. */
export function withoutAnswers(draft: Draft): Draft {
  return { ...draft, data: { ...draft.invitation.filledIn }, page: 0 }
}

export async function removeDraft(shelf: Shelf, id: string): Promise<void> {
  await shelf.change(id, () => undefined)
}

async function begin(shelf: Shelf, id: string, { invitation }: Draft): Promise<Kept> {
  const { closesAt } = invitation.survey
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
  const empty: Kept = {
    ...{ id, key, closesAt, survey: invitation.survey.id, promise: await fingerprint(invitation.manifest) },
    ...{ sealed: null, ballotKey: null, pass: null, receipt: null },
    ...{ says: "answers", sent: null, begun: 0, confirmed: 0 },
  }
  return (await shelf.change(id, (kept) => kept ?? empty)) ?? empty
}

/** The promise as this browser remembers it. */
export async function fingerprint(manifest: Manifest): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(manifest))
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))
}

export function progressOf({ pass, begun, confirmed }: Kept): Progress {
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
