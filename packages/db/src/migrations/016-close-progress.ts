import { type RawBuilder, sql } from "kysely"

// How far a close has come, for whoever looks at the survey in whichever process, and when it was last said: a close that
// is at work need not be begun by another process, and one that says nothing any more is dead.
export const closeProgress: RawBuilder<unknown>[] = [
  sql`alter table app.survey
    add column close_percent smallint check (close_percent between 0 and 100),
    add column close_told_at timestamptz`,
  sql`grant update (close_percent, close_told_at) on app.survey to throughline_close`,
]
