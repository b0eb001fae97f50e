import { type RawBuilder, sql } from "kysely"

// Mails as rows of their own, so that each can be tried, put off, refused and counted; short links; printed codes;
// reminders. What says who was reminded is gone after the close.

/** Six characters of Crockford's base32: no i, l, o, u. Random, so that nobody can count organizations. */
const newCode = sql`(select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + get_byte(bytes, at) % 32, 1), '')
  from (select uuid_send(gen_random_uuid()) as bytes) as random, generate_series(0, 5) as at where organization.organization_id is not null)`

const tables = [
  // Leads from a link to its organization, so it stands outside of all organizations.
  sql`create table auth.organization_code (
    code text primary key check (code ~ '^[0-9a-hjkmnp-tv-z]{6}$'),
    organization_id uuid not null unique references app.organization on delete cascade
  )`,
  // Delivery reports that belong to no mail of ours: how many, and nothing else.
  sql`create table auth.unmatched_report (day date primary key, reports integer not null)`,
  // No foreign key to the invitation: the close deletes all invitations and writes them anew.
  // Wave 0 is the invitation, the others are reminders. A reminder has a row for everybody who is invited, whether
  // they have answered or not, and the rows change alike.
  sql`create table registry.mail (
    organization_id uuid not null,
    survey_id uuid not null,
    wave integer not null check (wave >= 0),
    person_id uuid not null,
    state text not null check (state in ('none', 'queued', 'sending', 'deferred', 'sent', 'refused', 'unsure')),
    message_id uuid not null default gen_random_uuid(),
    due_at timestamptz,
    claimed_at timestamptz,
    attempt integer not null default 0,
    deferrals integer not null default 0,
    copies integer not null default 0,
    soft_bounces integer not null default 0,
    refused_address text,
    refused_status text,
    primary key (organization_id, survey_id, wave, person_id),
    unique (organization_id, message_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`create index mail_due on registry.mail (organization_id, survey_id, due_at)
    where state in ('queued', 'deferred', 'sending')`,
  sql`create table registry.suppressed_address (
    organization_id uuid not null references app.organization on delete cascade,
    address text not null,
    status text not null,
    since timestamptz not null default now(),
    primary key (organization_id, address)
  )`,
  sql`create table app.reminder_wave (
    organization_id uuid not null,
    survey_id uuid not null,
    wave integer not null check (wave > 0),
    due_on date not null,
    is_last boolean not null,
    began_at timestamptz not null default now(),
    primary key (organization_id, survey_id, wave),
    unique (organization_id, survey_id, due_on),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`create table app.letter_print (
    organization_id uuid not null,
    survey_id uuid not null,
    print_id uuid not null default gen_random_uuid(),
    printed_by text not null,
    printed_at timestamptz not null default now(),
    letters integer not null,
    primary key (organization_id, survey_id, print_id),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
]

const columns = [
  sql`alter table app.organization add column link_base text`,
  sql`alter table registry.invitation
    add column printed boolean not null default false,
    add column stop_hash bytea,
    add column reminders_stopped boolean not null default false,
    add unique (organization_id, stop_hash)`,
]

// Forced row-level security also hides the rows from their owner, who has to move them here.
const moved = [
  sql`alter table app.organization no force row level security`,
  sql`alter table registry.invitation no force row level security`,
  sql`insert into auth.organization_code (code, organization_id)
    select ${newCode}, organization_id from app.organization`,
  sql`insert into registry.mail (organization_id, survey_id, wave, person_id, state, due_at)
    select organization_id, survey_id, 0, person_id, case mail_state when 'failed' then 'refused' else mail_state end,
      case mail_state when 'queued' then now() end
    from registry.invitation order by organization_id, survey_id, secret_hash`,
  sql`alter table registry.invitation drop column mail_state`,
  sql`alter table app.organization force row level security`,
  sql`alter table registry.invitation force row level security`,
]

const guards = [
  "registry.mail",
  "registry.suppressed_address",
  "app.reminder_wave",
  "app.letter_print",
].flatMap((table) => [
  sql`alter table ${sql.table(table)} enable row level security`,
  sql`alter table ${sql.table(table)} force row level security`,
  sql`create policy organization on ${sql.table(table)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const grants = [
  sql`grant select, insert on auth.organization_code to throughline_web`,
  sql`grant select, insert, update on registry.mail to throughline_web, throughline_worker`,
  sql`grant select, insert, delete on registry.suppressed_address to throughline_web`,
  sql`grant select, insert on registry.suppressed_address to throughline_worker`,
  sql`grant select on app.reminder_wave to throughline_web`,
  sql`grant select, insert on app.reminder_wave to throughline_worker`,
  sql`grant select, insert on app.letter_print to throughline_web`,
  // The close deletes every reminder.
  sql`grant select, delete on registry.mail to throughline_close`,
]

export const mail: RawBuilder<unknown>[] = [...tables, ...columns, ...moved, ...guards, ...grants]
