import { type RawBuilder, sql } from "kysely"

// Where an invitation went, as a hash: a reminder goes there or nowhere, so that nobody who changes addresses
// afterwards gets the reminders, which go only to those who have not answered. Mails sent before this have none, and
// are followed by no reminder: what became of their addresses meanwhile cannot be known.
export const sentAddress: RawBuilder<unknown>[] = [
  sql`alter table registry.mail add column sent_to bytea`,
  // Links begin as they did at the launch, whoever changes the domain afterwards.
  sql`alter table app.survey add column link_base text`,
  // The close forgets where invitations went, and changes nothing else of them.
  sql`grant update (sent_to) on registry.mail to throughline_close`,
]
