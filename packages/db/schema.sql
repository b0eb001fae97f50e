-- Written by packages/db/src/dump-schema.ts from a migrated database; for review, never run.

create schema app;

create table app.api_key (
  organization_id uuid not null,
  key_id uuid not null default gen_random_uuid(),
  name text not null,
  scope text not null,
  secret_hash bytea not null,
  created_by text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  last_used_on date,
  revoked_at timestamp with time zone,
  PRIMARY KEY (organization_id, key_id),
  UNIQUE (organization_id, secret_hash),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id),
  CHECK ((octet_length(secret_hash) = 32)),
  CHECK ((scope = 'kpis:write'::text))
);

create table app.cohort (
  organization_id uuid not null,
  survey_id uuid not null,
  cohort_id integer not null,
  anchor integer not null,
  layer_from integer not null,
  layer_to integer not null,
  kind text not null,
  invited integer not null,
  name text not null,
  merged text,
  signing_key jsonb,
  PRIMARY KEY (organization_id, survey_id, cohort_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['pure'::text, 'mixed'::text, 'top'::text])))
);

create table app.comment_review (
  organization_id uuid not null,
  survey_id uuid not null,
  comment_id uuid not null,
  revision integer not null,
  decision text not null,
  topic text,
  redactions jsonb not null,
  changed_by text not null,
  PRIMARY KEY (organization_id, survey_id, comment_id),
  FOREIGN KEY (organization_id, survey_id, comment_id) REFERENCES results.comment(organization_id, survey_id, comment_id),
  CHECK ((decision = ANY (ARRAY['open'::text, 'release'::text, 'keep'::text]))),
  CHECK ((revision >= 1))
);

create table app.driver (
  organization_id uuid not null,
  driver_id uuid not null default gen_random_uuid(),
  name text not null,
  indicator_id uuid not null,
  outcome_id uuid not null,
  plan_id uuid,
  horizon integer not null,
  target double precision,
  deadline date,
  keeper_id text,
  receiver_id text,
  active boolean not null default true,
  created_at timestamp with time zone not null,
  seen text,
  told jsonb,
  PRIMARY KEY (organization_id, driver_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id),
  FOREIGN KEY (organization_id, indicator_id) REFERENCES app.kpi(organization_id, kpi_id),
  FOREIGN KEY (organization_id, keeper_id) REFERENCES app.member(organization_id, user_id) ON DELETE SET NULL (keeper_id),
  FOREIGN KEY (organization_id, outcome_id) REFERENCES app.kpi(organization_id, kpi_id),
  FOREIGN KEY (organization_id, plan_id) REFERENCES app.kpi(organization_id, kpi_id),
  FOREIGN KEY (organization_id, receiver_id) REFERENCES app.member(organization_id, user_id) ON DELETE SET NULL (receiver_id),
  CHECK (((indicator_id <> outcome_id) AND (plan_id <> outcome_id) AND (plan_id <> indicator_id))),
  CHECK ((horizon >= 1))
);

create table app.driver_alert (
  organization_id uuid not null,
  driver_id uuid not null,
  period text not null,
  number integer not null,
  receiver_id text not null,
  name text not null,
  subject text not null,
  paragraphs text[] not null,
  message_id text not null,
  made_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  PRIMARY KEY (organization_id, driver_id, period),
  FOREIGN KEY (organization_id, driver_id, number) REFERENCES app.driver_prediction(organization_id, driver_id, number) ON DELETE CASCADE
);

create table app.driver_prediction (
  organization_id uuid not null,
  driver_id uuid not null,
  number integer not null,
  base text not null,
  period text not null,
  digest bytea not null,
  fit jsonb not null,
  predictions jsonb not null,
  behind jsonb,
  made_at timestamp with time zone not null,
  PRIMARY KEY (organization_id, driver_id, number),
  UNIQUE (organization_id, driver_id, base, digest),
  FOREIGN KEY (organization_id, driver_id) REFERENCES app.driver(organization_id, driver_id) ON DELETE CASCADE,
  CHECK ((number >= 1)),
  CHECK ((octet_length(digest) = 32))
);

create table app.instrument (
  organization_id uuid not null,
  instrument_id text not null,
  draft jsonb not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, instrument_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE
);

create table app.instrument_version (
  organization_id uuid not null,
  instrument_id text not null,
  version integer not null,
  body jsonb not null,
  published_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, instrument_id, version),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES app.instrument(organization_id, instrument_id) ON DELETE CASCADE,
  CHECK ((version >= 1))
);

