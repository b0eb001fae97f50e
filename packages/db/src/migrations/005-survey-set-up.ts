import { type RawBuilder, sql } from "kysely"

// When a survey opens and closes, and who wanted it so. Dates are said in the organization's time zone; what is
// stored are instants.
export const surveySetUp: RawBuilder<unknown>[] = [
  // Not chosen: the first page that HR opens sets the browser's zone.
  sql`alter table app.organization
    add column time_zone text not null default 'UTC',
    add column time_zone_chosen boolean not null default false`,
  sql`alter table app.survey
    add column launch_at timestamptz,
    add column launch_scheduled_by text,
    add column launch_fault text,
    add column mail_spread_minutes integer not null default 0 check (mail_spread_minutes between 0 and 1440),
    add column reminder_days integer[] not null default '{7,2}' check (cardinality(reminder_days) <= 5),
    add column tested_at timestamptz,
    add column promised_closes_at timestamptz,
    add column close_asked_by text,
    add column close_asked_at timestamptz,
    add check (launch_at is not null or launch_scheduled_by is null),
    add check ((close_asked_by is null) = (close_asked_at is null))`,
]
