import { type RawBuilder, sql } from "kysely"

// Survey tables that others published, or that the organization keeps of earlier surveys: percents by layer or unit, no
// answer of anybody. Each is added and taken away whole, and never changed.

const tables = [
  sql`create table app.published_table (
    organization_id uuid not null,
    table_id uuid not null default gen_random_uuid(),
    name text not null,
    whose text not null check (whose in ('own', 'others')),
    source text not null,
    limits text not null,
    kind text not null check (kind in ('layers', 'units')),
    file_name text not null,
    rows integer not null check (rows >= 1),
    refused integer not null check (refused >= 0),
    rounding double precision not null check (rounding >= 0),
    added_by text,
    added_at timestamptz not null default now(),
    primary key (organization_id, table_id),
    foreign key (organization_id) references app.organization
  )`,
  // A question a row: a screen shows one of hundreds.
  sql`create table app.published_question (
    organization_id uuid not null,
    table_id uuid not null,
    number integer not null check (number >= 1),
    question text not null,
    told jsonb not null,
    primary key (organization_id, table_id, number),
    foreign key (organization_id, table_id) references app.published_table on delete cascade
  )`,
]

const guards = ["app.published_table", "app.published_question"].flatMap((name) => [
  sql`alter table ${sql.raw(name)} enable row level security`,
  sql`alter table ${sql.raw(name)} force row level security`,
  sql`create policy organization on ${sql.raw(name)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const grants = [
  sql`grant select, insert, delete on app.published_table to throughline_web`,
  sql`grant select, insert, delete on app.published_question to throughline_web`,
]

export const published: RawBuilder<unknown>[] = [...tables, ...guards, ...grants]
