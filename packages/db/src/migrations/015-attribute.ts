import { type RawBuilder, sql } from "kysely"

// One attribute that a survey may ask inside the sealed ballot. The frozen chart keeps which of the frozen values the
// people file gave each person: it fills the question in beforehand, and it is what a reader of the results is taken to
// know. What a person answered stands only in the ballot.
export const attribute: RawBuilder<unknown>[] = [
  sql`alter table app.survey
    add column attribute text check (attribute in ('location', 'department', 'title'))`,
  sql`alter table registry.frozen_person
    add column attribute smallint check (attribute between 0 and 99)`,
  // Which cells of a table are small is judged as by somebody who knows everybody's value.
  sql`grant select (attribute) on registry.frozen_person to throughline_close`,
]
