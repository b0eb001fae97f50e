import { scanHere } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { addSignedIn, leadersOf } from "../members/testing.ts"
import { insertComments, insertRelease } from "../releases/queries.ts"
import { countBallots } from "../surveys/count-ballots.ts"
import { loadFrozen } from "../surveys/load-frozen.ts"
import { findFrozen, updateState } from "../surveys/queries.ts"
import { readyDraft } from "../surveys/testing.ts"
import type { Caller, TestApp } from "../testing.ts"
import type { Reviewers } from "./schemas.ts"

export interface ReviewedSurvey {
  organizationId: string
  surveyId: string
  /** An analyst and a member of HR, both named; HR and an analyst who are not; who leads the largest function. */
  as: Record<"analyst" | "reviewer" | "hr" | "other" | "leader", Caller>
  unit: string
  /** How many texts left the box. */
  written: number
}

/** The text of every n-th respondent to each question; the number says who wrote it, for tests only. */
const texts = (person: number, priorities: boolean) => ({
  ...(person % 2 === 0
    ? { "comment-helps": `Anna.Berg@example.com explains our goals well (${person})` }
    : {}),
  ...(person % 3 === 0 ? { "comment-hinders": `لا أحد يشرح ${person}` } : {}),
  ...(priorities
    ? { "top-priority": `What matters most (${person})` }
    : person === 5
      ? { "top-priority": "Only one wrote this" }
      : {}),
})

/**
 * A survey of a made-up company that everybody has answered and that has been closed. Ballots are made and opened in
 * the tests of the close; here the answers are handed over opened.
 */
export async function reviewedSurvey(
  api: TestApp,
  { people = 150, named = true, everybody = true, priorities = false } = {},
): Promise<ReviewedSurvey> {
  const { hr, survey } = await readyDraft(api, people)
  const { organizationId } = hr
  const surveyId = survey.id
  const domain = `${surveyId.slice(0, 8)}.example`
  const analyst = await addSignedIn(api, organizationId, { email: `analyst@${domain}`, role: "analyst" })
  const other = await addSignedIn(api, organizationId, { email: `other@${domain}`, role: "analyst" })
  const reviewer = await addSignedIn(api, organizationId, { email: `reviewer@${domain}`, role: "hr" })
  const [largest] = (await leadersOf(api, organizationId))
    .filter(({ layer }) => layer === 2)
    .sort((a, b) => b.people - a.people)
  const leader = await addSignedIn(api, organizationId, {
    ...{ email: `leader@${domain}`, role: "leader" },
    personId: largest?.personId ?? "",
  })
  if (named) {
    const path = `/api/surveys/${surveyId}/reviewers`
    const chosen = await Promise.all([analyst, reviewer].map((one) => idOf(api, one)))
    const { status, json } = await hr.call("PUT", path, { chosen })
    if (status !== 200) throw new Error(`naming answered ${status} ${JSON.stringify(json as Reviewers)}`)
  }
  const launched = await hr.call("POST", `/api/surveys/${surveyId}/launch`)
  if (launched.status !== 200) throw new Error(`the launch answered ${JSON.stringify(launched.json)}`)

  const written = await withOrganization(api.deps.db, "close", organizationId, async (tx) => {
    const frozen = await findFrozen(tx, organizationId, surveyId)
    if (frozen === undefined) throw new Error("not launched")
    const cut = await loadFrozen(tx, organizationId, surveyId)
    const cohorts = cut.cohorts.flatMap(({ id, size }) => Array.from({ length: size }, () => id))
    const answering = everybody ? cohorts : cohorts.slice(0, 7)
    const { instrument } = frozen.questionnaire
    const answers = answering.map((_, person) => ({
      ...Object.fromEntries(
        instrument.questions.flatMap((question) =>
          question.type === "likert" && question.audience === "everyone"
            ? [[question.id, 1 + ((person * 7 + question.id.length) % 5)]]
            : [],
        ),
      ),
      "explained-when": "month",
      ...texts(person, priorities),
    }))
    const results = await countBallots({
      ...{ ...frozen, ...cut, personIds: [], earlier: [], seed: 1, run: scanHere },
      survey: { id: surveyId, name: survey.name, organization: "Acme", closedAt: new Date().toISOString() },
      ballots: answering.map((cohort, person) => ({ ballotKey: String(person), cohort, ciphertext: "" })),
      open: async (ballots) =>
        ballots.map(({ ballotKey, cohort }) => ({
          ...{ ok: true, cohort, receipt: ballotKey, answers: answers[Number(ballotKey)] },
        })),
    })
    if (results === "too-few") throw new Error("too few")
    await insertComments(tx, organizationId, surveyId, results.comments)
    await insertRelease(tx, organizationId, surveyId, new Date(), results.release)
    const closed = { closedAt: new Date(), outcome: "released" as const }
    await updateState(tx, organizationId, surveyId, "closed", closed)
    return results.comments.length
  })
  return {
    ...{ organizationId, surveyId, written, unit: largest?.unit ?? "" },
    as: { analyst, reviewer, hr, other, leader },
  }
}

export async function idOf(api: TestApp, who: Caller): Promise<string> {
  const user = await api.deps.auth.user(new Headers({ cookie: who.cookie }))
  return user?.id ?? ""
}
