import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { closeSurvey } from "./close-survey.ts"
import { type HrMember, selectHrMembers } from "./hr-queries.ts"
import { databaseNow, lockSurvey, type SurveyRow, updateState, updateSurvey } from "./queries.ts"
import { tellHr } from "./tell-hr.ts"

// A close opens the box. At its date that needs nobody; earlier, one person alone could open it at a moment of their
// own choosing, right after the one answer they wait for: so it takes two. Two accounts are not two people: whoever
// could make a second account now could agree with themselves, so both must have been of HR before the launch.

/** Whether a member has a say in an early close. A test takes it away to see one person close with a new account. */
export function wasHrAtLaunch({ hrSince }: HrMember, { launched_at }: SurveyRow): boolean {
  return hrSince !== null && launched_at !== null && hrSince < launched_at
}

/** One HR member asks; the others are told by mail. Asking again changes nothing. */
export async function askEarlyClose(
  deps: Deps,
  session: Session,
  surveyId: string,
  hasSay = wasHrAtLaunch,
): Promise<void> {
  const { organizationId, userId, user } = session
  const told = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { survey, asker, members } = await lookAtRequest(tx, organizationId, surveyId, hasSay)
    refuseNewcomer(members, userId, survey, hasSay)
    if (asker !== undefined) return undefined
    const others = members.filter((member) => member.userId !== userId)
    if (!others.some((member) => hasSay(member, survey))) throw new Problem("survey.no-second")
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
  hasSay = wasHrAtLaunch,
): Promise<void> {
  const { organizationId, userId } = session
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { survey, asker, members } = await lookAtRequest(tx, organizationId, surveyId, hasSay)
    refuseNewcomer(members, userId, survey, hasSay)
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

/** Refuses what would be an early close by one. A test takes it away to see it succeed. */
function refuseBeforeDate({ closes_at }: SurveyRow, now: Date): void {
  if (closes_at === null || closes_at > now) throw new Problem("survey.second-needed")
}

/** A close that needs no second person: one whose date has come, or one that has begun and has to be ended. */
export async function finishClose(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  refuse = refuseBeforeDate,
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey?.state !== "open") return
    refuse(survey, await databaseNow(tx))
  })
  await closeSurvey(deps, organizationId, surveyId)
}

/** Refuses whoever became a member of HR after the launch, or is none any more since the request came in. */
function refuseNewcomer(
  members: readonly HrMember[],
  userId: string,
  survey: SurveyRow,
  hasSay: typeof wasHrAtLaunch,
): void {
  const own = members.find((member) => member.userId === userId)
  if (own === undefined) throw new Problem("session.forbidden")
  if (!hasSay(own, survey)) throw new Problem("survey.joined-later")
}

/**
 * An open survey and who asks to close it. The request of somebody who is no HR member any more counts for nothing, and
 * that of somebody who left HR and came back neither.
 */
async function lookAtRequest(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  hasSay = wasHrAtLaunch,
): Promise<{ survey: SurveyRow; asker: HrMember | undefined; members: HrMember[] }> {
  const survey = await lockSurvey(tx, organizationId, surveyId)
  if (survey === undefined) throw new Problem("survey.unknown")
  if (survey.state !== "open") throw new Problem("survey.not-open")
  const members = await selectHrMembers(tx, organizationId)
  const asker = members.find(({ userId }) => userId === survey.close_asked_by)
  return { survey, members, asker: asker !== undefined && hasSay(asker, survey) ? asker : undefined }
}
