import { createBallotKey, type Manifest, makeCast } from "@throughline/ballot"
import type { Language, Questionnaire } from "@throughline/instrument"
import { words } from "./company.ts"

/** One invited person: what the mail and the link told. */
export interface Invited {
  email: string
  layer: number
  link: string
  secret: string
  cohort: number
  hasReports: boolean
  language: Language
  questionnaire: Questionnaire
  manifest: Manifest
}

/** What a link opens, asked for as the respondent's page does. */
export async function openLink(link: string) {
  const url = new URL(link)
  const secret = url.pathname.slice("/s/".length)
  const response = await fetch(new URL("/api/invitation", url), {
    headers: { Authorization: `Invitation ${secret}` },
  })
  return { secret, status: response.status, invitation: await response.json() }
}

/** Opens a link that was mailed; it must be open to an answer. */
export async function invitedBy(link: string, email: string, layer: number): Promise<Invited> {
  const { secret, status, invitation } = await openLink(link)
  if (status !== 200 || invitation.state !== "open")
    throw new Error(`A link answers ${status} ${invitation.state}`)
  const { cohort, hasReports, language, questionnaire, manifest } = invitation
  return { email, layer, link, secret, cohort: cohort.id, hasReports, language, questionnaire, manifest }
}

/** Seals answers as a browser does, sends them, and answers what the server said. */
export async function cast(person: Invited, answers: Record<string, unknown>) {
  const sealed = await makeCast({
    manifest: person.manifest,
    cohort: person.cohort,
    sequence: 0,
    ballotKey: await createBallotKey(),
    credential: { kind: "invitation", secret: person.secret },
    answers,
    receipt: crypto.getRandomValues(new Uint8Array(16)),
  })
  const response = await fetch(new URL("/api/ballots", person.link), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sealed),
  })
  return { status: response.status, body: await response.json() }
}

/** The lowest layer that still agrees. */
export const lastAgreeing = 3

/**
 * What the people of this company think, from 1 to 5: down to layer 3 they agree (4 and 5 in turn), below they do not
 * (2 and 3 in turn). The product learns it only from their answers.
 */
export function scoreOf(person: Invited, turn: number): number {
  return (person.layer <= lastAgreeing ? 4 : 2) + (turn % 2)
}

/** The same opinion on every scale, the right mission among the five for those who agree, another for the others. */
export function answersOf(person: Invited, score: number): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const question of person.questionnaire.instrument.questions) {
    if (question.type !== "likert") continue
    if (question.audience === "people-with-reports" && !person.hasReports) continue
    answers[question.id] = question.reverse ? 6 - score : score
  }
  const reached = person.layer <= lastAgreeing
  const known = person.questionnaire.missionOptions.find(({ text }) => (text === words.mission) === reached)
  if (known) answers.mission = known.id
  return answers
}
