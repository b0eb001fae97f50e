import { type Tx, withOrganization } from "@throughline/db"
import { askedOf, type Language, type PromiseFacts, respondentTexts } from "@throughline/instrument"
import { freezeChart } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { findAskedElsewhere, findImport } from "../imports/queries.ts"
import { summaryOf } from "../instruments/describe-draft.ts"
import { instrumentOfSurvey, lacksWords, missingLanguages } from "../instruments/instrument-of-survey.ts"
import { isReadable } from "../keys/watch-keys.ts"
import { findOrganization } from "../organizations/queries.ts"
import { type LoadedChart, loadChart } from "../people/load-chart.ts"
import { Problem } from "../problem.ts"
import { reviewerNames } from "../reviews/name-reviewers.ts"
import { keyProgress } from "../signing/key-progress.ts"
import { standings } from "../trustees/standings.ts"
import { invitedPositions } from "./audience.ts"
import { wasHrAtLaunch } from "./close-early.ts"
import { latestClose } from "./extend-survey.ts"
import { type HrMember, selectHrMembers } from "./hr-queries.ts"
import {
  databaseNow,
  findFrozen,
  findSurvey,
  invitedBySurvey,
  type SurveyRow,
  selectSurveys,
} from "./queries.ts"
import type { Survey, SurveySummary } from "./schemas.ts"
import { closePercent } from "./tell-progress.ts"

/** All surveys, newest first. */
export function listSurveys(deps: Deps, organizationId: string): Promise<SurveySummary[]> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const surveys = await selectSurveys(tx, organizationId)
    const invited = await invitedBySurvey(tx, organizationId)
    const loaded = surveys.some(({ state }) => state === "draft")
      ? await loadChart(tx, organizationId)
      : undefined
    return surveys.map((row) =>
      summary(row, invited.get(row.survey_id) ?? (loaded ? wouldBeInvited(loaded, row) : 0)),
    )
  })
}

/** `userId`: who looks, for whom the survey says whether they asked to close it early and who else could agree. */
export function readSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  userId?: string,
): Promise<Survey> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await surveyInside(tx, organizationId, surveyId, userId)
    // Where three trustees hold the key, nothing of it is on the server that could be missing.
    if (survey.state !== "closing" || survey.sealing === "trustees") return survey
    const sealingKey = (await findFrozen(tx, organizationId, surveyId))?.manifest.sealingKey ?? ""
    const isThere = await isReadable(deps, surveyId, sealingKey)
    return { ...survey, closeProblem: isThere ? null : ("key-missing" as const) }
  })
}

