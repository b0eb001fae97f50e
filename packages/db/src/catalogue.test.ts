import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { beforeAll, expect, test } from "vitest"
import { dumpSchema } from "./dump-schema.ts"
import type { Db } from "./schema.ts"
import { eachDatabase, type TestDatabase } from "./testing.ts"

/** Every table, key and foreign key that leaves the organization out, or its guard. */
async function findings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ finding: string }>`
    with tables as (
      select pg_class.oid, pg_class.oid::regclass::text as name, relrowsecurity and relforcerowsecurity as guarded,
        (select attnum from pg_attribute where attrelid = pg_class.oid and attname = 'organization_id' and attnotnull) as first
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and nspname not in ('auth', 'jobs', 'migrations', 'pg_catalog', 'information_schema')
    )
    select name || ' has no organization_id' as finding from tables where first is null
    union all
    select name || ' has no forced guard' from tables where not guarded or not exists (
      select from pg_policy where polrelid = tables.oid and pg_get_expr(polqual, polrelid) =
        '(organization_id = (NULLIF(current_setting(''throughline.organization''::text, true), ''''::text))::uuid)')
    union all
    select name || ' has more than the one guard' from tables
    where (select count(*) from pg_policy where polrelid = tables.oid) > 1
    union all
    select name || ' has no primary key' from tables
    where not exists (select from pg_index where indrelid = tables.oid and indisprimary)
    union all
    select name || ': ' || indexrelid::regclass::text || ' does not begin with organization_id'
    from tables join pg_index on indrelid = tables.oid
    where indkey[0] is distinct from first
    union all
    select name || ': ' || conname || ' does not carry organization_id'
    from tables join pg_constraint on conrelid = tables.oid and contype = 'f'
    where conkey[1] is distinct from first or confkey[1] is distinct from
      (select attnum from pg_attribute where attrelid = confrelid and attname = 'organization_id')`.execute(
    db,
  )
  return rows.map((row) => row.finding).sort()
}

eachDatabase((_name, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })

  test("every table, key and foreign key carries the organization first, and every table is guarded", async () => {
    expect(await findings(database.db)).toEqual([])
  })

  test("a table, key or foreign key that leaves the organization out would be found", async () => {
    let found: string[] = []
    const attempt = database.db.transaction().execute(async (tx) => {
      await sql`create table app.loose (id integer)`.execute(tx)
      await sql`create table app.half (organization_id uuid not null, id uuid primary key, name text unique)`.execute(
        tx,
      )
      await sql`alter table app.survey add constraint side foreign key (survey_id) references app.half`.execute(
        tx,
      )
      await sql`create policy also on app.survey using (true)`.execute(tx)
      found = await findings(tx)
      throw new Error("undo")
    })
    await expect(attempt).rejects.toThrow("undo")
    expect(found).toEqual([
      "app.half has no forced guard",
      "app.half: app.half_name_key does not begin with organization_id",
      "app.half: app.half_pkey does not begin with organization_id",
      "app.loose has no forced guard",
      "app.loose has no organization_id",
      "app.loose has no primary key",
      "app.survey has more than the one guard",
      "app.survey: side does not carry organization_id",
    ])
  })

  test("schema.sql is what the migrations add up to; if not: node packages/db/src/dump-schema.ts", async () => {
    expect(await dumpSchema(database.db)).toBe(
      readFileSync(new URL("../schema.sql", import.meta.url), "utf8"),
    )
  })

  test("the types of schema.ts have the columns that the tables have, null where they may be", async () => {
    const source = readFileSync(new URL("./schema.ts", import.meta.url), "utf8")
    const inTypes: string[] = []
    for (const [, table, type] of source.matchAll(/^ {2}"(\w+\.\w+)": (\w+)$/gm)) {
      const [, body = ""] = source.match(new RegExp(`interface ${type} \\{([^}]*)\\}`)) ?? []
      for (const [, column, kind = ""] of body.matchAll(/^ {2}(\w+): (.+)$/gm)) {
        inTypes.push(`${table}.${column}${/\| null$|^NullableJson/.test(kind) ? " null" : ""}`)
      }
    }
    const { rows } = await sql<{ name: string }>`
      select concat(table_schema, '.', table_name, '.', column_name, case is_nullable when 'YES' then ' null' end) as name
      from information_schema.columns
      where table_schema in ('app', 'registry', 'box', 'results') or (table_schema = 'auth' and table_name in ('app_user', 'organization_code', 'unmatched_report'))`.execute(
      database.db,
    )
    expect(inTypes.length).toBeGreaterThan(80)
    expect(inTypes.sort()).toEqual(rows.map((row) => row.name).sort())
  })
})
