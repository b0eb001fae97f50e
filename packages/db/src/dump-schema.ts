// Writes packages/db/schema.sql: what the migrations add up to, for review. Run it after a new migration:
//   node packages/db/src/dump-schema.ts
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { migrate } from "./migrate.ts"
import { openDatabase } from "./open.ts"
import type { Db } from "./schema.ts"

/**
 * The schema as SQL, read from the catalogue: the same text from the embedded database and from every
 * PostgreSQL since 15, in a fixed order. For eyes; the migrations are what makes a database.
 */
export async function dumpSchema(db: Db): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    with spaces as (
      select oid, nspname as space from pg_namespace
      where nspname in ('app', 'registry', 'box', 'results', 'auth', 'migrations')
    ), tables as (
      select pg_class.oid, space, relname, format('%I.%I', space, relname) as name, relrowsecurity, relforcerowsecurity
      from pg_class join spaces on spaces.oid = relnamespace where relkind = 'r'
    ), lines as (
      select space, '0' as kind, space as name, format('create schema %I;', space) as text from spaces
      union all
      select space, '1', relname, format(E'create table %s (\n%s\n);', name, (
        select string_agg('  ' || line, E',\n' order by kind, position, line) from (
          select 0 as kind, attnum as position, concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
            case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as line
          from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
          where attrelid = tables.oid and attnum > 0 and not attisdropped
          union all
          select 1, case contype when 'p' then 0 when 'u' then 1 when 'f' then 2 else 3 end, pg_get_constraintdef(oid)
          from pg_constraint where conrelid = tables.oid and contype in ('p', 'u', 'f', 'c')
        ) as parts))
      from tables
      union all
      select space, '2', indexname, indexdef || ';' from pg_indexes join spaces on space = schemaname
      where not exists (select from pg_constraint where conname = indexname and connamespace = spaces.oid)
      union all
      select space, '3', proname, pg_get_functiondef(pg_proc.oid) || ';'
      from pg_proc join spaces on spaces.oid = pronamespace
      union all
      select space, '4', relname, concat_ws(E'\n',
        case when relrowsecurity then format('alter table %s enable row level security;', name) end,
        case when relforcerowsecurity then format('alter table %s force row level security;', name) end)
      from tables where relrowsecurity or relforcerowsecurity
      union all
      select space, '5', tablename || policyname, format('create policy %I on %I.%I for %s to %s using (%s)%s;', policyname,
        schemaname, tablename, lower(cmd), array_to_string(roles, ', '), qual, ' with check (' || with_check || ')')
      from pg_policies join spaces on space = schemaname
      union all
      select space, '6', granted.name || grantee, format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', '
        order by lower(privilege_type)), granted.name, coalesce(nullif(grantee, '-'), 'public'))
      from (
        select space, format('schema %I', space) as name, privilege_type, acl.grantee::regrole::text, acl.grantor
        from pg_namespace join spaces using (oid), aclexplode(nspacl) as acl where acl.grantee <> nspowner
        union all
        select space, tables.name, privilege_type, acl.grantee::regrole::text, acl.grantor
        from pg_class join tables using (oid), aclexplode(relacl) as acl where acl.grantee <> relowner
        union all
        select space, 'function ' || pg_proc.oid::regprocedure, privilege_type, acl.grantee::regrole::text, acl.grantor
        from pg_proc join spaces on spaces.oid = pronamespace, aclexplode(coalesce(proacl, acldefault('f', proowner))) as acl
        where acl.grantee <> proowner
      ) as granted group by space, granted.name, grantee
      union all
      select space, '7', name || grantee, format('grant %s on %s to %s;', string_agg(rights, ', ' order by rights), name,
        coalesce(nullif(grantee, '-'), 'public'))
      from (
        select space, name, acl.grantee::regrole::text, format('%s (%s)', lower(privilege_type),
          string_agg(quote_ident(attname), ', ' order by attname collate "C")) as rights
        from tables join pg_attribute on attrelid = tables.oid, aclexplode(attacl) as acl
        where attnum > 0 and not attisdropped
        group by space, name, acl.grantee, privilege_type
      ) as granted group by space, name, grantee
      union all
      select space, '8', name || tgname, pg_get_triggerdef(pg_trigger.oid) || ';'
      from pg_trigger join tables on tgrelid = tables.oid where not tgisinternal
    )
    select text from lines
    order by array_position(array['app', 'registry', 'box', 'results', 'auth', 'migrations'], space::text),
      kind, name collate "C", text collate "C"`.execute(db)
  return `-- Written by packages/db/src/dump-schema.ts from a migrated database; for review, never run.\n\n${rows
    .map((row) => row.text)
    .join("\n\n")}\n`
}

if (import.meta.main) {
  const directory = mkdtempSync(join(tmpdir(), "throughline-schema-"))
  const database = await openDatabase({ directory: join(directory, "db"), durable: false })
  await migrate(database.db)
  writeFileSync(new URL("../schema.sql", import.meta.url), await dumpSchema(database.db))
  await database.close()
  rmSync(directory, { recursive: true })
}