/** The survey as HR sees it, inside a transaction. Throws survey.unknown. */
export async function surveyInside(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  userId?: string,
): Promise<Survey> {
  const row = await findSurvey(tx, organizationId, surveyId)
  if (row === undefined) throw new Problem("survey.unknown")
  const organization = await findOrganization(tx, organizationId)
  const invited = (await invitedBySurvey(tx, organizationId)).get(surveyId)
  const loaded = row.state === "draft" ? await loadChart(tx, organizationId) : undefined
  const elsewhere = await findAskedElsewhere(tx, organizationId, surveyId)
  const instrument = elsewhere?.instrument ?? (await instrumentOfSurvey(tx, organizationId, row))
  const trustees = await standings(tx, organizationId, surveyId)
  const { id, name, languages, items, minutes, needsWords } = summaryOf(instrument)
  const reviewers = await reviewerNames(tx, organizationId, surveyId)
  return {
    ...summary(row, invited ?? (loaded ? wouldBeInvited(loaded, row) : 0)),
    k: row.k,
    audience: row.audience,
    languages: row.languages as Language[],
    instrument: { id, version: row.instrument_version, name, languages, items, minutes, needsWords },
    timeZone: organization.timeZone,
    signingBits: row.signing_bits as 2048 | 3072,
    words: row.words,
    keys: loaded === undefined ? null : await keyProgress(tx, organizationId, row, loaded.chart),
    mailSpreadMinutes: row.mail_spread_minutes,
    reminders: { days: row.reminder_days },
    testedAt: row.tested_at?.toISOString() ?? null,
    promisedClosesAt: row.promised_closes_at?.toISOString() ?? null,
    latestClose: row.state === "open" ? (latestClose(row)?.toISOString() ?? null) : null,
    ...earlyClose(row, await selectHrMembers(tx, organizationId), userId),
    sealing: row.sealing,
    trustees,
    recovery: {
      takenAt: row.recovery_taken_at?.toISOString() ?? null,
      triedAt: row.recovery_tried_at?.toISOString() ?? null,
      missingSince: row.key_missing_since?.toISOString() ?? null,
    },
    reviewers,
    closePercent: row.state === "closing" ? closePercent(row, await databaseNow(tx)) : null,
    ready: {
      people: loaded === undefined || wouldBeInvited(loaded, row) > 0,
      words: row.state !== "draft" || !lacksWords(instrument, organization.words),
      instrument: row.state !== "draft" || missingLanguages(instrument, row).length === 0,
    },
    imported: await importedFrom(tx, organizationId, row),
    // Nothing was promised here to who answered elsewhere.
    promise: promiseTo(row, {
      ...askedOf(instrument),
      organization: organization.name,
      invitedInGroup: row.k + 3,
      k: row.k,
      reviewers,
      trustees: trustees.map(({ name }) => name),
      closesAt: (row.closes_at ?? new Date(0)).toISOString(),
      timeZone: organization.timeZone,
    }),
  }
}

function promiseTo({ source }: SurveyRow, facts: PromiseFacts): string[] {
  if (source === "imported") return []
  return respondentTexts("en")
    .promise(facts)
    .points.map(({ title, text }) => `${title}: ${text}`)
}

async function importedFrom(
  tx: Tx,
  organizationId: string,
  { survey_id, source }: SurveyRow,
): Promise<Survey["imported"]> {
  const found = source === "imported" ? await findImport(tx, organizationId, survey_id) : undefined
  if (found === undefined) return null
  const { file_name, people, refused, imported_at } = found
  return { fileName: file_name, people, refused, importedAt: imported_at.toISOString() }
}

/** Without `userId` nobody in particular looks, and every HR member is another. */
function earlyClose(
  row: SurveyRow,
  members: readonly HrMember[],
  userId: string | undefined,
): Pick<Survey, "earlyClose" | "otherHr"> {
  const { close_asked_by: asker, close_asked_at: at } = row
  return {
    earlyClose:
      asker === null || at === null || row.state !== "open"
        ? null
        : {
            by: members.find((member) => member.userId === asker)?.name ?? null,
            at: at.toISOString(),
            mine: asker === userId,
          },
    otherHr: members.filter(
      (member) => member.userId !== userId && (row.state === "draft" || wasHrAtLaunch(member, row)),
    ).length,
  }
}

function wouldBeInvited({ chart }: LoadedChart, row: SurveyRow): number {
  return invitedPositions(chart, freezeChart(chart), row.audience).filter(Boolean).length
}

function summary(row: SurveyRow, invited: number): SurveySummary {
  const { survey_id, name, state, launch_at, launch_fault, closes_at, launched_at, closed_at, outcome } = row
  return {
    id: survey_id,
    name,
    state,
    launchAt: launch_at?.toISOString() ?? null,
    scheduled: state === "draft" && row.launch_scheduled_by !== null,
    launchFault: launch_fault,
    closeAsked: state === "open" && row.close_asked_by !== null,
    closesAt: closes_at?.toISOString() ?? null,
    launchedAt: launched_at?.toISOString() ?? null,
    closedAt: closed_at?.toISOString() ?? null,
    outcome,
    invited,
    source: row.source,
  }
}