create table app.kpi (
  organization_id uuid not null,
  kpi_id uuid not null default gen_random_uuid(),
  name text not null,
  key text not null,
  measure text not null default ''::text,
  direction text not null,
  role text not null default 'outcome'::text,
  owner text not null default ''::text,
  period_kind text,
  revision integer not null default 0,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, kpi_id),
  UNIQUE (organization_id, key),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id),
  CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text]))),
  CHECK ((period_kind = ANY (ARRAY['year'::text, 'half'::text, 'quarter'::text, 'month'::text, 'week'::text, 'day'::text]))),
  CHECK ((role = ANY (ARRAY['outcome'::text, 'indicator'::text, 'plan'::text])))
);

create table app.kpi_change (
  organization_id uuid not null,
  number integer not null,
  kpi_id uuid not null,
  ordinal integer not null,
  is_new boolean not null,
  added bytea not null,
  units bytea not null,
  before bytea not null,
  after bytea not null,
  PRIMARY KEY (organization_id, number, kpi_id, ordinal),
  FOREIGN KEY (organization_id, kpi_id) REFERENCES app.kpi(organization_id, kpi_id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, number) REFERENCES app.kpi_write(organization_id, number)
);

create table app.kpi_unit (
  organization_id uuid not null,
  number integer not null,
  label text not null,
  key text not null,
  target text,
  person_id uuid,
  department text,
  mapped_by text,
  PRIMARY KEY (organization_id, number),
  UNIQUE (organization_id, key),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id),
  CHECK (((NOT (target IS DISTINCT FROM 'department'::text)) = (department IS NOT NULL))),
  CHECK (((NOT (target IS DISTINCT FROM 'unit'::text)) = (person_id IS NOT NULL))),
  CHECK ((number >= 0)),
  CHECK ((target = ANY (ARRAY['unit'::text, 'department'::text, 'whole'::text, 'none'::text])))
);

create table app.kpi_values (
  organization_id uuid not null,
  kpi_id uuid not null,
  ordinal integer not null,
  unit_values bytea not null,
  filled integer not null,
  lowest double precision,
  highest double precision,
  PRIMARY KEY (organization_id, kpi_id, ordinal),
  FOREIGN KEY (organization_id, kpi_id) REFERENCES app.kpi(organization_id, kpi_id) ON DELETE CASCADE,
  CHECK ((filled >= 0))
);

create table app.kpi_write (
  organization_id uuid not null,
  number integer not null,
  source text not null,
  file_name text,
  written_by text,
  key_id uuid,
  written_at timestamp with time zone not null,
  added integer not null,
  corrected integer not null,
  undone_by integer,
  PRIMARY KEY (organization_id, number),
  FOREIGN KEY (organization_id, key_id) REFERENCES app.api_key(organization_id, key_id),
  FOREIGN KEY (organization_id, undone_by) REFERENCES app.kpi_write(organization_id, number),
  CHECK ((added >= 0)),
  CHECK ((corrected >= 0)),
  CHECK ((source = ANY (ARRAY['file'::text, 'key'::text, 'keeper'::text, 'undo'::text])))
);

