import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { closeSurvey } from "./close-survey.ts"
import { type HrMember, selectHrMembers } from "./hr-queries.ts"
import { databaseNow, lockSurvey, type SurveyRow, updateState, updateSurvey } from "./queries.ts"
import { tellHr } from "./tell-hr.ts"

// A close opens the box. At its date that needs nobody; earlier, one person alone could open it at a moment of their
// own choosing, right after the one answer they wait for: so it takes two.

/** One HR member asks; the others are told by mail. Asking again changes nothing. */
export async function askEarlyClose(deps: Deps, session: Session, surveyId: string): Promise<void> {
  const { organizationId, userId, user } = session
  const told = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { survey, asker, members } = await lookAtRequest(tx, organizationId, surveyId)
    if (asker !== undefined) return undefined
    const others = members.filter((member) => member.userId !== userId)
    if (others.length === 0) throw new Problem("survey.no-second")
    await updateSurvey(tx, organizationId, surveyId, {
      close_asked_by: userId,
      close_asked_at: await databaseNow(tx),
    })
    return { survey, others }
  })
  if (told === undefined) return
  await tellHr(deps, told.others, {
    surveyId,
    subject: `${user.name} asks to close “${told.survey.name}” early`,
    paragraphs: [
      `${user.name} asks to close “${told.survey.name}” before its date. It takes a second HR member to agree.`,
      "If you agree, nobody can answer any more, the answers are counted and the results come out. This cannot be taken back. If you do nothing, it stays open until its date.",
    ],
  })
}

/** Refuses whoever asked. A test takes it away to see one person close alone. */
function refuseSamePerson(asker: string, userId: string): void {
  if (asker === userId) throw new Problem("survey.own-request")
}

/** Another HR member agrees: the survey stops in the same transaction that looks at who asked, and is counted. */
export async function agreeToEarlyClose(
  deps: Deps,
  session: Session,
  surveyId: string,
  refuse = refuseSamePerson,
): Promise<void> {
  const { organizationId, userId } = session
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { asker } = await lookAtRequest(tx, organizationId, surveyId)
    if (asker === undefined) throw new Problem("survey.not-asked")
    refuse(asker.userId, userId)
    await updateState(tx, organizationId, surveyId, "closing")
  })
  await closeSurvey(deps, organizationId, surveyId)
}

/** Whoever asked takes it back, or another declines and whoever asked is told. */
export async function declineEarlyClose(deps: Deps, session: Session, surveyId: string): Promise<void> {
  const { organizationId, userId, user } = session
  const told = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { survey, asker } = await lookAtRequest(tx, organizationId, surveyId)
    await updateSurvey(tx, organizationId, surveyId, { close_asked_by: null, close_asked_at: null })
    return { survey, asker }
  })
  if (told.asker === undefined || told.asker.userId === userId) return
  await tellHr(deps, [told.asker], {
    surveyId,
    subject: `“${told.survey.name}” stays open`,
    paragraphs: [
      `${user.name} declined to close “${told.survey.name}” early. It stays open until its date; everybody can go on answering.`,
    ],
  })
}

/** A close that needs no second person: one whose date has come, or one that has begun and has to be ended. */
export async function finishClose(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey?.state !== "open") return
    const isLate = survey.closes_at !== null && survey.closes_at <= (await databaseNow(tx))
    if (!isLate) throw new Problem("survey.second-needed")
  })
  await closeSurvey(deps, organizationId, surveyId)
}

/** An open survey and who asks to close it. The request of somebody who is no HR member any more counts for nothing. */
async function lookAtRequest(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<{ survey: SurveyRow; asker: HrMember | undefined; members: HrMember[] }> {
  const survey = await lockSurvey(tx, organizationId, surveyId)
  if (survey === undefined) throw new Problem("survey.unknown")
  if (survey.state !== "open") throw new Problem("survey.not-open")
  const members = await selectHrMembers(tx, organizationId)
  return { survey, members, asker: members.find(({ userId }) => userId === survey.close_asked_by) }
}
