import type { Manifest } from "@throughline/ballot"

/** What anybody may ask about a survey. Asked without link, cookie or header: the server cannot tell who asks. */
export interface PublishedSurvey {
  manifest: Manifest
  /** "open" or "closed"; left out by a server that does not tell. */
  state?: string
  name?: string
  organizationName?: string
}

export function fetchPublished(
  organization: string,
  survey: string,
): Promise<PublishedSurvey | "unknown" | "unreachable"> {
  return ask<PublishedSurvey>(`/api/manifests/${organization}/${survey}`)
}

/** The receipts of all answers that were counted, sorted; "unknown" until the survey has closed. */
export async function fetchReceipts(
  organization: string,
  survey: string,
): Promise<string[] | "unknown" | "unreachable"> {
  const reply = await ask<{ receipts: string[] }>(`/api/manifests/${organization}/${survey}/receipts`)
  return typeof reply === "string" ? reply : reply.receipts
}

async function ask<T>(path: string): Promise<T | "unknown" | "unreachable"> {
  try {
    const reply = await fetch(path, {
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    })
    if (reply.ok) return await reply.json()
    return reply.status >= 500 || reply.status === 429 ? "unreachable" : "unknown"
  } catch {
    return "unreachable"
  }
}