create table app.letter_print (
  organization_id uuid not null,
  survey_id uuid not null,
  print_id uuid not null default gen_random_uuid(),
  printed_by text not null,
  printed_at timestamp with time zone not null default now(),
  letters integer not null,
  PRIMARY KEY (organization_id, survey_id, print_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE
);

create table app.member (
  organization_id uuid not null,
  user_id text not null,
  role text not null,
  person_id uuid,
  hr_since timestamp with time zone,
  PRIMARY KEY (organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  CHECK ((role = ANY (ARRAY['hr'::text, 'leader'::text, 'analyst'::text, 'keeper'::text, 'operator'::text])))
);

create table app.member_invitation (
  organization_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  person_id uuid,
  secret_hash bytea not null,
  invited_by text not null,
  created_at timestamp with time zone not null,
  mailed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (organization_id, invitation_id),
  UNIQUE (organization_id, secret_hash),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  CHECK (((person_id IS NOT NULL) OR (role <> 'leader'::text))),
  CHECK ((role = ANY (ARRAY['hr'::text, 'leader'::text, 'analyst'::text, 'keeper'::text])))
);

create table app.organization (
  organization_id uuid not null,
  name text not null,
  words jsonb,
  created_at timestamp with time zone not null default now(),
  link_base text,
  time_zone text not null default 'UTC'::text,
  time_zone_chosen boolean not null default false,
  PRIMARY KEY (organization_id)
);

create table app.participation (
  organization_id uuid not null,
  survey_id uuid not null,
  day date not null,
  body jsonb not null,
  PRIMARY KEY (organization_id, survey_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE
);

create table app.people_import (
  organization_id uuid not null,
  import_id uuid not null,
  file_name text not null,
  people integer not null,
  imported_at timestamp with time zone not null default now(),
  layers integer,
  difference jsonb,
  repairs integer not null default 0,
  imported_by text,
  undone_at timestamp with time zone,
  undone_by text,
  PRIMARY KEY (organization_id, import_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  CHECK (((undone_by IS NULL) OR (undone_at IS NOT NULL)))
);

create table app.published_question (
  organization_id uuid not null,
  table_id uuid not null,
  number integer not null,
  question text not null,
  told jsonb not null,
  PRIMARY KEY (organization_id, table_id, number),
  FOREIGN KEY (organization_id, table_id) REFERENCES app.published_table(organization_id, table_id) ON DELETE CASCADE,
  CHECK ((number >= 1))
);

create table app.published_table (
  organization_id uuid not null,
  table_id uuid not null default gen_random_uuid(),
  name text not null,
  whose text not null,
  source text not null,
  limits text not null,
  kind text not null,
  file_name text not null,
  rows integer not null,
  refused integer not null,
  rounding double precision not null,
  added_by text,
  added_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, table_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id),
  CHECK ((kind = ANY (ARRAY['layers'::text, 'units'::text]))),
  CHECK ((refused >= 0)),
  CHECK ((rounding >= (0)::double precision)),
  CHECK ((rows >= 1)),
  CHECK ((whose = ANY (ARRAY['own'::text, 'others'::text])))
);

create table app.reminder_wave (
  organization_id uuid not null,
  survey_id uuid not null,
  wave integer not null,
  due_on date not null,
  is_last boolean not null,
  began_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, survey_id, wave),
  UNIQUE (organization_id, survey_id, due_on),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((wave > 0))
);

create table app.review_view (
  organization_id uuid not null,
  survey_id uuid not null,
  view_id uuid not null default gen_random_uuid(),
  user_id text not null,
  viewed_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (organization_id, survey_id, view_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE
);

create table app.settled_code (
  organization_id uuid not null,
  survey_id uuid not null,
  comment_id uuid not null,
  question text not null,
  revision integer not null,
  code text not null,
  settled_by text not null,
  PRIMARY KEY (organization_id, survey_id, comment_id),
  FOREIGN KEY (organization_id, survey_id, comment_id, question) REFERENCES results.comment(organization_id, survey_id, comment_id, question),
  CHECK ((revision >= 1))
);

create table app.survey (
  organization_id uuid not null,
  survey_id uuid not null,
  name text not null,
  state text not null default 'draft'::text,
  k integer not null,
  audience jsonb not null,
  languages text[] not null,
  closes_at timestamp with time zone,
  launched_at timestamp with time zone,
  closed_at timestamp with time zone,
  outcome text,
  questionnaire jsonb,
  answer_key jsonb,
  manifest jsonb,
  created_at timestamp with time zone not null default now(),
  instrument_id text not null default 'alignment-core'::text,
  instrument_version integer not null default 1,
  launch_at timestamp with time zone,
  launch_scheduled_by text,
  launch_fault text,
  mail_spread_minutes integer not null default 0,
  reminder_days integer[] not null default '{7,2}'::integer[],
  tested_at timestamp with time zone,
  promised_closes_at timestamp with time zone,
  close_asked_by text,
  close_asked_at timestamp with time zone,
  link_base text,
  words text[],
  signing_bits integer not null default 2048,
  sealing_key text,
  recovery_taken_at timestamp with time zone,
  recovery_tried_at timestamp with time zone,
  key_missing_since timestamp with time zone,
  sealing text not null default 'server'::text,
  attribute text,
  close_percent smallint,
  close_told_at timestamp with time zone,
  source text not null default 'asked'::text,
  PRIMARY KEY (organization_id, survey_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  CHECK (((close_asked_by IS NULL) = (close_asked_at IS NULL))),
  CHECK (((close_percent >= 0) AND (close_percent <= 100))),
  CHECK (((launch_at IS NOT NULL) OR (launch_scheduled_by IS NULL))),
  CHECK (((mail_spread_minutes >= 0) AND (mail_spread_minutes <= 1440))),
  CHECK (((recovery_tried_at IS NULL) OR (sealing_key IS NOT NULL))),
  CHECK (((source = 'asked'::text) OR ((state = 'closed'::text) AND (manifest IS NULL)))),
  CHECK ((attribute = ANY (ARRAY['location'::text, 'department'::text, 'title'::text]))),
  CHECK ((cardinality(reminder_days) <= 5)),
  CHECK ((k >= 5)),
  CHECK ((outcome = ANY (ARRAY['released'::text, 'too-few'::text]))),
  CHECK ((sealing = ANY (ARRAY['server'::text, 'trustees'::text]))),
  CHECK ((signing_bits = ANY (ARRAY[2048, 3072]))),
  CHECK ((source = ANY (ARRAY['asked'::text, 'imported'::text]))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closing'::text, 'closed'::text])))
);

create table app.survey_import (
  organization_id uuid not null,
  survey_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  people integer not null,
  refused integer not null,
  imported_by text,
  imported_at timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, survey_id),
  UNIQUE (organization_id, file_hash),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((octet_length(file_hash) = 32)),
  CHECK ((people >= 0)),
  CHECK ((refused >= 0))
);

create table app.survey_reviewer (
  organization_id uuid not null,
  survey_id uuid not null,
  user_id text not null,
  name text,
  PRIMARY KEY (organization_id, survey_id, user_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE
);

create table app.text_code (
  organization_id uuid not null,
  survey_id uuid not null,
  comment_id uuid not null,
  user_id text not null,
  question text not null,
  code text not null,
  PRIMARY KEY (organization_id, survey_id, comment_id, user_id),
  FOREIGN KEY (organization_id, survey_id, comment_id, question) REFERENCES results.comment(organization_id, survey_id, comment_id, question),
  FOREIGN KEY (organization_id, survey_id, user_id) REFERENCES app.survey_reviewer(organization_id, survey_id, user_id)
);

create table app.trustee (
  organization_id uuid not null,
  survey_id uuid not null,
  seat integer not null,
  name text not null,
  email text not null,
  nonce bytea not null,
  secret_hash bytea not null,
  mailed_at timestamp with time zone,
  reminded_at timestamp with time zone,
  public_key bytea,
  dealing jsonb,
  tried_at timestamp with time zone,
  handed_to integer,
  handed_share bytea,
  PRIMARY KEY (organization_id, survey_id, seat),
  UNIQUE (organization_id, secret_hash),
  UNIQUE (organization_id, survey_id, email),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((((handed_to >= 1) AND (handed_to <= 3)) AND (handed_to <> seat))),
  CHECK (((dealing IS NULL) OR (public_key IS NOT NULL))),
  CHECK (((handed_to IS NULL) = (handed_share IS NULL))),
  CHECK (((seat >= 1) AND (seat <= 3))),
  CHECK (((tried_at IS NULL) OR (public_key IS NOT NULL))),
  CHECK ((octet_length(public_key) = 65))
);

CREATE INDEX kpi_change_of ON app.kpi_change USING btree (organization_id, kpi_id, ordinal);

CREATE UNIQUE INDEX member_invitation_open ON app.member_invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));

CREATE OR REPLACE FUNCTION app.keep_reviewers()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.keep_source()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new.source is distinct from old.source then
    raise exception 'where the answers of a survey come from never changes';
  end if;
  return new;
end
$function$
;

alter table app.api_key enable row level security;
alter table app.api_key force row level security;

alter table app.cohort enable row level security;
alter table app.cohort force row level security;

alter table app.comment_review enable row level security;
alter table app.comment_review force row level security;

alter table app.driver enable row level security;
alter table app.driver force row level security;

alter table app.driver_alert enable row level security;
alter table app.driver_alert force row level security;

alter table app.driver_prediction enable row level security;
alter table app.driver_prediction force row level security;

alter table app.instrument enable row level security;
alter table app.instrument force row level security;

alter table app.instrument_version enable row level security;
alter table app.instrument_version force row level security;

alter table app.kpi enable row level security;
alter table app.kpi force row level security;

alter table app.kpi_change enable row level security;
alter table app.kpi_change force row level security;

alter table app.kpi_unit enable row level security;
alter table app.kpi_unit force row level security;

alter table app.kpi_values enable row level security;
alter table app.kpi_values force row level security;

alter table app.kpi_write enable row level security;
alter table app.kpi_write force row level security;

alter table app.letter_print enable row level security;
alter table app.letter_print force row level security;

alter table app.member enable row level security;
alter table app.member force row level security;

alter table app.member_invitation enable row level security;
alter table app.member_invitation force row level security;

alter table app.organization enable row level security;
alter table app.organization force row level security;

alter table app.participation enable row level security;
alter table app.participation force row level security;

alter table app.people_import enable row level security;
alter table app.people_import force row level security;

alter table app.published_question enable row level security;
alter table app.published_question force row level security;

alter table app.published_table enable row level security;
alter table app.published_table force row level security;

alter table app.reminder_wave enable row level security;
alter table app.reminder_wave force row level security;

alter table app.review_view enable row level security;
alter table app.review_view force row level security;

alter table app.settled_code enable row level security;
alter table app.settled_code force row level security;

alter table app.survey enable row level security;
alter table app.survey force row level security;

alter table app.survey_import enable row level security;
alter table app.survey_import force row level security;

alter table app.survey_reviewer enable row level security;
alter table app.survey_reviewer force row level security;

alter table app.text_code enable row level security;
alter table app.text_code force row level security;

alter table app.trustee enable row level security;
alter table app.trustee force row level security;

create policy organization on app.api_key for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.cohort for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.comment_review for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.driver_alert for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.driver_prediction for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.driver for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.instrument_version for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.instrument for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.kpi_change for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.kpi_unit for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.kpi_values for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.kpi_write for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.kpi for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.letter_print for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.member_invitation for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.member for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.organization for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.participation for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.people_import for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.published_question for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.published_table for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.reminder_wave for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.review_view for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.settled_code for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.survey_import for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.survey_reviewer for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.survey for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.text_code for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on app.trustee for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

grant insert, select on app.api_key to throughline_web;

grant select on app.cohort to throughline_close;

grant insert, select on app.cohort to throughline_web;

grant select on app.comment_review to throughline_close;

grant insert, select, update on app.comment_review to throughline_web;

grant insert, select on app.driver_alert to throughline_web;

grant insert, select on app.driver_prediction to throughline_web;

grant delete, insert, select, update on app.driver to throughline_web;

grant insert, select on app.instrument_version to throughline_web;

grant delete, insert, select, update on app.instrument to throughline_web;

grant insert, select on app.kpi_change to throughline_web;

grant insert, select on app.kpi_unit to throughline_web;

grant delete, insert, select, update on app.kpi_values to throughline_web;

grant insert, select on app.kpi_write to throughline_web;

grant delete, insert, select, update on app.kpi to throughline_web;

grant insert, select on app.letter_print to throughline_web;

grant insert, select, update on app.member_invitation to throughline_web;

grant delete, insert, select, update on app.member to throughline_web;

grant select on app.organization to throughline_close;

grant insert, select, update on app.organization to throughline_web;

grant select on app.organization to throughline_worker;

grant delete, insert, select, update on app.participation to throughline_web;

grant insert, select on app.people_import to throughline_web;

grant delete, insert, select on app.published_question to throughline_web;

grant delete, insert, select on app.published_table to throughline_web;

grant select on app.reminder_wave to throughline_web;

grant insert, select on app.reminder_wave to throughline_worker;

grant select on app.review_view to throughline_web;

grant select on app.settled_code to throughline_close;

grant insert, select, update on app.settled_code to throughline_web;

grant select on app.survey_import to throughline_web;

grant delete, insert, select, update on app.survey_reviewer to throughline_web;

grant select on app.survey to throughline_close;

grant delete, insert, select, update on app.survey to throughline_web;

grant select on app.survey to throughline_worker;

grant select on app.text_code to throughline_close;

grant insert, select, update on app.text_code to throughline_web;

grant select on app.trustee to throughline_close;

grant delete, insert, select, update on app.trustee to throughline_web;

grant select on app.trustee to throughline_worker;

grant usage on schema app to throughline_close;

grant usage on schema app to throughline_web;

grant usage on schema app to throughline_worker;

grant update (last_used_on, revoked_at) on app.api_key to throughline_web;

grant update (claimed_at, sent_at) on app.driver_alert to throughline_web;

grant update (department, mapped_by, person_id, target) on app.kpi_unit to throughline_web;

grant update (undone_by) on app.kpi_write to throughline_web;

grant update (undone_at, undone_by) on app.people_import to throughline_web;

grant update (close_percent, close_told_at, closed_at, outcome, state) on app.survey to throughline_close;

grant update (dealing, handed_share, handed_to) on app.trustee to throughline_close;

grant update (mailed_at, reminded_at) on app.trustee to throughline_worker;

CREATE TRIGGER frozen BEFORE INSERT OR DELETE OR UPDATE ON app.survey_reviewer FOR EACH ROW EXECUTE FUNCTION app.keep_reviewers();

CREATE TRIGGER keep_source BEFORE UPDATE ON app.survey FOR EACH ROW EXECUTE FUNCTION app.keep_source();

create schema registry;

create table registry.frozen_person (
  organization_id uuid not null,
  survey_id uuid not null,
  "position" integer not null,
  person_id uuid not null,
  manager_position integer not null,
  layer integer not null,
  unit_name text not null,
  invited boolean not null,
  cohort_id integer,
  attribute smallint,
  department text,
  PRIMARY KEY (organization_id, survey_id, "position"),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, survey_id, cohort_id) REFERENCES app.cohort(organization_id, survey_id, cohort_id),
  CHECK (((attribute >= 0) AND (attribute <= 99)))
);

create table registry.invitation (
  organization_id uuid not null,
  survey_id uuid not null,
  person_id uuid not null,
  cohort_id integer not null,
  nonce bytea not null,
  secret_hash bytea not null,
  has_reports boolean not null,
  language text not null,
  printed boolean not null default false,
  stop_hash bytea,
  reminders_stopped boolean not null default false,
  signed_message bytea,
  PRIMARY KEY (organization_id, survey_id, person_id),
  UNIQUE (organization_id, secret_hash),
  UNIQUE (organization_id, stop_hash),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, survey_id, cohort_id) REFERENCES app.cohort(organization_id, survey_id, cohort_id),
  CHECK ((octet_length(signed_message) = 32))
);

create table registry.mail (
  organization_id uuid not null,
  survey_id uuid not null,
  wave integer not null,
  person_id uuid not null,
  state text not null,
  message_id uuid not null default gen_random_uuid(),
  due_at timestamp with time zone,
  claimed_at timestamp with time zone,
  attempt integer not null default 0,
  deferrals integer not null default 0,
  copies integer not null default 0,
  soft_bounces integer not null default 0,
  refused_address text,
  refused_status text,
  sent_to bytea,
  PRIMARY KEY (organization_id, survey_id, wave, person_id),
  UNIQUE (organization_id, message_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['none'::text, 'queued'::text, 'sending'::text, 'deferred'::text, 'sent'::text, 'refused'::text, 'unsure'::text]))),
  CHECK ((wave >= 0))
);

