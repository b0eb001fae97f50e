import { type RawBuilder, sql } from "kysely"

// One or two members named before the launch read what people wrote; nobody else can. The web role may not select
// comments: it opens them through one function, which asks whether the reader was named and notes the look first.

const tables = [
  // name is filled at launch: it is the one printed in the promise.
  sql`create table app.survey_reviewer (
    organization_id uuid not null,
    survey_id uuid not null,
    user_id text not null,
    name text,
    primary key (organization_id, survey_id, user_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`create table app.review_view (
    organization_id uuid not null,
    survey_id uuid not null,
    view_id uuid not null default gen_random_uuid(),
    user_id text not null,
    viewed_at timestamptz not null default clock_timestamp(),
    primary key (organization_id, survey_id, view_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  // What is redacted stands here as ranges, so that no word of a comment leaves its own table.
  sql`create table app.comment_review (
    organization_id uuid not null,
    survey_id uuid not null,
    comment_id uuid not null,
    revision integer not null check (revision >= 1),
    decision text not null check (decision in ('open', 'release', 'keep')),
    topic text,
    redactions jsonb not null,
    changed_by text not null,
    primary key (organization_id, survey_id, comment_id),
    foreign key (organization_id, survey_id, comment_id) references results.comment
  )`,
  // Which told count a comment stood under in which release: later releases are judged together with earlier ones.
  sql`create table results.counted_comment (
    organization_id uuid not null,
    survey_id uuid not null,
    release_id integer not null,
    comment_id uuid not null,
    cell text not null,
    primary key (organization_id, survey_id, release_id, comment_id),
    foreign key (organization_id, survey_id, release_id) references results.release,
    foreign key (organization_id, survey_id, comment_id) references results.comment
  )`,
]

const guarded = ["app.survey_reviewer", "app.review_view", "app.comment_review", "results.counted_comment"]
const guards = guarded.flatMap((name) => [
  sql`alter table ${sql.raw(name)} enable row level security`,
  sql`alter table ${sql.raw(name)} force row level security`,
  sql`create policy organization on ${sql.raw(name)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const functions = [
  sql`create function app.keep_reviewers() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
declare
  changed app.survey_reviewer%rowtype;
begin
  changed := case when tg_op = 'INSERT' then new else old end;
  if exists (select from app.survey where organization_id = changed.organization_id
      and survey_id = changed.survey_id and state <> 'draft') then
    raise exception 'the reviewers of a survey are frozen at its launch';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
`)}`,
  sql`revoke all on function app.keep_reviewers() from public`,
  sql`create trigger frozen before insert or update or delete on app.survey_reviewer
    for each row execute function app.keep_reviewers()`,
  sql`create function results.open_comments(p_organization uuid, p_survey uuid, p_user text)
    returns table (comment_id uuid, question text, coarse integer, body text)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    as ${sql.lit(`
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return;
  end if;

  perform from app.survey_reviewer reviewer
    join app.member member on member.organization_id = reviewer.organization_id
      and member.user_id = reviewer.user_id
    join app.survey survey on survey.organization_id = reviewer.organization_id
      and survey.survey_id = reviewer.survey_id
    where reviewer.organization_id = p_organization and reviewer.survey_id = p_survey
      and reviewer.user_id = p_user and member.role in ('hr', 'analyst') and survey.state = 'closed';
  if not found then
    return;
  end if;

  insert into app.review_view (organization_id, survey_id, user_id) values (p_organization, p_survey, p_user);

  -- The ids are random, so this is an order that says nothing.
  return query select comment.comment_id, comment.question, comment.coarse, comment.body
    from results.comment comment
    where comment.organization_id = p_organization and comment.survey_id = p_survey
    order by comment.comment_id;
end
`)}`,
  sql`revoke all on function results.open_comments(uuid, uuid, text) from public`,
  sql`grant execute on function results.open_comments(uuid, uuid, text) to throughline_web`,
]

const grants = [
  sql`grant select, insert, update, delete on app.survey_reviewer to throughline_web`,
  sql`grant select on app.review_view to throughline_web`,
  sql`grant select, insert, update on app.comment_review to throughline_web`,
  sql`grant select on app.comment_review to throughline_close`,
  sql`grant select, insert on results.counted_comment to throughline_close`,
  // What is released stays as it is: a correction is a new release.
  sql`revoke update, delete on results.release from throughline_close`,
]

export const reviews: RawBuilder<unknown>[] = [...tables, ...guards, ...functions, ...grants]
