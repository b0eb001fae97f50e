import { type RawBuilder, sql } from "kysely"

// The first shape of everything. Every table outside auth and jobs is keyed by organization_id first and every
// foreign key carries it; row-level security by organization is forced on all of them.

/** The tables of an organization, all of which stand under row-level security. */
const tables = [
  "app.organization",
  "app.member",
  "app.survey",
  "app.cohort",
  "app.people_import",
  "app.participation",
  "registry.person",
  "registry.frozen_person",
  "registry.invitation",
  "box.ballot",
  "results.observation",
  "results.comment",
  "results.release",
]

/**
 * The three roles are the cluster's, not the database's: another Throughline database may have made them
 * already or be making them at this moment. They cannot log in; the migrating login becomes each of them for
 * the length of a transaction (withOrganization), and has to be able to.
 */
const roles = ["throughline_web", "throughline_worker", "throughline_close"].map(
  (role) =>
    sql`do ${sql.lit(`begin
    begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      execute format('grant ${role} to %I', current_user);
    exception when unique_violation or insufficient_privilege then null;
    end;
    begin
      perform set_config('role', '${role}', true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      raise exception 'the login % may not become ${role}', session_user
        using hint = format('as a superuser: grant ${role} to %I', session_user);
    end;
  end`)}`,
)

const app = [
  sql`create table app.organization (
    organization_id uuid primary key,
    name text not null,
    words jsonb,
    created_at timestamptz not null default now()
  )`,
  sql`create table app.member (
    organization_id uuid not null references app.organization on delete cascade,
    user_id text not null,
    role text not null check (role in ('hr', 'leader', 'analyst', 'operator')),
    primary key (organization_id, user_id)
  )`,
  sql`create table app.survey (
    organization_id uuid not null references app.organization on delete cascade,
    survey_id uuid not null,
    name text not null,
    state text not null default 'draft' check (state in ('draft', 'open', 'closing', 'closed')),
    k integer not null check (k >= 5),
    audience jsonb not null,
    languages text[] not null,
    closes_at timestamptz,
    launched_at timestamptz,
    closed_at timestamptz,
    outcome text check (outcome in ('released', 'too-few')),
    questionnaire jsonb,
    answer_key jsonb,
    manifest jsonb,
    created_at timestamptz not null default now(),
    primary key (organization_id, survey_id)
  )`,
  sql`create table app.cohort (
    organization_id uuid not null,
    survey_id uuid not null,
    cohort_id integer not null,
    anchor integer not null,
    layer_from integer not null,
    layer_to integer not null,
    kind text not null check (kind in ('pure', 'mixed', 'top')),
    invited integer not null,
    name text not null,
    merged text,
    primary key (organization_id, survey_id, cohort_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`create table app.people_import (
    organization_id uuid not null references app.organization on delete cascade,
    import_id uuid not null,
    file_name text not null,
    people integer not null,
    imported_at timestamptz not null default now(),
    primary key (organization_id, import_id)
  )`,
  sql`create table app.participation (
    organization_id uuid not null,
    survey_id uuid not null,
    day date not null,
    body jsonb not null,
    primary key (organization_id, survey_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
]

// No foreign key from the frozen chart or an invitation to a person: who leaves can be deleted from the
// registry while the survey keeps the shape that it was launched with.
const registry = [
  sql`create table registry.person (
    organization_id uuid not null references app.organization on delete cascade,
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
    primary key (organization_id, person_id),
    unique (organization_id, source_id),
    foreign key (organization_id, manager_id) references registry.person deferrable initially deferred
  )`,
  sql`create index person_manager on registry.person (organization_id, manager_id)`,
  sql`create table registry.frozen_person (
    organization_id uuid not null,
    survey_id uuid not null,
    position integer not null,
    person_id uuid not null,
    manager_position integer not null,
    layer integer not null,
    unit_name text not null,
    invited boolean not null,
    cohort_id integer,
    primary key (organization_id, survey_id, position),
    foreign key (organization_id, survey_id) references app.survey on delete cascade,
    foreign key (organization_id, survey_id, cohort_id) references app.cohort
  )`,
  sql`create table registry.invitation (
    organization_id uuid not null,
    survey_id uuid not null,
    person_id uuid not null,
    cohort_id integer not null,
    nonce bytea not null,
    secret_hash bytea not null,
    has_reports boolean not null,
    language text not null,
    mail_state text not null default 'queued' check (mail_state in ('queued', 'sent', 'failed', 'none')),
    answered boolean not null default false,
    primary key (organization_id, survey_id, person_id),
    unique (organization_id, secret_hash),
    foreign key (organization_id, survey_id) references app.survey on delete cascade,
    foreign key (organization_id, survey_id, cohort_id) references app.cohort
  )`,
]

// A ballot has no person, no time and no serial number, here or in anything that points to it. No cascade into the
// box and the results: a survey that has ballots or results cannot be deleted, least of all by the web role.
const box = [
  sql`create table box.ballot (
    organization_id uuid not null,
    survey_id uuid not null,
    ballot_key bytea not null,
    cohort_id integer not null,
    sequence integer not null check (sequence >= 0),
    ciphertext bytea not null,
    signature bytea not null,
    primary key (organization_id, survey_id, ballot_key),
    foreign key (organization_id, survey_id) references app.survey,
    foreign key (organization_id, survey_id, cohort_id) references app.cohort
  )`,
]

const results = [
  sql`create table results.observation (
    organization_id uuid not null,
    survey_id uuid not null,
    item text not null,
    item_values bytea not null,
    primary key (organization_id, survey_id, item),
    foreign key (organization_id, survey_id) references app.survey
  )`,
  sql`create table results.comment (
    organization_id uuid not null,
    survey_id uuid not null,
    comment_id uuid not null default gen_random_uuid(),
    question text not null,
    coarse integer not null,
    body text not null,
    primary key (organization_id, survey_id, comment_id),
    foreign key (organization_id, survey_id) references app.survey
  )`,
  sql`create table results.release (
    organization_id uuid not null,
    survey_id uuid not null,
    release_id integer not null,
    created_at timestamptz not null default now(),
    body jsonb not null,
    primary key (organization_id, survey_id, release_id),
    foreign key (organization_id, survey_id) references app.survey
  )`,
]

// What better-auth's getMigrations printed (1.7.25), in a schema of its own and with its user table renamed.
// Configure it as: database { db: db.withSchema("auth"), type: "postgres", transaction: not when embedded },
// user { modelName: "app_user", additionalFields { organizationId: { type: "string", required: false, input: false } } }.
const auth = [
  sql`create table auth.app_user (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "organizationId" text
  )`,
  sql`create table auth.session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references auth.app_user on delete cascade
  )`,
  sql`create index "session_userId_idx" on auth.session ("userId")`,
  sql`create table auth.account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references auth.app_user on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null
  )`,
  sql`create index "account_userId_idx" on auth.account ("userId")`,
  sql`create table auth.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  sql`create index "verification_identifier_idx" on auth.verification (identifier)`,
]

/**
 * The only way into the box. Security definer: whoever may call it needs no right on the box. It stays inside
 * the organization of the transaction also when its owner is a superuser, whom no row-level security binds.
 */
const cast = sql`create function box.cast(
    p_organization uuid, p_survey uuid, p_cohort integer, p_secret_hash bytea,
    p_ballot_key bytea, p_sequence integer, p_ciphertext bytea, p_signature bytea
  ) returns text
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $function$
declare
  survey_state text;
  survey_closes timestamptz;
  used boolean;
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return 'unknown';
  end if;

  -- Shared with the other casts, against the close: a survey that is open here stays open until commit.
  select state, closes_at into survey_state, survey_closes from app.survey
    where organization_id = p_organization and survey_id = p_survey
    for share;
  if survey_state is null or survey_state = 'draft' then
    return 'unknown';
  elsif survey_state <> 'open' or survey_closes <= clock_timestamp() then
    -- The promised date holds also while the sweep that closes the survey has not come yet.
    return 'closed';
  end if;

  -- One cast of an invitation at a time: the second of two devices waits here and then finds it used.
  select answered into used from registry.invitation
    where organization_id = p_organization and secret_hash = p_secret_hash
      and survey_id = p_survey and cohort_id = p_cohort
    for update;
  if used is null then
    return 'unknown';
  end if;

  if not used then
    insert into box.ballot (organization_id, survey_id, ballot_key, cohort_id, sequence, ciphertext, signature)
      values (p_organization, p_survey, p_ballot_key, p_cohort, p_sequence, p_ciphertext, p_signature)
      on conflict do nothing;
    if found then
      update registry.invitation set answered = true
        where organization_id = p_organization and secret_hash = p_secret_hash;
      return 'stored';
    end if;
  end if;

  -- A retry or a correction. Which ballot an invitation cast is stored nowhere, so the ballot key speaks for
  -- itself: the caller has checked that the cast is signed with it.
  update box.ballot set sequence = p_sequence, ciphertext = p_ciphertext, signature = p_signature
    where organization_id = p_organization and survey_id = p_survey and ballot_key = p_ballot_key
      and cohort_id = p_cohort and sequence < p_sequence;
  if found then
    return 'stored';
  end if;
  perform from box.ballot
    where organization_id = p_organization and survey_id = p_survey and ballot_key = p_ballot_key
      and cohort_id = p_cohort;
  return case when found then 'kept' else 'answered' end;
end
$function$`

// The setting is null in a session that never had one and empty in one whose transaction ended; both see nothing.
const guards = tables.flatMap((table) => [
  sql`alter table ${sql.table(table)} enable row level security`,
  sql`alter table ${sql.table(table)} force row level security`,
  sql`create policy organization on ${sql.table(table)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const grants = [
  sql`revoke all on function box.cast from public`,
  sql`grant usage on schema app, registry, box, results, auth to throughline_web`,
  sql`grant select, insert, update, delete on all tables in schema app, auth to throughline_web`,
  sql`grant select, insert, update on all tables in schema registry to throughline_web`,
  sql`grant delete on registry.person to throughline_web`,
  sql`grant execute on function box.cast to throughline_web`,
  sql`grant select on results.release to throughline_web`,

  sql`grant usage on schema app, registry to throughline_worker`,
  sql`grant select on all tables in schema app to throughline_worker`,
  sql`grant select, update on registry.invitation to throughline_worker`,
  sql`grant select on registry.person to throughline_worker`,

  sql`grant usage on schema app, registry, box, results to throughline_close`,
  sql`grant select, update on all tables in schema app to throughline_close`,
  sql`grant select on registry.frozen_person to throughline_close`,
  // Insert and delete: the close writes all invitations anew, so that no row's place or age says who answered.
  sql`grant select, insert, update, delete on registry.invitation to throughline_close`,
  sql`grant select, delete on box.ballot to throughline_close`,
  sql`grant select, insert, update, delete on all tables in schema results to throughline_close`,
]

export const first: RawBuilder<unknown>[] = [
  ...roles,
  ...["app", "registry", "box", "results", "auth", "jobs"].map(
    (schema) => sql`create schema ${sql.id(schema)}`,
  ),
  ...app,
  ...registry,
  ...box,
  ...results,
  ...auth,
  cast,
  ...guards,
  ...grants,
]