create table registry.people_before (
  organization_id uuid not null,
  import_id uuid not null,
  people bytea not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, import_id) REFERENCES app.people_import(organization_id, import_id) ON DELETE CASCADE
);

create table registry.person (
  organization_id uuid not null,
  person_id uuid not null,
  source_id text not null,
  name text not null,
  email text,
  title text not null,
  department text not null,
  location text not null,
  language text,
  manager_id uuid,
  active boolean not null default true,
  PRIMARY KEY (organization_id, person_id),
  UNIQUE (organization_id, source_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, manager_id) REFERENCES registry.person(organization_id, person_id) DEFERRABLE INITIALLY DEFERRED
);

create table registry.signing_key (
  organization_id uuid not null,
  survey_id uuid not null,
  number integer not null,
  bits integer not null,
  public jsonb not null,
  private bytea not null,
  PRIMARY KEY (organization_id, survey_id, number),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id) ON DELETE CASCADE,
  CHECK ((number >= 0))
);

create table registry.suppressed_address (
  organization_id uuid not null,
  address text not null,
  status text not null,
  since timestamp with time zone not null default now(),
  PRIMARY KEY (organization_id, address),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE
);

CREATE INDEX mail_due ON registry.mail USING btree (organization_id, survey_id, due_at) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text, 'sending'::text]));

