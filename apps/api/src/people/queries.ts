import type { Tx } from "@throughline/db"
import { type RawBuilder, sql } from "kysely"
import { type PeoplePages, personColumns } from "./person-row.ts"
import { CELL, NULL, type Packed, unpacked, type Writes } from "./writes.ts"

const PAGE = 5000

/**
 * All people of the organization as JSON texts, a page each: the embedded database hands 100,000 rows over in a second
 * this way, and in four row by row.
 */
export async function selectPeoplePages(tx: Tx, organizationId: string): Promise<PeoplePages> {
  const { rows } = await sql<{ people: string }>`
    select json_agg(json_build_array(${sql.join(personColumns.map((column) => sql.ref(column)))}) order by person_id)::text as people
    from (
      select *, row_number() over (order by person_id) / ${sql.lit(PAGE)} as page
      from registry.person where organization_id = ${organizationId}
    ) as numbered
    group by page order by page`.execute(tx)
  return rows.map(({ people }) => people)
}

/**
 * Two imports of one organization wait for each other, and a launch for an import. Always taken first, before any
 * survey; whoever only refers to the organization, as every row of it does, does not wait.
 */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<void> {
  await sql`select from app.organization where organization_id = ${organizationId} for no key update`.execute(
    tx,
  )
}

/**
 * The rows of a batch as a table `row` of texts. Each cell ends with its mark, so that a last one that is empty is a cell
 * too; what stands behind the last mark is no row.
 */
function rowsIn(batch: Packed, columns: readonly string[]): RawBuilder<unknown> {
  const cells = unpacked(batch).map((text) => sql`string_to_array(cast(${text} as text), ${CELL}, ${NULL})`)
  return sql`(select * from unnest(${sql.join(cells)}) as cell (${sql.join(columns.map((name) => sql.ref(name)))})
    where person_id <> '') as row`
}

/** Whoever is removed while a survey still refers to them stays, without a place and never invited. */
export async function writePeople(tx: Tx, organizationId: string, writes: Writes): Promise<void> {
  for (const people of writes.remove) await removePeople(tx, organizationId, people)
  for (const people of writes.update)
    await sql`
      update registry.person as person set
        source_id = row.source_id, name = row.name, email = row.email, title = row.title,
        department = row.department, location = row.location, language = row.language,
        manager_id = cast(row.manager_id as uuid), active = cast(row.active as boolean)
      from ${rowsIn(people, personColumns)}
      where person.organization_id = ${organizationId} and person.person_id = cast(row.person_id as uuid)`.execute(
      tx,
    )
  for (const people of writes.insert)
    await sql`
      insert into registry.person
        (organization_id, person_id, source_id, name, email, title, department, location, language, manager_id, active)
      select ${organizationId}, cast(person_id as uuid), source_id, name, email, title, department, location, language,
        cast(manager_id as uuid), cast(active as boolean)
      from ${rowsIn(people, personColumns)}`.execute(tx)
}

async function removePeople(tx: Tx, organizationId: string, people: Packed): Promise<void> {
  const ids = sql`(select cast(person_id as uuid) from ${rowsIn(people, ["person_id"])})`
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
