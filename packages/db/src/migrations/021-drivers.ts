import { type RawBuilder, sql } from "kysely"

// Leading indicators that foretell a KPI: who keeps them, what they foretold and whom that was told. Business figures
// only; no answer of anybody is here.

const keeper = [
  sql`alter table app.member drop constraint member_role_check,
    add constraint member_role_check check (role in ('hr', 'leader', 'analyst', 'keeper', 'operator'))`,
  sql`alter table app.member_invitation drop constraint member_invitation_role_check,
    add constraint member_invitation_role_check check (role in ('hr', 'leader', 'analyst', 'keeper'))`,
]

const tables = [
  // A KPI that a driver is made of is not deleted; a member who goes leaves the driver without keeper or receiver.
  sql`create table app.driver (
    organization_id uuid not null,
    driver_id uuid not null default gen_random_uuid(),
    name text not null,
    indicator_id uuid not null,
    outcome_id uuid not null,
    plan_id uuid,
    horizon integer not null check (horizon >= 1),
    target double precision,
    deadline date,
    keeper_id text,
    receiver_id text,
    active boolean not null default true,
    created_at timestamptz not null,
    seen text,
    told jsonb,
    primary key (organization_id, driver_id),
    foreign key (organization_id) references app.organization,
    foreign key (organization_id, indicator_id) references app.kpi,
    foreign key (organization_id, outcome_id) references app.kpi,
    foreign key (organization_id, plan_id) references app.kpi,
    foreign key (organization_id, keeper_id) references app.member on delete set null (keeper_id),
    foreign key (organization_id, receiver_id) references app.member on delete set null (receiver_id),
    check (indicator_id <> outcome_id and plan_id <> outcome_id and plan_id <> indicator_id)
  )`,
  // Dated, and never changed: no role may.
  sql`create table app.driver_prediction (
    organization_id uuid not null,
    driver_id uuid not null,
    number integer not null check (number >= 1),
    base text not null,
    period text not null,
    digest bytea not null check (octet_length(digest) = 32),
    fit jsonb not null,
    predictions jsonb not null,
    behind jsonb,
    made_at timestamptz not null,
    primary key (organization_id, driver_id, number),
    unique (organization_id, driver_id, base, digest),
    foreign key (organization_id, driver_id) references app.driver on delete cascade
  )`,
  // One mail a driver and period that is foretold, kept as it is sent.
  sql`create table app.driver_alert (
    organization_id uuid not null,
    driver_id uuid not null,
    period text not null,
    number integer not null,
    receiver_id text not null,
    name text not null,
    subject text not null,
    paragraphs text[] not null,
    message_id text not null,
    made_at timestamptz not null,
    claimed_at timestamptz,
    sent_at timestamptz,
    primary key (organization_id, driver_id, period),
    foreign key (organization_id, driver_id, number) references app.driver_prediction on delete cascade
  )`,
]

const guards = ["driver", "driver_prediction", "driver_alert"].flatMap((name) => [
  sql`alter table ${sql.table(`app.${name}`)} enable row level security`,
  sql`alter table ${sql.table(`app.${name}`)} force row level security`,
  sql`create policy organization on ${sql.table(`app.${name}`)}
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
])

const grants = [
  sql`grant select, insert, update, delete on app.driver to throughline_web`,
  sql`grant select, insert on app.driver_prediction to throughline_web`,
  sql`grant select, insert, update (claimed_at, sent_at) on app.driver_alert to throughline_web`,
]

export const drivers: RawBuilder<unknown>[] = [...keeper, ...tables, ...guards, ...grants]
