import type { Manifest } from "@throughline/ballot"
import { jsonb, type Schema, type SurveyState, type Tx } from "@throughline/db"
import type { AttributeColumn, Key, Language, Questionnaire } from "@throughline/instrument"
import { sql, type UpdateObject } from "kysely"
import type { Audience, SurveySettings } from "./schemas.ts"

const summaryColumns = [
  "survey_id",
  "name",
  "state",
  "k",
  "audience",
  "attribute",
  "languages",
  "closes_at",
  "launched_at",
  "closed_at",
  "outcome",
  "launch_at",
  "launch_scheduled_by",
  "launch_fault",
  "mail_spread_minutes",
  "reminder_days",
  "tested_at",
  "promised_closes_at",
  "close_asked_by",
  "close_asked_at",
  "instrument_id",
  "instrument_version",
  "sealing",
  "signing_bits",
  "words",
  "sealing_key",
  "recovery_taken_at",
  "recovery_tried_at",
  "key_missing_since",
  "close_percent",
  "close_told_at",
  "source",
] as const

export type SurveyRow = NonNullable<Awaited<ReturnType<typeof findSurvey>>>

export async function findSurvey(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("app.survey")
    .select(summaryColumns)
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .executeTakeFirst()
}

export async function selectSurveys(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.survey")
    .select(summaryColumns)
    .where("organization_id", "=", organizationId)
    .orderBy("created_at", "desc")
    .orderBy("survey_id")
    .execute()
}

/** People invited, by survey, of an imported one those in its file; a survey that is not launched has no entry. */
export async function invitedBySurvey(tx: Tx, organizationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("app.cohort")
    .select(({ fn }) => ["survey_id", fn.sum<string | number>("invited").as("invited")])
    .where("organization_id", "=", organizationId)
    .groupBy("survey_id")
    .execute()
  const imported = await tx
    .selectFrom("app.survey_import")
    .select(["survey_id", "people as invited"])
    .where("organization_id", "=", organizationId)
    .execute()
  return new Map([...rows, ...imported].map(({ survey_id, invited }) => [survey_id, Number(invited)]))
}

export async function insertSurvey(
  tx: Tx,
  survey: {
    organizationId: string
    surveyId: string
    name: string
    k: number
    languages: Language[]
    closesAt: Date
    createdAt: Date
    /** A copy brings its own; else nobody is left out. */
    audience?: Audience
    mailSpreadMinutes?: number
    reminderDays?: number[]
    signingBits?: number
    instrument?: { id: string; version: number }
    attribute?: AttributeColumn | null
  },
): Promise<void> {
  await tx
    .insertInto("app.survey")
    .values({
      organization_id: survey.organizationId,
      survey_id: survey.surveyId,
      name: survey.name,
      k: survey.k,
      audience: jsonb(survey.audience ?? { departments: null, layers: null }),
      languages: survey.languages,
      closes_at: survey.closesAt,
      created_at: survey.createdAt,
      attribute: survey.attribute ?? null,
      ...(survey.mailSpreadMinutes === undefined ? {} : { mail_spread_minutes: survey.mailSpreadMinutes }),
      ...(survey.reminderDays === undefined ? {} : { reminder_days: survey.reminderDays }),
      ...(survey.signingBits === undefined ? {} : { signing_bits: survey.signingBits }),
      ...instrumentColumns(survey.instrument),
    })
    .execute()
}

function instrumentColumns(instrument: { id: string; version: number } | undefined) {
  return instrument === undefined
    ? {}
    : { instrument_id: instrument.id, instrument_version: instrument.version }
}

/** False when there is no such draft. */
export async function updateDraft(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  settings: SurveySettings,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.survey")
    .set({
      name: settings.name,
      k: settings.k,
      audience: jsonb(settings.audience),
      languages: settings.languages,
      closes_at: new Date(settings.closesAt),
      ...(settings.launchAt === undefined ? {} : { launch_at: plannedLaunch(settings.launchAt) }),
      ...(settings.mailSpreadMinutes === undefined
        ? {}
        : { mail_spread_minutes: settings.mailSpreadMinutes }),
      ...(settings.reminders === undefined ? {} : { reminder_days: settings.reminders.days }),
      ...(settings.signingBits === undefined ? {} : { signing_bits: settings.signingBits }),
      ...instrumentColumns(settings.instrument),
    })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "draft")
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Where a launch is scheduled, its moment is not a mere setting any more. */
function plannedLaunch(launchAt: string | null) {
  const planned = launchAt === null ? null : new Date(launchAt)
  return sql<Date | null>`case when launch_scheduled_by is null then cast(${planned} as timestamptz) else launch_at end`
}

/** Locks the survey's row until the end of the transaction, against casts and other changes. */
export async function lockSurvey(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<SurveyRow | undefined> {
  return await tx
    .selectFrom("app.survey")
    .select(summaryColumns)
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .forUpdate()
    .executeTakeFirst()
}

export interface Frozen {
  questionnaire: Questionnaire
  key: Key
  manifest: Manifest
}

export async function updateLaunched(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  frozen: Frozen & { launchedAt: Date; words: string[] },
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({
      state: "open",
      launched_at: frozen.launchedAt,
      launch_at: null,
      launch_scheduled_by: null,
      launch_fault: null,
      questionnaire: jsonb<unknown>(frozen.questionnaire),
      answer_key: jsonb<unknown>(frozen.key),
      manifest: jsonb<unknown>(frozen.manifest),
      words: frozen.words,
    })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

export async function findFrozen(
  tx: Tx,
  organizationId: string,
  surveyId: string,
): Promise<Frozen | undefined> {
  const row = await tx
    .selectFrom("app.survey")
    .select(["questionnaire", "answer_key", "manifest"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("manifest", "is not", null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    questionnaire: row.questionnaire as Questionnaire,
    key: row.answer_key as Key,
    manifest: row.manifest as Manifest,
  }
}

export async function updateState(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  state: SurveyState,
  closed: { closedAt: Date; outcome: "released" | "too-few" } | null = null,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({
      state,
      ...(closed === null ? {} : { closed_at: closed.closedAt, outcome: closed.outcome }),
      close_percent: null,
      close_told_at: null,
    })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

/** Of a survey that is being closed, as it may have been closed meanwhile. */
export async function updateClosePercent(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  percent: number,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({ close_percent: percent, close_told_at: sql<Date>`clock_timestamp()` })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "closing")
    .execute()
}

/** The one clock that decides what is due: a server whose own clock is wrong neither launches nor closes early. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return rows[0]?.now ?? new Date(Number.NaN)
}

export async function deleteDraft(tx: Tx, organizationId: string, surveyId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("app.survey")
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "draft")
    .executeTakeFirst()
  return numDeletedRows === 1n
}

type Change = UpdateObject<Schema, "app.survey">

/** Changes what is not frozen; whoever calls has locked the row and looked at its state. */
export async function updateSurvey(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  change: Pick<
    Change,
    | "launch_at"
    | "launch_scheduled_by"
    | "launch_fault"
    | "tested_at"
    | "closes_at"
    | "promised_closes_at"
    | "close_asked_by"
    | "close_asked_at"
    | "sealing_key"
    | "recovery_taken_at"
    | "recovery_tried_at"
    | "key_missing_since"
  >,
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set(change)
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}
