import { type RawBuilder, sql } from "kysely"

// The key of a survey that lies on the server can be brought back from two of three shares, which people hold. Nothing
// of the shares is kept: two of them make the private half of the public one here, or they are wrong.
export const recovery: RawBuilder<unknown>[] = [
  sql`alter table app.survey
    add column sealing_key text,
    add column recovery_taken_at timestamptz,
    add column recovery_tried_at timestamptz,
    add column key_missing_since timestamptz,
    add check (recovery_tried_at is null or sealing_key is not null)`,
]
