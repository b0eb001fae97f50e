import {
  hashOf,
  type Manifest,
  type OpenFailure,
  opener,
  type SealedBallot,
  type SealingKey,
  shuffle,
} from "@throughline/ballot"
import type { BallotPage } from "./trustee-api.ts"
import type { Vault } from "./vault.ts"

/** What goes to the server of one ballot: its answers, and nothing that says which ballot it was. */
export type Opened =
  | { ok: true; cohort: number; answers: unknown; receipt: string }
  | { ok: false; cohort: number; reason: OpenFailure }

export interface Progress {
  step: "fetch" | "open" | "send"
  done: number
  total: number
}

/** So many between two looks at the progress. */
const BATCH = 128

/** All pages of the box, and what only the survey's key answers. */
export async function fetchAll(
  fetchPage: (after: string | undefined) => Promise<BallotPage>,
  tell: (progress: Progress) => void,
): Promise<{ ballots: SealedBallot[]; challenge: string }> {
  const ballots: SealedBallot[] = []
  let after: string | undefined
  let challenge = ""
  do {
    const page = await fetchPage(after)
    ballots.push(...page.ballots)
    challenge = page.challenge
    tell({ step: "fetch", done: ballots.length, total: page.total })
    after = page.next ?? undefined
  } while (after !== undefined)
  return { ballots, challenge }
}

/** Opens all of them and shuffles what was in them, so that whoever receives it cannot tell from which ballot it came. */
export async function openAll(
  key: SealingKey,
  manifest: Manifest,
  cohorts: readonly number[],
  ballots: readonly SealedBallot[],
  tell: (progress: Progress) => void,
): Promise<Opened[]> {
  const open = opener(key, manifest, cohorts)
  const opened: Opened[] = []
  for (let at = 0; at < ballots.length; at += BATCH) {
    const some = ballots.slice(at, at + BATCH)
    const openings = await open(some)
    openings.forEach((one, place) => {
      const cohort = some[place]?.cohort ?? -1
      opened.push(
        one.ok ? { ok: true, cohort, answers: one.answers, receipt: one.receipt } : { ...one, cohort },
      )
    })
    tell({ step: "open", done: opened.length, total: ballots.length })
  }
  return shuffle(opened)
}

/** Which ballots these are, whatever their order. */
export function fingerprintOf(ballots: readonly SealedBallot[]): Promise<string> {
  const lines = ballots.map(({ ballotKey, cohort, ciphertext }) => `${ballotKey} ${cohort} ${ciphertext}`)
  return hashOf(lines.sort())
}

/**
 * Whether this browser may open these ballots. A server that could have some ballots opened, and then the same and one
 * more, would know what the one says; so fewer than k are opened by nobody, and others than before not by this browser.
 */
export function mayOpen(
  ballots: readonly SealedBallot[],
  k: number,
  fingerprint: string,
  openedBefore: string | null,
): "yes" | "too-few" | "others-before" {
  if (ballots.length < k) return "too-few"
  return openedBefore === null || openedBefore === fingerprint ? "yes" : "others-before"
}

type Verdict = ReturnType<typeof mayOpen>

/**
 * The same with what this browser remembers, and noted before anything is opened. The note is kept by the survey's key,
 * wherever the trustee's own key is; without a vault nothing is remembered, and the page says so.
 */
export async function admitBallots(
  vault: Pick<Vault, "openedBallots" | "noteOpened"> | undefined,
  sealingKey: string,
  k: number,
  ballots: readonly SealedBallot[],
): Promise<Verdict> {
  const fingerprint = await fingerprintOf(ballots)
  const before = (await vault?.openedBallots(sealingKey)) ?? null
  const verdict = mayOpen(ballots, k, fingerprint, before)
  if (verdict === "yes") await vault?.noteOpened(sealingKey, fingerprint)
  return verdict
}
