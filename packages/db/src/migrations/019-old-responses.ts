import { type RawBuilder, sql } from "kysely"

// Answers that were given elsewhere and are brought in as a closed survey. They were never in a sealed ballot box, and
// whoever brings them in may take them out again: two functions do just that, so that no role needs the right to make a
// closed survey or to delete what was counted.

const tables = [
  // Where the answers come from: asked here, or imported. It is said once and never changed (keep_source).
  sql`alter table app.survey
    add column source text not null default 'asked' check (source in ('asked', 'imported')),
    add check (source = 'asked' or (state = 'closed' and manifest is null))`,
  sql`create table app.survey_import (
    organization_id uuid not null,
    survey_id uuid not null,
    file_name text not null,
    file_hash bytea not null check (octet_length(file_hash) = 32),
    people integer not null check (people >= 0),
    refused integer not null check (refused >= 0),
    imported_by text,
    imported_at timestamptz not null default now(),
    primary key (organization_id, survey_id),
    unique (organization_id, file_hash),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`alter table app.survey_import enable row level security`,
  sql`alter table app.survey_import force row level security`,
  sql`create policy organization on app.survey_import
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant select on app.survey_import to throughline_web`,
]

const functions = [
  sql`create function app.keep_source() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if new.source is distinct from old.source then
    raise exception 'where the answers of a survey come from never changes';
  end if;
  return new;
end
`)}`,
  sql`revoke all on function app.keep_source() from public`,
  sql`create trigger keep_source before update on app.survey
    for each row execute function app.keep_source()`,
  sql`create function results.add_import(
      p_organization uuid, p_survey uuid, p_name text, p_k integer, p_closed_at timestamptz, p_questionnaire jsonb,
      p_file_name text, p_file_hash bytea, p_people integer, p_refused integer, p_by text
    ) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    raise exception 'an import belongs to the organization of its transaction';
  end if;
  -- Among the others it stands where it was asked, not where it was imported.
  insert into app.survey (organization_id, survey_id, name, state, k, audience, languages, closes_at, launched_at,
      closed_at, created_at, outcome, questionnaire, source)
    values (p_organization, p_survey, p_name, 'closed', p_k, '{"departments": null, "layers": null}', '{en}',
      p_closed_at, p_closed_at, p_closed_at, p_closed_at, 'released', p_questionnaire, 'imported');
  insert into app.survey_import (organization_id, survey_id, file_name, file_hash, people, refused, imported_by)
    values (p_organization, p_survey, p_file_name, p_file_hash, p_people, p_refused, p_by);
end
`)}`,
  sql`create function results.delete_import(p_organization uuid, p_survey uuid) returns boolean
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return false;
  end if;
  perform from app.survey
    where organization_id = p_organization and survey_id = p_survey and source = 'imported'
    for update;
  if not found then
    return false;
  end if;
  delete from results.observation where organization_id = p_organization and survey_id = p_survey;
  delete from results.release where organization_id = p_organization and survey_id = p_survey;
  delete from app.survey where organization_id = p_organization and survey_id = p_survey;
  return true;
end
`)}`,
  sql`revoke all on function results.add_import from public`,
  sql`grant execute on function results.add_import to throughline_close`,
  sql`revoke all on function results.delete_import(uuid, uuid) from public`,
  sql`grant execute on function results.delete_import(uuid, uuid) to throughline_web`,
]

export const oldResponses: RawBuilder<unknown>[] = [...tables, ...functions]
