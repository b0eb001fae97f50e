import { type RawBuilder, sql } from "kysely"

// Leading indicators that foretell a KPI, and who keeps them.

const keeper = [
  sql`alter table app.member drop constraint member_role_check,
    add constraint member_role_check check (role in ('hr', 'leader', 'analyst', 'keeper', 'operator'))`,
  sql`alter table app.member_invitation drop constraint member_invitation_role_check,
    add constraint member_invitation_role_check check (role in ('hr', 'leader', 'analyst', 'keeper'))`,
]

export const drivers: RawBuilder<unknown>[] = [...keeper]
