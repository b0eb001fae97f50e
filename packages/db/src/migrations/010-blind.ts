import { type RawBuilder, sql } from "kysely"

// Blind ballots: a ballot's right to be counted is a signature that the server made without seeing it. The box hears
// nothing of invitations any more, and an invitation remembers only which blinded message was signed for it.

/**
 * Ballots that came with their links cannot be counted like blind ones, and a survey promises one or the other. Forced
 * row-level security also hides the rows from their owner, who has to look at them here.
 */
const onlyClosed = [
  sql`alter table app.survey no force row level security`,
  sql`do $check$
    begin
      if exists (select from app.survey where state in ('open', 'closing')) then
        raise exception 'a survey of an earlier version is still open'
          using hint = 'Close it with the version it was launched with, then upgrade. The demo starts anew after: npm run reset';
      end if;
    end
  $check$`,
  sql`alter table app.survey force row level security`,
]

const columns = [
  sql`alter table app.survey
    add column words text[],
    add column signing_bits integer not null default 2048 check (signing_bits in (2048, 3072))`,
  sql`alter table app.cohort add column signing_key jsonb`,
  // The SHA-256 of the blinded message that was signed; null: none yet. The close forgets it.
  sql`alter table registry.invitation
    drop column answered,
    add column signed_message bytea check (octet_length(signed_message) = 32)`,
  sql`alter table box.ballot add column credential bytea not null`,
]

/** Number n belongs to cohort n from the launch on. The private half is sealed by the key directory. */
const keys = [
  sql`create table registry.signing_key (
    organization_id uuid not null,
    survey_id uuid not null,
    number integer not null check (number >= 0),
    bits integer not null,
    public jsonb not null,
    private bytea not null,
    primary key (organization_id, survey_id, number),
    foreign key (organization_id, survey_id) references app.survey on delete cascade
  )`,
  sql`alter table registry.signing_key enable row level security`,
  sql`alter table registry.signing_key force row level security`,
  sql`create policy organization on registry.signing_key
    using (organization_id = nullif(current_setting('throughline.organization', true), '')::uuid)`,
  sql`grant select, insert, delete on registry.signing_key to throughline_web`,
  // The close destroys keys and reads none.
  sql`grant delete on registry.signing_key to throughline_close`,
  sql`grant select (organization_id, survey_id) on registry.signing_key to throughline_close`,
]

/**
 * The only way into the box. Security definer: whoever may call it needs no right on the box. It stays inside
 * the organization of the transaction also when its owner is a superuser, whom no row-level security binds. That the
 * signatures are good has been checked by the caller, and the close checks all of them again.
 */
const cast = sql`create function box.cast(
    p_organization uuid, p_survey uuid, p_cohort integer, p_ballot_key bytea, p_sequence integer,
    p_credential bytea, p_ciphertext bytea, p_signature bytea
  ) returns text
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $function$
declare
  survey_state text;
  survey_closes timestamptz;
  cohort_known boolean;
begin
  if p_organization is distinct from nullif(current_setting('throughline.organization', true), '')::uuid then
    return 'unknown';
  end if;

  -- Shared with the other casts, against the close: a survey that is open here stays open until commit.
  select state, closes_at into survey_state, survey_closes from app.survey
    where organization_id = p_organization and survey_id = p_survey
    for share;
  cohort_known := exists (select from app.cohort
    where organization_id = p_organization and survey_id = p_survey and cohort_id = p_cohort);
  if survey_state is null or survey_state = 'draft' or not cohort_known then
    return 'unknown';
  elsif survey_state <> 'open' or survey_closes <= clock_timestamp() then
    -- The promised date holds also while the sweep that closes the survey has not come yet.
    return 'closed';
  end if;

  -- A ballot key that is there already is corrected, never put into another cohort, and only by a higher number:
  -- neither a retry nor an older ballot that was overtaken on its way changes anything.
  insert into box.ballot as ballot
      (organization_id, survey_id, ballot_key, cohort_id, sequence, credential, ciphertext, signature)
    values (p_organization, p_survey, p_ballot_key, p_cohort, p_sequence, p_credential, p_ciphertext, p_signature)
    on conflict (organization_id, survey_id, ballot_key) do update
      set sequence = excluded.sequence, credential = excluded.credential, ciphertext = excluded.ciphertext,
        signature = excluded.signature
      where ballot.cohort_id = excluded.cohort_id and ballot.sequence < excluded.sequence;
  return case when found then 'stored' else 'kept' end;
end
$function$`

export const blind: RawBuilder<unknown>[] = [
  ...onlyClosed,
  ...columns,
  ...keys,
  sql`drop function box.cast(uuid, uuid, integer, bytea, bytea, integer, bytea, bytea)`,
  cast,
  sql`revoke all on function box.cast from public`,
  sql`grant execute on function box.cast to throughline_web`,
]
