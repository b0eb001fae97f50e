import { type RawBuilder, sql } from "kysely"

// What an import changed and who wanted it so; and the people as they were before the last import, so that it can be
// undone. Older states are not kept: they name people who have left.
export const imports: RawBuilder<unknown>[] = [
  // Null in imports of an earlier version.
  sql`alter table app.people_import
    add column layers integer,
    add column difference jsonb,
    add column repairs integer not null default 0,
    add column imported_by text,
    add column undone_at timestamptz,
    add column undone_by text,
    add check (undone_by is null or undone_at is not null)`,
  // One row an organization: the next import takes its place.
  sql`create table registry.people_before (
    organization_id uuid primary key references app.organization on delete cascade,
    import_id uuid not null,
    people bytea not null,
    foreign key (organization_id, import_id) references app.people_import on delete cascade
  )`,
  sql`alter table registry.people_before enable row level security`,
  sql`alter table registry.people_before force row level security`,
  sql`create policy organization on registry.people_before
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant select, insert, delete on registry.people_before to throughline_web`,
]
