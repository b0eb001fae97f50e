import { type RawBuilder, sql } from "kysely"

const tables = ["app.instrument", "app.instrument_version"]

/**
 * An organization's own questionnaires: one draft that is changed, and versions that never are. The ready-made ones are
 * code and stand in no table, so a survey names its instrument without a foreign key. No delete of a version: only the
 * whole instrument goes, and its versions with it.
 */
export const instruments: RawBuilder<unknown>[] = [
  sql`create table app.instrument (
    organization_id uuid not null references app.organization on delete cascade,
    instrument_id text not null,
    draft jsonb not null,
    revision integer not null default 1,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (organization_id, instrument_id)
  )`,
  sql`create table app.instrument_version (
    organization_id uuid not null,
    instrument_id text not null,
    version integer not null check (version >= 1),
    body jsonb not null,
    published_at timestamptz not null default now(),
    primary key (organization_id, instrument_id, version),
    foreign key (organization_id, instrument_id) references app.instrument on delete cascade
  )`,
  sql`alter table app.survey
    add column instrument_id text not null default 'alignment-core',
    add column instrument_version integer not null default 1`,
  ...tables.flatMap((table) => [
    sql`alter table ${sql.table(table)} enable row level security`,
    sql`alter table ${sql.table(table)} force row level security`,
    sql`create policy organization on ${sql.table(table)}
      using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  ]),
  sql`grant select, insert, update, delete on app.instrument to throughline_web`,
  sql`grant select, insert on app.instrument_version to throughline_web`,
]