CREATE INDEX person_manager ON registry.person USING btree (organization_id, manager_id);

alter table registry.frozen_person enable row level security;
alter table registry.frozen_person force row level security;

alter table registry.invitation enable row level security;
alter table registry.invitation force row level security;

alter table registry.mail enable row level security;
alter table registry.mail force row level security;

alter table registry.people_before enable row level security;
alter table registry.people_before force row level security;

alter table registry.person enable row level security;
alter table registry.person force row level security;

alter table registry.signing_key enable row level security;
alter table registry.signing_key force row level security;

alter table registry.suppressed_address enable row level security;
alter table registry.suppressed_address force row level security;

create policy organization on registry.frozen_person for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.invitation for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.mail for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.people_before for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.person for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.signing_key for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on registry.suppressed_address for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

grant insert, select on registry.frozen_person to throughline_web;

grant delete, insert, select on registry.invitation to throughline_close;

grant insert, select on registry.invitation to throughline_web;

grant delete, select on registry.mail to throughline_close;

grant insert, select, update on registry.mail to throughline_web;

grant insert, select, update on registry.mail to throughline_worker;

grant delete, insert, select on registry.people_before to throughline_web;

grant delete, insert, select, update on registry.person to throughline_web;

grant delete on registry.signing_key to throughline_close;

