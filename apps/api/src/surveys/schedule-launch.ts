import { type Tx, withOrganization } from "@throughline/db"
import { formatMoment } from "@throughline/instrument"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { instrumentOfSurvey, refuseUnreadyInstrument } from "../instruments/instrument-of-survey.ts"
import { refuseUntried } from "../keys/launch-key.ts"
import { findOrganization } from "../organizations/queries.ts"
import { loadChart } from "../people/load-chart.ts"
import { Problem, problemBody } from "../problem.ts"
import { trusteesAtLaunch } from "../trustees/refuse-untried.ts"
import { cutPeople } from "./cut.ts"
import { selectHrMembers } from "./hr-queries.ts"
import { isDue } from "./is-due.ts"
import { launchSurvey } from "./launch-survey.ts"
import { lockDraft } from "./lock-draft.ts"
import { databaseNow, lockSurvey, type SurveyRow, updateSurvey } from "./queries.ts"
import { surveyInside } from "./read-survey.ts"
import { tellHr } from "./tell-hr.ts"

/** Lets a draft launch by itself. Refused when it could not be launched now; it is looked at again when it is due. */
export function scheduleLaunch(
  deps: Deps,
  session: Session,
  surveyId: string,
  launchAt: string,
): Promise<void> {
  const { organizationId, userId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockDraft(tx, organizationId, surveyId)
    const at = new Date(launchAt)
    if (at <= (await databaseNow(tx))) {
      throw new Problem("survey.dates", { detail: "The launch lies in the past." })
    }
    if (survey.closes_at === null || survey.closes_at <= at) {
      throw new Problem("survey.dates", { detail: "The survey would close before it opens." })
    }
    await refuseUnready(tx, organizationId, survey)
    await updateSurvey(tx, organizationId, surveyId, {
      launch_at: at,
      launch_scheduled_by: userId,
      launch_fault: null,
    })
  })
}

/** Takes a scheduled launch back; the moment it was meant for is kept. A draft without one stays as it is. */
export function unscheduleLaunch(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockDraft(tx, organizationId, surveyId)
    await updateSurvey(tx, organizationId, surveyId, { launch_scheduled_by: null, launch_fault: null })
  })
}

/**
 * Launches a survey that is due; asked again, or after somebody took the schedule back, it does nothing. When
 * something is missing by now, the reason is kept for HR and whoever scheduled it is told; it is not tried again.
 * A fault of ours is thrown instead, and the next sweep tries again.
 */
export async function launchDue(deps: Deps, organizationId: string, surveyId: string): Promise<void> {
  try {
    await launchSurvey(deps, organizationId, surveyId, "when-due")
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    await giveUp(deps, organizationId, surveyId, error.detail ?? `${problemBody(error).title}.`)
  }
}

async function giveUp(deps: Deps, organizationId: string, surveyId: string, fault: string): Promise<void> {
  const told = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined || !isDue(survey, await databaseNow(tx))) return undefined
    await updateSurvey(tx, organizationId, surveyId, { launch_fault: fault, launch_scheduled_by: null })
    const { timeZone } = await findOrganization(tx, organizationId)
    const members = await selectHrMembers(tx, organizationId)
    const scheduler = members.filter(({ userId }) => userId === survey.launch_scheduled_by)
    // Who scheduled it may have left: then all of HR is told.
    return { survey, timeZone, members: scheduler.length > 0 ? scheduler : members }
  })
  if (told === undefined) return
  const { survey, timeZone, members } = told
  const at = formatMoment((survey.launch_at ?? deps.now()).toISOString(), "en", timeZone)
  await tellHr(deps, members, {
    surveyId,
    subject: `“${survey.name}” was not launched`,
    paragraphs: [
      `“${survey.name}” was to be launched ${at}. It was not: ${fault}`,
      "Nobody has been invited. Everything you set up is kept. Mend what is missing, then launch it or choose a new moment.",
    ],
  })
}

async function refuseUnready(tx: Tx, organizationId: string, survey: SurveyRow): Promise<void> {
  const { ready } = await surveyInside(tx, organizationId, survey.survey_id)
  if (!ready.people) throw new Problem("survey.not-ready", { detail: "No people are imported yet." })
  if (!ready.words) {
    throw new Problem("survey.not-ready", { detail: "The words of the strategy are not complete yet." })
  }
  if (!ready.instrument) {
    const { words } = await findOrganization(tx, organizationId)
    refuseUnreadyInstrument(await instrumentOfSurvey(tx, organizationId, survey), survey, words)
  }
  const { chart } = await loadChart(tx, organizationId)
  const { refused } = cutPeople(chart, survey.audience, survey.k)
  if (refused !== null) {
    throw new Problem("survey.too-few", {
      detail: `${refused.people} people are invited; at least ${refused.minimum} are needed.`,
    })
  }
  if (survey.sealing === "trustees") await trusteesAtLaunch(tx, organizationId, survey.survey_id)
  else refuseUntried(survey)
}
