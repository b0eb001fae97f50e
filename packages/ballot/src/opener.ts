import { ballotMessage } from "./ballot-key.ts"
import { fromBase64url } from "./base64url.ts"
import type { Manifest } from "./manifest.ts"
import { ciphertextSize, ENCAPSULATED_KEY_BYTES, unpad } from "./padding.ts"
import { hpkeSuite, importPair, type SealingKey, sealingContext } from "./seal.ts"

/** What the box holds of a ballot, as far as opening needs it. */
export interface SealedBallot {
  ballotKey: string
  cohort: number
  ciphertext: string
}

export interface OpenedBallot {
  cohort: number
  /** As the browser sealed them: not yet checked against the questionnaire. null: the ballot was withdrawn. */
  answers: unknown
  /** base64url, 16 bytes. */
  receipt: string
}

/** "cohort-unknown": not in the manifest; "malformed": wrong size; "not-openable": other key, survey, cohort, promise or ballot key, or tampered; "unreadable": opened, but not what `makeCast` seals. */
export type OpenFailure = "cohort-unknown" | "malformed" | "not-openable" | "unreadable"

export type Opening = ({ ok: true } & OpenedBallot) | { ok: false; reason: OpenFailure }

/** One outcome per ballot, in the order given. Never rejects because of a ballot. */
export type Open = (ciphertexts: readonly SealedBallot[]) => Promise<Opening[]>

/** Ballots opened at a time: enough to keep the thread pool of WebCrypto busy, few enough for memory. */
const BATCH = 64

/** Answers are two levels deep. What is far deeper was made to break whoever writes it as JSON again. */
const DEEPEST = 8

/**
 * The only holder of the survey's private key that the close knows: the server's own, or a page in a trustee's
 * browser. A key or manifest that is itself broken makes every ballot "not-openable".
 *
 * @param cohortIds of the manifest's leaves
 */
export function opener(key: SealingKey, manifest: Manifest, cohortIds: readonly number[]): Open {
  const cohorts = new Set(cohortIds)
  const contexts = new Map<number, Promise<Uint8Array<ArrayBuffer>>>()
  const contextOf = (cohort: number) => {
    const known = contexts.get(cohort) ?? sealingContext(manifest, cohort)
    contexts.set(cohort, known)
    return known
  }
  let recipient: Promise<CryptoKeyPair> | undefined

  const openOne = async (ballot: SealedBallot): Promise<Opening> => {
    if (!cohorts.has(ballot.cohort)) return { ok: false, reason: "cohort-unknown" }
    const sealed = fromBase64url(ballot.ciphertext)
    if (sealed?.length !== ciphertextSize(manifest.sealedSize)) return { ok: false, reason: "malformed" }
    let padded: Uint8Array
    try {
      recipient ??= importPair(key)
      const context = await hpkeSuite.createRecipientContext({
        recipientKey: await recipient,
        enc: sealed.slice(0, ENCAPSULATED_KEY_BYTES),
        info: await contextOf(ballot.cohort),
      })
      const message = await ballotMessage(ballot.ballotKey)
      padded = new Uint8Array(await context.open(sealed.slice(ENCAPSULATED_KEY_BYTES), message))
    } catch {
      return { ok: false, reason: "not-openable" }
    }
    return readPayload(padded, manifest.sealedSize, ballot.cohort)
  }

  return async (ballots) => {
    const opened: Opening[] = []
    for (let at = 0; at < ballots.length; at += BATCH) {
      opened.push(...(await Promise.all(ballots.slice(at, at + BATCH).map(openOne))))
    }
    return opened
  }
}

function readPayload(padded: Uint8Array, size: number, cohort: number): Opening {
  const payload = unpad(padded, size)
  if (!payload) return { ok: false, reason: "unreadable" }
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload))
    if (typeof value !== "object" || value === null || !("answers" in value) || !("receipt" in value)) {
      return { ok: false, reason: "unreadable" }
    }
    const { answers, receipt } = value
    if (typeof receipt !== "string" || fromBase64url(receipt)?.length !== 16)
      return { ok: false, reason: "unreadable" }
    if (isDeeperThan(DEEPEST, answers)) return { ok: false, reason: "unreadable" }
    return { ok: true, cohort, answers, receipt }
  } catch {
    return { ok: false, reason: "unreadable" }
  }
}

/** Level by level rather than by recursion, which is what a deep value breaks. */
function isDeeperThan(levels: number, value: unknown): boolean {
  const nested = (values: readonly unknown[]) =>
    values.filter((one): one is object => typeof one === "object" && one !== null)
  let level = nested([value])
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return true
    level = nested(level.flatMap((one) => Object.values(one)))
  }
  return false
}
