import type { Manifest } from "@throughline/ballot"
import { jsonb, type SurveyState, type Tx } from "@throughline/db"
import type { Key, Language, Questionnaire } from "@throughline/instrument"
import { sql } from "kysely"
import type { SurveySettings } from "./schemas.ts"

const summaryColumns = [
  "survey_id",
  "name",
  "state",
  "k",
  "audience",
  "languages",
  "closes_at",
  "launched_at",
  "closed_at",
  "outcome",
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

/** People invited, by survey; a survey that is not launched has no entry. */
export async function invitedBySurvey(tx: Tx, organizationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("app.cohort")
    .select(({ fn }) => ["survey_id", fn.sum<string | number>("invited").as("invited")])
    .where("organization_id", "=", organizationId)
    .groupBy("survey_id")
    .execute()
  return new Map(rows.map(({ survey_id, invited }) => [survey_id, Number(invited)]))
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
  },
): Promise<void> {
  await tx
    .insertInto("app.survey")
    .values({
      organization_id: survey.organizationId,
      survey_id: survey.surveyId,
      name: survey.name,
      k: survey.k,
      audience: jsonb({ departments: null, layers: null }),
      languages: survey.languages,
      closes_at: survey.closesAt,
      created_at: survey.createdAt,
    })
    .execute()
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
    })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .where("state", "=", "draft")
    .executeTakeFirst()
  return numUpdatedRows === 1n
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
  frozen: Frozen & { launchedAt: Date },
): Promise<void> {
  await tx
    .updateTable("app.survey")
    .set({
      state: "open",
      launched_at: frozen.launchedAt,
      questionnaire: jsonb<unknown>(frozen.questionnaire),
      answer_key: jsonb<unknown>(frozen.key),
      manifest: jsonb<unknown>(frozen.manifest),
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
    .set({ state, ...(closed === null ? {} : { closed_at: closed.closedAt, outcome: closed.outcome }) })
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .execute()
}

export interface CohortRow {
  cohort_id: number
  anchor: number
  layer_from: number
  layer_to: number
  kind: string
  invited: number
  name: string
  merged: string | null
}

export async function insertCohorts(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  cohorts: readonly CohortRow[],
): Promise<void> {
  await insertRecords(
    tx,
    cohorts,
    (rows) => sql`
    insert into app.cohort (organization_id, survey_id, cohort_id, anchor, layer_from, layer_to, kind, invited, name, merged)
    select ${organizationId}, ${surveyId}, cohort_id, anchor, layer_from, layer_to, kind, invited, name, merged
    from jsonb_to_recordset(${rows}) as row (cohort_id int, anchor int, layer_from int, layer_to int, kind text,
      invited int, name text, merged text)`,
  )
}

export async function selectCohorts(tx: Tx, organizationId: string, surveyId: string): Promise<CohortRow[]> {
  return await tx
    .selectFrom("app.cohort")
    .select(["cohort_id", "anchor", "layer_from", "layer_to", "kind", "invited", "name", "merged"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("cohort_id")
    .execute()
}

export interface FrozenPersonRow {
  position: number
  person_id: string
  manager_position: number
  layer: number
  unit_name: string
  invited: boolean
  cohort_id: number | null
}

export async function insertFrozenPeople(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  people: readonly FrozenPersonRow[],
): Promise<void> {
  await insertRecords(
    tx,
    people,
    (rows) => sql`
    insert into registry.frozen_person
      (organization_id, survey_id, position, person_id, manager_position, layer, unit_name, invited, cohort_id)
    select ${organizationId}, ${surveyId}, position, person_id, manager_position, layer, unit_name, invited, cohort_id
    from jsonb_to_recordset(${rows}) as row (position int, person_id uuid, manager_position int, layer int,
      unit_name text, invited boolean, cohort_id int)`,
  )
}

/** The frozen org chart in the order of its positions. */
export async function selectFrozenPeople(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.frozen_person")
    .select(["position", "manager_position", "layer", "unit_name", "invited", "cohort_id"])
    .where("organization_id", "=", organizationId)
    .where("survey_id", "=", surveyId)
    .orderBy("position")
    .execute()
}

type InsertRecords = (rows: ReturnType<typeof sql>) => ReturnType<typeof sql>

async function insertRecords(tx: Tx, records: readonly object[], insert: InsertRecords): Promise<void> {
  for (let at = 0; at < records.length; at += 5000) {
    const rows = JSON.stringify(records.slice(at, at + 5000))
    await insert(sql`cast(cast(${rows} as text) as jsonb)`).execute(tx)
  }
}