grant delete, insert, select on registry.signing_key to throughline_web;

grant delete, insert, select on registry.suppressed_address to throughline_web;

grant insert, select on registry.suppressed_address to throughline_worker;

grant usage on schema registry to throughline_close;

grant usage on schema registry to throughline_web;

grant usage on schema registry to throughline_worker;

grant select (attribute, cohort_id, invited, layer, manager_position, organization_id, person_id, "position", survey_id, unit_name) on registry.frozen_person to throughline_close;

grant update (printed, reminders_stopped, secret_hash, signed_message) on registry.invitation to throughline_web;

grant select (language, nonce, organization_id, person_id, printed, reminders_stopped, secret_hash, signed_message, stop_hash, survey_id) on registry.invitation to throughline_worker;

grant update (sent_to) on registry.mail to throughline_close;

grant select (active, organization_id, person_id) on registry.person to throughline_close;

grant select (active, email, name, organization_id, person_id) on registry.person to throughline_worker;

grant select (organization_id, survey_id) on registry.signing_key to throughline_close;

create schema box;

create table box.ballot (
  organization_id uuid not null,
  survey_id uuid not null,
  ballot_key bytea not null,
  cohort_id integer not null,
  sequence integer not null,
  ciphertext bytea not null,
  signature bytea not null,
  credential bytea not null,
  PRIMARY KEY (organization_id, survey_id, ballot_key),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id),
  FOREIGN KEY (organization_id, survey_id, cohort_id) REFERENCES app.cohort(organization_id, survey_id, cohort_id),
  CHECK ((sequence >= 0))
);

