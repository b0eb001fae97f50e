import {
  ballotMessage,
  blind,
  type CohortLeaf,
  createBallotKey,
  fromBase64url,
  type Manifest,
  makeCast,
  toBase64url,
  unblind,
  verifyLeaf,
} from "@throughline/ballot"
import type { Language, Questionnaire } from "@throughline/instrument"
import { words } from "./company.ts"

/** One invited person: what the mail and the link told. */
export interface Invited {
  email: string
  layer: number
  link: string
  secret: string
  cohort: number
  leaf: CohortLeaf
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
  const { leaf, index, proof, hasReports, language, questionnaire, manifest } = invitation
  if (!(await verifyLeaf(manifest, leaf, index, proof))) throw new Error("A group is not one of the promise")
  return { email, layer, link, secret, cohort: leaf.id, leaf, hasReports, language, questionnaire, manifest }
}

/** Does what a browser does: has a ballot key signed blindly, seals, sends, and answers what the server said last. */
export async function cast(person: Invited, answers: Record<string, unknown>) {
  const { leaf, manifest, link } = person
  const ballotKey = await createBallotKey()
  const message = await ballotMessage(ballotKey.publicKey)
  const { blinded, inverse } = await blind(leaf.key, message)
  const signed = await post(
    new URL("/api/signatures", link),
    { blinded: toBase64url(blinded) },
    { Authorization: `Invitation ${person.secret}` },
  )
  if (signed.status !== 200) return signed
  const signature = fromBase64url(signed.body.signature) ?? new Uint8Array()
  const credential = await unblind(leaf.key, message, signature, inverse)
  if (!credential) throw new Error("The signature is not good under the key of the group")
  const sealed = await makeCast({
    ...{ manifest, leaf, sequence: 0, ballotKey, answers },
    credential: toBase64url(credential),
    receipt: crypto.getRandomValues(new Uint8Array(16)),
  })
  return post(new URL("/api/ballots", link), sealed)
}

async function post(url: URL, body: unknown, headers = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

/** The lowest layer that still agrees. */
export const lastAgreeing = 3

/** In turn: some of a layer differ from the rest, as a layer of one mind is told with bounds and without intervals. */
const opinions = { agreeing: [4, 5, 3, 5], doubting: [2, 1, 4, 2] }

/** What the people of this company think, from 1 to 5. The product learns it only from their answers. */
export function scoreOf(person: Invited, turn: number): number {
  const { agreeing, doubting } = opinions
  const held = person.layer <= lastAgreeing ? agreeing : doubting
  return held[turn % held.length] as number
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
