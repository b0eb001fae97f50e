import { demoCompany } from "@throughline/org"
import { answerInvitation } from "../../apps/api/src/answering.ts"
import { castBallot } from "../../apps/api/src/ballots/cast-ballot.ts"
import { demoLinks } from "../../apps/api/src/demo/links.ts"
import { inventAnswers, seeded } from "../../apps/api/src/demo/respondent.ts"
import { placesOf } from "../../apps/api/src/demo/seed-demo.ts"
import { openInvitation } from "../../apps/api/src/invitations/open-invitation.ts"
import { type Hr, readyDraft } from "../../apps/api/src/surveys/testing.ts"
import type { TestApp } from "../../apps/api/src/testing.ts"
import { type Seat, seatOf, three } from "./seats.ts"

/** As `readyDraft` imports it. */
const PEOPLE = 40

/** A draft whose key three trustees are to hold; `posted` gets what their browsers send. */
export async function trusteeDraft(
  api: TestApp,
  posted: string[] = [],
): Promise<{ hr: Hr; surveyId: string; seats: [Seat, Seat, Seat] }> {
  const { hr, survey } = await readyDraft(api, PEOPLE)
  const named = await hr.call("PUT", `/api/surveys/${survey.id}/trustees`, { trustees: three })
  if (named.status !== 200) throw new Error(`naming trustees answered ${named.status}`)
  const seats: Seat[] = []
  for (const { email } of three) seats.push(await seatOf(api, email, posted))
  return { hr, surveyId: survey.id, seats: seats as [Seat, Seat, Seat] }
}

/** So many of those invited answer, as their browsers do it. The answers of each that was sealed. */
export async function answer(api: TestApp, hr: Hr, surveyId: string, share: number): Promise<unknown[]> {
  const places = placesOf(demoCompany({ seed: 1, people: PEOPLE }))
  const random = seeded(7)
  const links = await demoLinks(api.deps, hr.organizationId, surveyId)
  const sealed: unknown[] = []
  for (const { secret, sourceId, hasReports } of links.slice(0, Math.round(links.length * share))) {
    const opened = await openInvitation(api.deps, secret)
    const place = places.get(sourceId)
    if (opened.state !== "open" || place === undefined) throw new Error("the survey is not open")
    const answers = inventAnswers(opened.questionnaire, place, hasReports, random)
    sealed.push(answers)
    await castBallot(api.deps, (await answerInvitation(api.deps, opened, secret, answers)).cast)
  }
  return sealed
}
