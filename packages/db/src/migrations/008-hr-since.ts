import { type RawBuilder, sql } from "kysely"

// Since when a member is of HR, by the database's clock. Only who was of HR before a survey's launch has a say in
// closing it early: otherwise one person could invite a second account of their own and agree with it. Who is of HR
// already counts as if since the organization was made.
export const hrSince: RawBuilder<unknown>[] = [
  sql`alter table app.member add column hr_since timestamptz`,
  // Forced row-level security also hides the rows from their owner, who has to fill them here.
  sql`alter table app.organization no force row level security`,
  sql`alter table app.member no force row level security`,
  sql`update app.member as member set hr_since = organization.created_at
    from app.organization as organization
    where organization.organization_id = member.organization_id and member.role = 'hr'`,
  sql`alter table app.organization force row level security`,
  sql`alter table app.member force row level security`,
]
