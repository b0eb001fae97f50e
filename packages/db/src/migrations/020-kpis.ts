import { type RawBuilder, sql } from "kysely"

// KPIs: business figures by unit and period, under the labels that their files use. No answer of anybody is here. The
// values are packed, one row a KPI and period: fourteen million of them are written in seconds that way.

const tables = [
  sql`create table app.kpi (
    organization_id uuid not null,
    kpi_id uuid not null default gen_random_uuid(),
    name text not null,
    key text not null,
    measure text not null default '',
    direction text not null check (direction in ('higher', 'lower')),
    role text not null default 'outcome' check (role in ('outcome', 'indicator', 'plan')),
    owner text not null default '',
    period_kind text check (period_kind in ('year', 'half', 'quarter', 'month', 'week', 'day')),
    revision integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (organization_id, kpi_id),
    unique (organization_id, key),
    foreign key (organization_id) references app.organization
  )`,
  // What a label means may be gone from the people: the mapping then says nothing, and is listed so.
  sql`create table app.kpi_unit (
    organization_id uuid not null,
    number integer not null check (number >= 0),
    label text not null,
    key text not null,
    target text check (target in ('unit', 'department', 'whole', 'none')),
    person_id uuid,
    department text,
    mapped_by text,
    primary key (organization_id, number),
    unique (organization_id, key),
    foreign key (organization_id) references app.organization,
    check ((target is not distinct from 'unit') = (person_id is not null)),
    check ((target is not distinct from 'department') = (department is not null))
  )`,
  // Float64, little-endian, by the number of the unit; NaN: none. How many there are, the lowest and the highest stand
  // beside them: a list of KPIs says which are empty or constant without reading all.
  sql`create table app.kpi_values (
    organization_id uuid not null,
    kpi_id uuid not null,
    ordinal integer not null,
    unit_values bytea not null,
    filled integer not null check (filled >= 0),
    lowest double precision,
    highest double precision,
    primary key (organization_id, kpi_id, ordinal),
    foreign key (organization_id, kpi_id) references app.kpi on delete cascade
  )`,
  // Digits do not shrink much, and packing them takes longer than all the rest of an import.
  sql`alter table app.kpi_values alter column unit_values set storage external`,
  sql`create table app.api_key (
    organization_id uuid not null,
    key_id uuid not null default gen_random_uuid(),
    name text not null,
    scope text not null check (scope in ('kpis:write')),
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    created_by text,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_on date,
    revoked_at timestamptz,
    primary key (organization_id, key_id),
    unique (organization_id, secret_hash),
    foreign key (organization_id) references app.organization
  )`,
  // One writing of values: a file, a push, a keeper's figures, or an undo. Numbered in the order they happened.
  sql`create table app.kpi_write (
    organization_id uuid not null,
    number integer not null,
    source text not null check (source in ('file', 'key', 'keeper', 'undo')),
    file_name text,
    written_by text,
    key_id uuid,
    written_at timestamptz not null,
    added integer not null check (added >= 0),
    corrected integer not null check (corrected >= 0),
    undone_by integer,
    primary key (organization_id, number),
    foreign key (organization_id, key_id) references app.api_key,
    foreign key (organization_id, undone_by) references app.kpi_write
  )`,
  // What a writing found: which units had no value before (bits), and each value that it corrected.
  sql`create table app.kpi_change (
    organization_id uuid not null,
    number integer not null,
    kpi_id uuid not null,
    ordinal integer not null,
    is_new boolean not null,
    added bytea not null,
    units bytea not null,
    before bytea not null,
    after bytea not null,
    primary key (organization_id, number, kpi_id, ordinal),
    foreign key (organization_id, number) references app.kpi_write,
    foreign key (organization_id, kpi_id) references app.kpi on delete cascade
  )`,
  // Nor is history packed: it would be two thirds as large, and take twice as long to write.
  sql`alter table app.kpi_change alter column units set storage external,
    alter column before set storage external, alter column after set storage external`,
  sql`create index kpi_change_of on app.kpi_change (organization_id, kpi_id, ordinal)`,
  // A department's label is resolved on the chart a survey froze. null: launched by an earlier version.
  sql`alter table registry.frozen_person add column department text`,
]

const names = ["kpi", "kpi_unit", "kpi_values", "api_key", "kpi_write", "kpi_change"]

const guards = names.flatMap((name) => [
  sql`alter table ${sql.table(`app.${name}`)} enable row level security`,
  sql`alter table ${sql.table(`app.${name}`)} force row level security`,
  sql`create policy organization on ${sql.table(`app.${name}`)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const grants = [
  sql`grant select, insert, update, delete on app.kpi to throughline_web`,
  sql`grant select, insert, update (target, person_id, department, mapped_by) on app.kpi_unit to throughline_web`,
  sql`grant select, insert, update, delete on app.kpi_values to throughline_web`,
  sql`grant select, insert, update (last_used_on, revoked_at) on app.api_key to throughline_web`,
  // History is written once; that a writing was taken back is all that is ever added to it.
  sql`grant select, insert, update (undone_by) on app.kpi_write to throughline_web`,
  sql`grant select, insert on app.kpi_change to throughline_web`,
]

export const kpis: RawBuilder<unknown>[] = [...tables, ...guards, ...grants]