CREATE OR REPLACE FUNCTION box."cast"(p_organization uuid, p_survey uuid, p_cohort integer, p_ballot_key bytea, p_sequence integer, p_credential bytea, p_ciphertext bytea, p_signature bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  survey_state text;
  survey_closes timestamptz;
  cohort_known boolean;
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return 'unknown';
  end if;

  -- Shared with the other casts, against the close: a survey that is open here stays open until commit.
  select state, closes_at into survey_state, survey_closes from app.survey
    where organization_id = p_organization and survey_id = p_survey
    for share;
  cohort_known := exists (select from app.cohort
    where organization_id = p_organization and survey_id = p_survey and cohort_id = p_cohort);
  if survey_state is null or survey_state = 'draft' or not cohort_known then
    return 'unknown';
  elsif survey_state <> 'open' or survey_closes <= clock_timestamp() then
    -- The promised date holds also while the sweep that closes the survey has not come yet.
    return 'closed';
  end if;

  -- A ballot key that is there already is corrected, never put into another cohort, and only by a higher number:
  -- neither a retry nor an older ballot that was overtaken on its way changes anything.
  insert into box.ballot as ballot
      (organization_id, survey_id, ballot_key, cohort_id, sequence, credential, ciphertext, signature)
    values (p_organization, p_survey, p_ballot_key, p_cohort, p_sequence, p_credential, p_ciphertext, p_signature)
    on conflict (organization_id, survey_id, ballot_key) do update
      set sequence = excluded.sequence, credential = excluded.credential, ciphertext = excluded.ciphertext,
        signature = excluded.signature
      where ballot.cohort_id = excluded.cohort_id and ballot.sequence < excluded.sequence;
  return case when found then 'stored' else 'kept' end;
end
$function$
;

alter table box.ballot enable row level security;
alter table box.ballot force row level security;

create policy organization on box.ballot for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

grant delete, select on box.ballot to throughline_close;

grant execute on function box."cast"(uuid,uuid,integer,bytea,integer,bytea,bytea,bytea) to throughline_web;

grant usage on schema box to throughline_close;

grant usage on schema box to throughline_web;

create schema results;

create table results.bundle (
  organization_id uuid not null,
  survey_id uuid not null,
  body jsonb not null,
  PRIMARY KEY (organization_id, survey_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id)
);

create table results.comment (
  organization_id uuid not null,
  survey_id uuid not null,
  comment_id uuid not null default gen_random_uuid(),
  question text not null,
  coarse integer not null,
  body text not null,
  PRIMARY KEY (organization_id, survey_id, comment_id),
  UNIQUE (organization_id, survey_id, comment_id, question),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id)
);

create table results.counted_comment (
  organization_id uuid not null,
  survey_id uuid not null,
  release_id integer not null,
  comment_id uuid not null,
  cell text not null,
  PRIMARY KEY (organization_id, survey_id, release_id, comment_id),
  FOREIGN KEY (organization_id, survey_id, comment_id) REFERENCES results.comment(organization_id, survey_id, comment_id),
  FOREIGN KEY (organization_id, survey_id, release_id) REFERENCES results.release(organization_id, survey_id, release_id)
);

create table results.observation (
  organization_id uuid not null,
  survey_id uuid not null,
  item text not null,
  item_values bytea not null,
  PRIMARY KEY (organization_id, survey_id, item),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id)
);

