import { type RawBuilder, sql } from "kysely"

// What somebody who does not trust the server needs to check a closed survey. Written once, by the close; it stays
// what it was, so nobody may change or delete it.
export const bundle: RawBuilder<unknown>[] = [
  sql`create table results.bundle (
    organization_id uuid not null,
    survey_id uuid not null,
    body jsonb not null,
    primary key (organization_id, survey_id),
    foreign key (organization_id, survey_id) references app.survey
  )`,
  sql`alter table results.bundle enable row level security`,
  sql`alter table results.bundle force row level security`,
  sql`create policy organization on results.bundle
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant insert on results.bundle to throughline_close`,
  sql`grant select on results.bundle to throughline_web`,
]
