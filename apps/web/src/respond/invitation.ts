import type { CohortLeaf, Manifest } from "@throughline/ballot"
import type { Language, Questionnaire } from "@throughline/instrument"

export interface SurveyFacts {
  organization: { id: string; name: string }
  survey: { id: string; name: string; closesAt: string }
}

/** All that a personal link tells while it can be answered. */
export interface OpenInvitation extends SurveyFacts {
  /** The own group: its size and the key that signs for it, and where it stands in the promise. */
  leaf: CohortLeaf
  index: number
  proof: string[]
  hasReports: boolean
  languages: Language[]
  language: Language
  questionnaire: Questionnaire
  /** What HR's file says, for the one question about the person; a draft begun with an earlier version has none. */
  filledIn?: Record<string, string>
  manifest: Manifest
}

export type Invitation =
  | ({ state: "open" } & OpenInvitation)
  | ({ state: "answered" | "closed" } & SurveyFacts)
  | { state: "unknown" }
  | { state: "offline" }
  | { state: "trouble" }

/** The secret of a personal link `/s/<secret>`, or undefined when the path is no such link. */
export function secretOf(path: string): string | undefined {
  return /^\/s\/([A-Za-z0-9_-]{20,128})\/?$/.exec(path)?.[1]
}

/** Asking spends nothing: a link may be opened as often as one likes. Never rejects. */
export async function fetchInvitation(secret: string): Promise<Invitation> {
  try {
    const reply = await fetch("/api/invitation", {
      headers: { Authorization: `Invitation ${secret}` },
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    })
    if (reply.status === 404) return { state: "unknown" }
    if (!reply.ok) return { state: "trouble" }
    return await reply.json()
  } catch {
    return { state: "offline" }
  }
}
