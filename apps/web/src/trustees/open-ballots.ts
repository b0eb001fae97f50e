import {
  hashOf,
  type Manifest,
  type OpenFailure,
  opener,
  type SealedBallot,
  type SealingKey,
  shuffle,
} from "@throughline/ballot"

/** What goes to the server of one ballot: its answers, and nothing that says which ballot it was. */
export type Opened =
  | { ok: true; cohort: number; answers: unknown; receipt: string }
  | { ok: false; cohort: number; reason: OpenFailure }

export interface Progress {
  step: "fetch" | "open" | "send"
  done: number
  total: number
}

interface Page {
  total: number
  ballots: SealedBallot[]
  next: string | null
}

/** So many between two looks at the progress. */
const BATCH = 128

/** All pages of the box. */
export async function fetchAll(
  fetchPage: (after: string | undefined) => Promise<Page>,
  tell: (progress: Progress) => void,
): Promise<SealedBallot[]> {
  const ballots: SealedBallot[] = []
  let after: string | undefined
  do {
    const page = await fetchPage(after)
    ballots.push(...page.ballots)
    tell({ step: "fetch", done: ballots.length, total: page.total })
    after = page.next ?? undefined
  } while (after !== undefined)
  return ballots
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
