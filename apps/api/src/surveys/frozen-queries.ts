import type { SigningKey } from "@throughline/ballot"
import type { Tx } from "@throughline/db"
import { sql } from "kysely"

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
  cohorts: readonly (CohortRow & { signing_key: SigningKey })[],
): Promise<void> {
  await insertRecords(
    tx,
    cohorts,
    (rows) => sql`
    insert into app.cohort (organization_id, survey_id, cohort_id, anchor, layer_from, layer_to, kind, invited, name, merged,
      signing_key)
    select ${organizationId}, ${surveyId}, cohort_id, anchor, layer_from, layer_to, kind, invited, name, merged, signing_key
    from jsonb_to_recordset(${rows}) as row (cohort_id int, anchor int, layer_from int, layer_to int, kind text,
      invited int, name text, merged text, signing_key jsonb)`,
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
  attribute: number | null
  department: string
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
      (organization_id, survey_id, position, person_id, manager_position, layer, unit_name, invited, cohort_id, attribute,
        department)
    select ${organizationId}, ${surveyId}, position, person_id, manager_position, layer, unit_name, invited, cohort_id,
      attribute, department
    from jsonb_to_recordset(${rows}) as row (position int, person_id uuid, manager_position int, layer int,
      unit_name text, invited boolean, cohort_id int, attribute smallint, department text)`,
  )
}

/** The frozen org chart in the order of its positions. */
export async function selectFrozenPeople(tx: Tx, organizationId: string, surveyId: string) {
  return await tx
    .selectFrom("registry.frozen_person")
    .select(["position", "manager_position", "layer", "unit_name", "invited", "cohort_id", "attribute"])
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
