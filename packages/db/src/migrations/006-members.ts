import { type RawBuilder, sql } from "kysely"

// Who works with Throughline besides HR: leaders, who stand for a person of the org chart, and analysts. They come by
// an invitation of which only the secret's hash is kept.
export const members: RawBuilder<unknown>[] = [
  // No foreign key: who leaves is deleted from the registry, and the member then stands for nobody.
  sql`alter table app.member add column person_id uuid`,
  sql`create table app.member_invitation (
    organization_id uuid not null references app.organization on delete cascade,
    invitation_id uuid not null,
    email text not null,
    name text not null,
    role text not null check (role in ('hr', 'leader', 'analyst')),
    person_id uuid,
    secret_hash bytea not null,
    invited_by text not null,
    created_at timestamptz not null,
    mailed_at timestamptz,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (organization_id, invitation_id),
    unique (organization_id, secret_hash),
    check (person_id is not null or role <> 'leader')
  )`,
  // One address is invited once at a time.
  sql`create unique index member_invitation_open on app.member_invitation (organization_id, email)
    where accepted_at is null and withdrawn_at is null`,
  sql`alter table app.member_invitation enable row level security`,
  sql`alter table app.member_invitation force row level security`,
  sql`create policy organization on app.member_invitation
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant select, insert, update on app.member_invitation to throughline_web`,
]
