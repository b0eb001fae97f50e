import { createBallotKey, fromBase64url, hashOf, makeCast } from "@throughline/ballot"
import { answersFromSurveyJs, answersSchema } from "@throughline/instrument"
import { beginCast, confirmCast, type Draft } from "./draft.ts"
import type { OpenInvitation } from "./invitation.ts"
import type { Shelf } from "./shelf.ts"

/**
 * "sent": in the box, for certain. "elsewhere": another browser has used the link. "closed", "withdrawn": too late, or
 * the invitation is gone. "unfit": the answers do not pass the questionnaire's own check. "refused": the server would
 * not take the ballot. "broken-promise": what was promised and what would be sealed do not fit. "busy": ask again in a
 * moment. "empty": nothing is answered. "no-reply": nothing came back, and nobody can know whether the cast arrived.
 */
export type Outcome =
  | "sent"
  | "elsewhere"
  | "closed"
  | "withdrawn"
  | "empty"
  | "unfit"
  | "refused"
  | "broken-promise"
  | "busy"
  | "no-reply"

const REPLY_WITHIN_MS = 20_000

/**
 * Whether what the respondent reads, the group the ballot is bound to and the frozen promise are one and the same:
 * the texts' fingerprint, the survey, a close no earlier than promised, the cohort and its size, and no group below
 * the minimum.
 */
export async function keepsPromise(invitation: OpenInvitation): Promise<boolean> {
  const { manifest, organization, survey, cohort, questionnaire } = invitation
  const promised = manifest.cohorts.find(({ id }) => id === cohort.id)
  return (
    manifest.version === 1 &&
    manifest.organization === organization.id &&
    manifest.survey === survey.id &&
    isPromisedClose(manifest.closesAt, survey.closesAt) &&
    promised !== undefined &&
    promised.invited === cohort.invited &&
    promised.invited >= manifest.k &&
    manifest.texts === (await hashOf(questionnaire))
  )
}

/** An open survey may be extended, never shortened, by so many days at most; the frozen promise keeps the first date. */
const LONGEST_EXTENSION_MS = 60 * 24 * 3600 * 1000

function isPromisedClose(promised: string, now: string): boolean {
  const later = Date.parse(now) - Date.parse(promised)
  return later >= 0 && later <= LONGEST_EXTENSION_MS
}

/** Checks, seals and casts the draft. May be called again after any outcome; the newest cast of a browser counts. */
export async function send(input: {
  shelf: Shelf
  id: string
  secret: string
  draft: Draft
}): Promise<Outcome> {
  const { shelf, id, secret, draft } = input
  performance.mark("throughline:send")
  const { questionnaire, manifest, cohort } = draft.invitation
  const answers = answersSchema(questionnaire).safeParse(answersFromSurveyJs(draft.data, questionnaire))
  if (!answers.success) return "unfit"
  if (Object.keys(answers.data).length === 0) return "empty"
  if (!(await keepsPromise(draft.invitation))) return "broken-promise"
  const begun = await beginCast(shelf, id, createBallotKey)
  const receipt = fromBase64url(draft.receipt)
  if (!begun || !receipt) return "unfit"
  const cast = await makeCast({
    manifest,
    cohort: cohort.id,
    ...begun,
    credential: { kind: "invitation", secret },
    answers: answers.data,
    receipt,
  })
  performance.measure("throughline:seal", "throughline:send")
  const outcome = await post(cast)
  if (outcome === "sent") await confirmCast(shelf, id, begun.sequence)
  return outcome
}

/** No cookie, no referrer, no header of ours: the request says nothing but the cast. */
async function post(cast: unknown): Promise<Outcome> {
  try {
    const reply = await fetch("/api/ballots", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(cast),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(REPLY_WITHIN_MS),
    })
    if (reply.ok) return "sent"
    return outcomes[reply.status] ?? "busy"
  } catch {
    return "no-reply"
  }
}

const outcomes: Record<number, Outcome> = {
  404: "withdrawn",
  409: "elsewhere",
  410: "closed",
  400: "refused",
  413: "refused",
  422: "refused",
}
