import { type RawBuilder, sql } from "kysely"

// Who holds the key of a survey: the server, or three people. Of these the database keeps what each of them may see of
// the others, and what each of them has dealt: two points and three parts of shares, each part sealed to one of them. No
// private key is ever here.
export const trustees: RawBuilder<unknown>[] = [
  sql`alter table app.survey
    add column sealing text not null default 'server' check (sealing in ('server', 'trustees'))`,
  sql`create table app.trustee (
    organization_id uuid not null,
    survey_id uuid not null,
    seat integer not null check (seat between 1 and 3),
    name text not null,
    email text not null,
    nonce bytea not null,
    secret_hash bytea not null,
    mailed_at timestamptz,
    reminded_at timestamptz,
    public_key bytea check (octet_length(public_key) = 65),
    dealing jsonb,
    tried_at timestamptz,
    handed_to integer check (handed_to between 1 and 3 and handed_to <> seat),
    handed_share bytea,
    primary key (organization_id, survey_id, seat),
    unique (organization_id, secret_hash),
    unique (organization_id, survey_id, email),
    foreign key (organization_id, survey_id) references app.survey on delete cascade,
    check (dealing is null or public_key is not null),
    check (tried_at is null or public_key is not null),
    check ((handed_to is null) = (handed_share is null))
  )`,
  sql`alter table app.trustee enable row level security`,
  sql`alter table app.trustee force row level security`,
  sql`create policy organization on app.trustee
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant select, insert, update, delete on app.trustee to throughline_web`,
  sql`grant select, update (mailed_at, reminded_at) on app.trustee to throughline_worker`,
  // The close destroys what they have dealt and handed over in the transaction that writes the results.
  sql`grant select, update (dealing, handed_to, handed_share) on app.trustee to throughline_close`,
]
