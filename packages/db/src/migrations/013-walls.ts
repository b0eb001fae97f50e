import { type RawBuilder, sql } from "kysely"

// Narrower rights. What a role may do was written for whole schemas at first; here it is what its verbs need. The
// tests print all of it (privileges.test.ts).

/** The rights of one role on one table, said anew: what is not said is taken away. */
const rights = (role: "web" | "worker" | "close", table: string, may: string): RawBuilder<unknown>[] => [
  sql`revoke all on ${sql.table(table)} from ${sql.id(`throughline_${role}`)}`,
  ...(may === ""
    ? []
    : [sql`grant ${sql.raw(may)} on ${sql.table(table)} to ${sql.id(`throughline_${role}`)}`]),
]

const web = [
  // Organizations are not deleted by a page.
  ...rights("web", "app.organization", "select, insert, update"),
  // The cut is frozen at the launch.
  ...rights("web", "app.cohort", "select, insert"),
  ...rights("web", "app.people_import", "select, insert, update (undone_at, undone_by)"),
  ...rights("web", "registry.frozen_person", "select, insert"),
  // Who is invited, to which cohort and in which language is frozen at the launch.
  ...rights(
    "web",
    "registry.invitation",
    "select, insert, update (signed_message, printed, secret_hash, reminders_stopped)",
  ),
  // Delivery reports that belong to no mail are counted outside of any organization.
  sql`grant select, insert, update (reports) on auth.unmatched_report to throughline_web`,
  // Whether the database is of this version.
  sql`grant usage on schema migrations to throughline_web`,
  sql`grant select on migrations.applied to throughline_web`,
]

/** Mails need a name, an address, a link, and whether somebody has answered: nothing of the org chart. */
const worker = [
  ...["app.member", "app.cohort", "app.people_import", "app.participation"].flatMap((table) =>
    rights("worker", table, ""),
  ),
  ...rights("worker", "registry.person", "select (organization_id, person_id, name, email, active)"),
  ...rights(
    "worker",
    "registry.invitation",
    "select (organization_id, survey_id, person_id, secret_hash, nonce, printed, language, signed_message, reminders_stopped, stop_hash)",
  ),
]

const close = [
  ...["app.member", "app.people_import", "app.participation"].flatMap((table) => rights("close", table, "")),
  ...["app.organization", "app.cohort"].flatMap((table) => rights("close", table, "select")),
  ...rights("close", "app.survey", "select, update (state, closed_at, outcome)"),
  // The shape of the org chart, and ids of people: which of them an earlier survey asked as well is part of its audit.
  ...rights(
    "close",
    "registry.frozen_person",
    "select (organization_id, survey_id, position, person_id, manager_position, layer, unit_name, invited, cohort_id)",
  ),
  // Whom somebody took out of the people file while a survey was open: without an answer they count as not asked.
  ...rights("close", "registry.person", "select (organization_id, person_id, active)"),
  ...rights("close", "registry.invitation", "select, insert, delete"),
  // What has been counted is never changed.
  ...["results.observation", "results.comment", "results.release"].flatMap((table) =>
    rights("close", table, "select, insert"),
  ),
]

export const walls: RawBuilder<unknown>[] = [...web, ...worker, ...close]
