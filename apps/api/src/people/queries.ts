import type { Tx } from "@throughline/db"
import { sql } from "kysely"

export interface PersonRow {
  person_id: string
  source_id: string
  name: string
  email: string | null
  title: string
  department: string
  location: string
  language: string | null
  /** The person's own id stands for: has no place in the org chart. */
  manager_id: string | null
  active: boolean
}

export async function selectPeople(tx: Tx, organizationId: string): Promise<PersonRow[]> {
  return await tx
    .selectFrom("registry.person")
    .select([
      "person_id",
      "source_id",
      "name",
      "email",
      "title",
      "department",
      "location",
      "language",
      "manager_id",
      "active",
    ])
    .where("organization_id", "=", organizationId)
    .execute()
}

export async function personIdsBySource(tx: Tx, organizationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("registry.person")
    .select(["source_id", "person_id"])
    .where("organization_id", "=", organizationId)
    .execute()
  return new Map(rows.map(({ source_id, person_id }) => [source_id, person_id]))
}

/** Two imports of one organization wait for each other. */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<void> {
  await sql`select from app.organization where organization_id = ${organizationId} for update`.execute(tx)
}

const BATCH = 5000

/** Inserts new people and updates those with a known id. As one JSON text a batch: 100,000 rows in a few seconds. */
export async function upsertPeople(
  tx: Tx,
  organizationId: string,
  people: readonly PersonRow[],
): Promise<void> {
  for (let at = 0; at < people.length; at += BATCH) {
    const rows = JSON.stringify(people.slice(at, at + BATCH))
    await sql`
      insert into registry.person
        (organization_id, person_id, source_id, name, email, title, department, location, language, manager_id, active)
      select ${organizationId}, person_id, source_id, name, email, title, department, location, language, manager_id, active
      from jsonb_to_recordset(cast(cast(${rows} as text) as jsonb)) as row (
        person_id uuid, source_id text, name text, email text, title text, department text, location text,
        language text, manager_id uuid, active boolean)
      on conflict (organization_id, person_id) do update set
        source_id = excluded.source_id, name = excluded.name, email = excluded.email, title = excluded.title,
        department = excluded.department, location = excluded.location, language = excluded.language,
        manager_id = excluded.manager_id, active = excluded.active`.execute(tx)
  }
}

/** Takes people out of the registry; those a survey still refers to stay, without a place and never invited. */
export async function removePeople(
  tx: Tx,
  organizationId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  const gone = JSON.stringify(personIds)
  const ids = sql`(select cast(value as uuid) from jsonb_array_elements_text(cast(cast(${gone} as text) as jsonb)))`
  await sql`
    update registry.person set active = false, manager_id = person_id
    where organization_id = ${organizationId} and person_id in ${ids}`.execute(tx)
  await sql`
    delete from registry.person as person
    where organization_id = ${organizationId} and person_id in ${ids}
      and not exists (select from registry.frozen_person as frozen
        where frozen.organization_id = person.organization_id and frozen.person_id = person.person_id)`.execute(
    tx,
  )
}

export async function insertPeopleImport(
  tx: Tx,
  organizationId: string,
  file: { fileName: string; people: number; importedAt: Date },
): Promise<void> {
  await tx
    .insertInto("app.people_import")
    .values({
      organization_id: organizationId,
      import_id: crypto.randomUUID(),
      file_name: file.fileName,
      people: file.people,
      imported_at: file.importedAt,
    })
    .execute()
}

export async function lastPeopleImport(tx: Tx, organizationId: string) {
  return await tx
    .selectFrom("app.people_import")
    .select(["file_name", "people", "imported_at"])
    .where("organization_id", "=", organizationId)
    .orderBy("imported_at", "desc")
    .limit(1)
    .executeTakeFirst()
}