create table results.release (
  organization_id uuid not null,
  survey_id uuid not null,
  release_id integer not null,
  created_at timestamp with time zone not null default now(),
  body jsonb not null,
  PRIMARY KEY (organization_id, survey_id, release_id),
  FOREIGN KEY (organization_id, survey_id) REFERENCES app.survey(organization_id, survey_id)
);

CREATE OR REPLACE FUNCTION results.add_import(p_organization uuid, p_survey uuid, p_name text, p_k integer, p_closed_at timestamp with time zone, p_questionnaire jsonb, p_file_name text, p_file_hash bytea, p_people integer, p_refused integer, p_by text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION results.count_texts(p_organization uuid, p_survey uuid, p_question text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return 0;
  end if;
  return (select count(*) from results.comment comment where comment.organization_id = p_organization
    and comment.survey_id = p_survey and comment.question = p_question);
end
$function$
;

CREATE OR REPLACE FUNCTION results.delete_import(p_organization uuid, p_survey uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION results.is_text_of(p_organization uuid, p_survey uuid, p_question text, p_comment uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return false;
  end if;
  return exists (select from results.comment comment where comment.organization_id = p_organization
    and comment.survey_id = p_survey and comment.question = p_question and comment.comment_id = p_comment);
end
$function$
;

CREATE OR REPLACE FUNCTION results.open_comments(p_organization uuid, p_survey uuid, p_user text)
 RETURNS TABLE(comment_id uuid, question text, coarse integer, body text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$
;

alter table results.bundle enable row level security;
alter table results.bundle force row level security;

alter table results.comment enable row level security;
alter table results.comment force row level security;

alter table results.counted_comment enable row level security;
alter table results.counted_comment force row level security;

alter table results.observation enable row level security;
alter table results.observation force row level security;

alter table results.release enable row level security;
alter table results.release force row level security;

create policy organization on results.bundle for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on results.comment for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on results.counted_comment for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on results.observation for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

create policy organization on results.release for all to public using ((organization_id = (NULLIF(current_setting('throughline.organization'::text, true), ''::text))::uuid));

grant execute on function results.add_import(uuid,uuid,text,integer,timestamp with time zone,jsonb,text,bytea,integer,integer,text) to throughline_close;

grant execute on function results.count_texts(uuid,uuid,text) to throughline_web;

grant execute on function results.delete_import(uuid,uuid) to throughline_web;

grant execute on function results.is_text_of(uuid,uuid,text,uuid) to throughline_web;

grant execute on function results.open_comments(uuid,uuid,text) to throughline_web;

grant insert on results.bundle to throughline_close;

grant select on results.bundle to throughline_web;

grant insert, select on results.comment to throughline_close;

grant insert, select on results.counted_comment to throughline_close;

grant insert, select on results.observation to throughline_close;

grant insert, select on results.release to throughline_close;

grant select on results.release to throughline_web;

grant usage on schema results to throughline_close;

grant usage on schema results to throughline_web;

create schema auth;

create table auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null,
  PRIMARY KEY (id),
  FOREIGN KEY ("userId") REFERENCES auth.app_user(id) ON DELETE CASCADE
);

create table auth.app_user (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  "organizationId" text,
  PRIMARY KEY (id),
  UNIQUE (email)
);

create table auth.organization_code (
  code text not null,
  organization_id uuid not null,
  PRIMARY KEY (code),
  UNIQUE (organization_id),
  FOREIGN KEY (organization_id) REFERENCES app.organization(organization_id) ON DELETE CASCADE,
  CHECK ((code ~ '^[0-9a-hjkmnp-tv-z]{6}$'::text))
);

create table auth.session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  PRIMARY KEY (id),
  UNIQUE (token),
  FOREIGN KEY ("userId") REFERENCES auth.app_user(id) ON DELETE CASCADE
);

create table auth.unmatched_report (
  day date not null,
  reports integer not null,
  PRIMARY KEY (day)
);

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);

CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");

CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");

CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);

grant delete, insert, select, update on auth.account to throughline_web;

grant delete, insert, select, update on auth.app_user to throughline_web;

grant insert, select on auth.organization_code to throughline_web;

grant delete, insert, select, update on auth.session to throughline_web;

grant insert, select on auth.unmatched_report to throughline_web;

grant delete, insert, select, update on auth.verification to throughline_web;

grant usage on schema auth to throughline_web;

grant update (reports) on auth.unmatched_report to throughline_web;

create schema migrations;

create table migrations.applied (
  number integer not null,
  name text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (number)
);

grant select on migrations.applied to throughline_web;

grant usage on schema migrations to throughline_web;
