import { type RawBuilder, sql } from "kysely"

// Two named reviewers code each text of one question, each without seeing what the other says; where they differ, one of
// them settles it. What they code are codes: no word of a text leaves its own table.

const tables = [
  // So that a code can only be given to a text of the question it is for.
  sql`alter table results.comment add unique (organization_id, survey_id, comment_id, question)`,
  sql`create table app.text_code (
    organization_id uuid not null,
    survey_id uuid not null,
    comment_id uuid not null,
    user_id text not null,
    question text not null,
    code text not null,
    primary key (organization_id, survey_id, comment_id, user_id),
    foreign key (organization_id, survey_id, comment_id, question)
      references results.comment (organization_id, survey_id, comment_id, question),
    foreign key (organization_id, survey_id, user_id) references app.survey_reviewer
  )`,
  sql`create table app.settled_code (
    organization_id uuid not null,
    survey_id uuid not null,
    comment_id uuid not null,
    question text not null,
    revision integer not null check (revision >= 1),
    code text not null,
    settled_by text not null,
    primary key (organization_id, survey_id, comment_id),
    foreign key (organization_id, survey_id, comment_id, question)
      references results.comment (organization_id, survey_id, comment_id, question)
  )`,
]

const guards = ["app.text_code", "app.settled_code"].flatMap((name) => [
  sql`alter table ${sql.raw(name)} enable row level security`,
  sql`alter table ${sql.raw(name)} force row level security`,
  sql`create policy organization on ${sql.raw(name)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const functions = [
  // How many texts there are, without a look at them: the web role may not select comments.
  sql`create function results.count_texts(p_organization uuid, p_survey uuid, p_question text) returns integer
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return 0;
  end if;
  return (select count(*) from results.comment comment where comment.organization_id = p_organization
    and comment.survey_id = p_survey and comment.question = p_question);
end
`)}`,
  sql`revoke all on function results.count_texts(uuid, uuid, text) from public`,
  sql`grant execute on function results.count_texts(uuid, uuid, text) to throughline_web`,
  // And whether a text is of a question: a topic given to it would tell the other coder what this one sees in it.
  sql`create function results.is_text_of(p_organization uuid, p_survey uuid, p_question text, p_comment uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return false;
  end if;
  return exists (select from results.comment comment where comment.organization_id = p_organization
    and comment.survey_id = p_survey and comment.question = p_question and comment.comment_id = p_comment);
end
`)}`,
  sql`revoke all on function results.is_text_of(uuid, uuid, text, uuid) from public`,
  sql`grant execute on function results.is_text_of(uuid, uuid, text, uuid) to throughline_web`,
]

const grants = [
  sql`grant select, insert, update on app.text_code, app.settled_code to throughline_web`,
  sql`grant select on app.text_code, app.settled_code to throughline_close`,
]

export const coding: RawBuilder<unknown>[] = [...tables, ...guards, ...functions, ...grants]
