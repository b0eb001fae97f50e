// What every table holds, as Kysely sees it. The SQL in migrations/ is the law; a test compares the two.
// Values are the same on both databases: bigint and count are numbers, timestamptz is a Date, date is
// 'YYYY-MM-DD', numeric is a string, bytea a Uint8Array, jsonb what was stored.
import type { ColumnType, Generated, Kysely, RawBuilder, Transaction } from "kysely"

/** A jsonb column: reads as T, is written through `jsonb(value)` only, so that both drivers store the same. */
export type Json<T> = ColumnType<T, RawBuilder<T>, RawBuilder<T>>
/** A jsonb column that may be SQL null; `jsonb(null)` is SQL null too, never the JSON null. */
export type NullableJson<T> = ColumnType<
  T | null,
  RawBuilder<T> | RawBuilder<T | null> | RawBuilder<null> | null | undefined,
  RawBuilder<T> | RawBuilder<T | null> | RawBuilder<null> | null
>

export type MemberRole = "hr" | "leader" | "analyst" | "keeper" | "operator"
export type SurveyState = "draft" | "open" | "closing" | "closed"
/** "imported": the answers were given elsewhere, in no sealed ballot box. */
export type SurveySource = "asked" | "imported"
export type SealingMode = "server" | "trustees"
export type SurveyOutcome = "released" | "too-few"
export type MailState = "none" | "queued" | "sending" | "deferred" | "sent" | "refused" | "unsure"
/** Who is invited: the named departments (null: all) and the first `layers` layers (null: all). */
export interface Audience {
  departments: string[] | null
  layers: number | null
}

export interface OrganizationTable {
  organization_id: string
  name: string
  /** the strategy words; shape: StrategyWords of @throughline/instrument */
  words: NullableJson<unknown>
  /** IANA name; every date that people read is said in it */
  time_zone: Generated<string>
  /** false: nobody has looked at the time zone yet */
  time_zone_chosen: Generated<boolean>
  /** links in mails begin with it; null: with PUBLIC_URL */
  link_base: string | null
  created_at: Generated<Date>
}

export interface MemberTable {
  organization_id: string
  /** auth.app_user.id */
  user_id: string
  role: MemberRole
  /** the person of the org chart whose unit a leader sees; null: stands for nobody */
  person_id: string | null
  /** since when of HR, by the database's clock; null: is not of HR */
  hr_since: Date | null
}

/** An invitation to become a member, sent by mail; single use, over after seven days. */
export interface MemberInvitationTable {
  organization_id: string
  invitation_id: string
  /** in lower case */
  email: string
  name: string
  role: "hr" | "leader" | "analyst" | "keeper"
  person_id: string | null
  /** SHA-256 of the link's secret; the secret itself is stored nowhere */
  secret_hash: Uint8Array
  /** auth.app_user.id */
  invited_by: string
  created_at: Date
  /** null: the mail server has not taken the mail */
  mailed_at: Date | null
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface SurveyTable {
  organization_id: string
  survey_id: string
  name: string
  state: Generated<SurveyState>
  /** smallest group ever shown, ≥ 5; never lowered after launch */
  k: number
  audience: Json<Audience>
  /** the column of the people file that is asked inside the ballot; null: none */
  attribute: "location" | "department" | "title" | null
  languages: string[]
  closes_at: Date | null
  launched_at: Date | null
  closed_at: Date | null
  outcome: SurveyOutcome | null
  /** while it is being closed: how far, and when the process that closes it last said so */
  close_percent: number | null
  close_told_at: Date | null
  /** a ready-made one's name or app.instrument's id; what a launched survey asks stands in `questionnaire` */
  instrument_id: Generated<string>
  instrument_version: Generated<number>
  /** frozen at launch; shape: Questionnaire of @throughline/instrument */
  questionnaire: NullableJson<unknown>
  /** shape: Key of @throughline/instrument; never leaves the server before the close */
  answer_key: NullableJson<unknown>
  /** shape: Manifest of @throughline/ballot */
  manifest: NullableJson<unknown>
  /** the manifest as six words, filled at launch */
  words: string[] | null
  /** length of the cohorts' signing keys */
  signing_bits: Generated<number>
  /** of a draft: when it is meant to open; null: when somebody launches it */
  launch_at: Date | null
  /** auth.app_user.id of whoever scheduled the launch; null: it does not launch by itself */
  launch_scheduled_by: string | null
  /** why the scheduled launch did not happen, in words for HR */
  launch_fault: string | null
  /** invitations go out over so many minutes */
  mail_spread_minutes: Generated<number>
  /** days before the close on which those who have not answered are reminded */
  reminder_days: Generated<number[]>
  /** when a test mail was last sent */
  tested_at: Date | null
  /** the close that was promised first; null: closes_at is it, the survey was never extended */
  promised_closes_at: Date | null
  /** auth.app_user.id of whoever asks to close early; another HR member has to agree */
  close_asked_by: string | null
  close_asked_at: Date | null
  /** what the links of this survey begin with, frozen at launch; null: PUBLIC_URL */
  link_base: string | null
  /** who holds the key: the server, with recovery shares, or three trustees, of whom two can open the box */
  sealing: Generated<SealingMode>
  /** public half of the key that ballots are sealed with, as the manifest will name it; of a draft: made with its shares */
  sealing_key: string | null
  /** when the recovery shares of this key were taken, and when two of them were put in again */
  recovery_taken_at: Date | null
  recovery_tried_at: Date | null
  /** since when the key of an open survey cannot be read; HR has been told */
  key_missing_since: Date | null
  /** never changes */
  source: Generated<SurveySource>
  created_at: Generated<Date>
}

/** shape: Dealing of @throughline/ballot */
export interface TrusteeDealing {
  a: string
  b: string
  sealed: string[]
}

/** One of the three who hold the key of a survey between them. No private key and no open share is ever here. */
export interface TrusteeTable {
  organization_id: string
  survey_id: string
  /** 1 to 3 */
  seat: number
  name: string
  /** in lower case */
  email: string
  /** the link's secret = HMAC(key, survey, seat, nonce) */
  nonce: Uint8Array
  /** SHA-256 of the link's secret; the secret itself is stored nowhere */
  secret_hash: Uint8Array
  /** null: the mail server has not taken a mail with the present link */
  mailed_at: Date | null
  /** when a mail last told or reminded of something to be done */
  reminded_at: Date | null
  /** P-256, uncompressed; the private half is in the trustee's browser and file */
  public_key: Uint8Array | null
  /** what this one has dealt of the survey's key: two points, and a part of a share sealed to each of the three */
  dealing: NullableJson<TrusteeDealing>
  /** when the share was last opened with the file */
  tried_at: Date | null
  /** the seat of the trustee to whom handed_share is sealed */
  handed_to: number | null
  handed_share: Uint8Array | null
}

/** The file that an imported survey was made from; of its rows nothing is kept but what a close keeps. */
export interface SurveyImportTable {
  organization_id: string
  survey_id: string
  file_name: string
  /** SHA-256 of its bytes: the same file is not imported twice */
  file_hash: Uint8Array
  people: number
  /** rows that could not be counted */
  refused: number
  /** auth.app_user.id */
  imported_by: string | null
  imported_at: Generated<Date>
}

export interface InstrumentTable {
  organization_id: string
  instrument_id: string
  /** shape: Instrument of @throughline/instrument, perhaps half-written */
  draft: Json<unknown>
  /** counts the changes of the draft: who saves says which one was changed */
  revision: Generated<number>
  created_at: Generated<Date>
  changed_at: Generated<Date>
}

/** Published and never changed again. */
export interface InstrumentVersionTable {
  organization_id: string
  instrument_id: string
  version: number
  /** shape: Instrument of @throughline/instrument */
  body: Json<unknown>
  published_at: Generated<Date>
}

export interface CohortTable {
  organization_id: string
  survey_id: string
  cohort_id: number
  /** position of the manager it is anchored at, -1 = virtual head */
  anchor: number
  layer_from: number
  layer_to: number
  kind: string
  invited: number
  name: string
  merged: string | null
  /** shape: SigningKey of @throughline/ballot; null: launched by an earlier version */
  signing_key: NullableJson<unknown>
}

/** How many people an import took in, left out and changed. */
export interface ImportCounts {
  joined: number
  left: number
  /** have another manager */
  moved: number
  /** had no manager and have one now */
  attached: number
  /** had a manager and have none now */
  detached: number
  changed: number
}

export interface PeopleImportTable {
  organization_id: string
  import_id: string
  file_name: string
  people: number
  layers: number | null
  difference: NullableJson<ImportCounts>
  /** clicks that mended the file */
  repairs: Generated<number>
  /** auth.app_user.id; null: the demo, or an earlier version */
  imported_by: string | null
  imported_at: Generated<Date>
  undone_at: Date | null
  undone_by: string | null
}

/** The people as they were before the last import, gzipped, until the next one or until it is undone. */
export interface PeopleBeforeTable {
  organization_id: string
  import_id: string
  people: Uint8Array
}

/** The one rounded picture of participation of the day; replaced daily, no finer history is kept. */
export interface ParticipationTable {
  organization_id: string
  survey_id: string
  day: string
  body: Json<unknown>
}

export interface PersonTable {
  organization_id: string
  person_id: string
  /** the id in the organization's own file; unique in the organization */
  source_id: string
  name: string
  email: string | null
  title: string
  department: string
  location: string
  language: string | null
  manager_id: string | null
  active: Generated<boolean>
}

/** The org chart as it was at launch: one row a position. */
export interface FrozenPersonTable {
  organization_id: string
  survey_id: string
  position: number
  person_id: string
  /** -1 top */
  manager_position: number
  layer: number
  unit_name: string
  invited: boolean
  cohort_id: number | null
  /** place of the value that the people file gives this person, among those the questionnaire asks; null: none */
  attribute: number | null
  /** null: launched by an earlier version */
  department: string | null
}

export interface InvitationTable {
  organization_id: string
  survey_id: string
  person_id: string
  cohort_id: number
  nonce: Uint8Array
  /** SHA-256 of the link's secret; the secret itself is stored nowhere */
  secret_hash: Uint8Array
  has_reports: boolean
  language: string
  /** SHA-256 of the blinded message that was signed for this invitation; null: none yet, or the survey is closed */
  signed_message: Uint8Array | null
  /** the secret is a code that can be typed in, for people whom no mail reaches */
  printed: Generated<boolean>
  /** SHA-256 of the secret that stops reminders; null: invited before there were any */
  stop_hash: Uint8Array | null
  reminders_stopped: Generated<boolean>
}

/** Signs ballots of one cohort, without seeing them; made for a draft in advance, destroyed by the close. */
export interface SigningKeyTable {
  organization_id: string
  survey_id: string
  /** from the launch on the cohort's id */
  number: number
  bits: number
  /** shape: SigningKey of @throughline/ballot */
  public: Json<unknown>
  /** PKCS #8, sealed by the key directory */
  private: Uint8Array
}

/** One mail to one person: the invitation (wave 0) or a reminder. Reminders are deleted at the close. */
export interface MailTable {
  organization_id: string
  survey_id: string
  wave: number
  person_id: string
  /** sending: claimed by a process; unsure: tried twice, and neither time is it known whether it arrived */
  state: MailState
  /** the first part of its Message-ID, the same each time it is tried */
  message_id: Generated<string>
  /** when it may be tried next; null: it is not to be tried */
  due_at: Date | null
  claimed_at: Date | null
  /** counts claims; whoever claimed it may settle it only while this is still the same */
  attempt: Generated<number>
  deferrals: Generated<number>
  /** sends of which it is not known whether they arrived, each followed by another */
  copies: Generated<number>
  soft_bounces: Generated<number>
  refused_address: string | null
  /** SMTP status, e.g. 5.1.1 or 550 */
  refused_status: string | null
  /** of an invitation: a hash of the address it was last sent to; null: never sent, or the survey is closed */
  sent_to: Uint8Array | null
}

/** An address that a mail server refused for good: nothing more is sent there. In lower case. */
export interface SuppressedAddressTable {
  organization_id: string
  address: string
  status: string
  since: Generated<Date>
}

/** That reminders went out, and on which day; to whom is not kept. */
export interface ReminderWaveTable {
  organization_id: string
  survey_id: string
  wave: number
  due_on: string
  is_last: boolean
  began_at: Generated<Date>
}

/** Whoever fetches letters could use the codes in them, so it is noted. */
export interface LetterPrintTable {
  organization_id: string
  survey_id: string
  print_id: Generated<string>
  printed_by: string
  printed_at: Generated<Date>
  letters: number
}

/** From the first six characters of a link to its organization. */
export interface OrganizationCodeTable {
  code: string
  organization_id: string
}

/** Delivery reports that belong to no mail of ours. */
export interface UnmatchedReportTable {
  day: string
  reports: number
}

/** A sealed ballot: no person, no time, no serial id. */
export interface BallotTable {
  organization_id: string
  survey_id: string
  ballot_key: Uint8Array
  cohort_id: number
  sequence: number
  /** the cohort's signature over the ballot key */
  credential: Uint8Array
  ciphertext: Uint8Array
  signature: Uint8Array
}

/** One row an item over all respondents, shuffled once; item "atom" holds Int32 little-endian, others Int8. */
export interface ObservationTable {
  organization_id: string
  survey_id: string
  item: string
  item_values: Uint8Array
}

export interface CommentTable {
  organization_id: string
  survey_id: string
  comment_id: Generated<string>
  question: string
  /** index of the coarser group it may be read in */
  coarse: number
  body: string
}

export interface ReleaseTable {
  organization_id: string
  survey_id: string
  release_id: number
  created_at: Generated<Date>
  /** shape: Release of @throughline/analysis */
  body: Json<unknown>
}

/** Who may read the comments of a survey once it is closed; frozen at launch by a trigger. */
export interface SurveyReviewerTable {
  organization_id: string
  survey_id: string
  /** auth.app_user.id */
  user_id: string
  /** as printed in the promise; null: not launched yet */
  name: string | null
}

/** Each look at the comments; written by results.open_comments only. */
export interface ReviewViewTable {
  organization_id: string
  survey_id: string
  view_id: Generated<string>
  user_id: string
  viewed_at: Generated<Date>
}

/** From and to in UTF-16 code units. */
export interface RedactedPart {
  from: number
  to: number
}

/** What the reviewers say of one comment; its words stand in results.comment only. */
export interface CommentReviewTable {
  organization_id: string
  survey_id: string
  comment_id: string
  /** counts the changes: who saves says which one was changed */
  revision: number
  decision: "open" | "release" | "keep"
  topic: string | null
  redactions: Json<RedactedPart[]>
  /** auth.app_user.id */
  changed_by: string
}

/** What one of the two coders says that a text is about; neither sees the other's until both are done. */
export interface TextCodeTable {
  organization_id: string
  survey_id: string
  comment_id: string
  /** auth.app_user.id */
  user_id: string
  question: string
  code: string
}

/** What stands where the two coders differ. */
export interface SettledCodeTable {
  organization_id: string
  survey_id: string
  comment_id: string
  question: string
  revision: number
  code: string
  /** auth.app_user.id */
  settled_by: string
}

/** Under which told count a comment stood in a release. */
export interface CountedCommentTable {
  organization_id: string
  survey_id: string
  release_id: number
  comment_id: string
  cell: string
}

/** What somebody who does not trust the server needs to check a closed survey. */
export interface BundleTable {
  organization_id: string
  survey_id: string
  /** shape: Bundle of @throughline/ballot */
  body: Json<unknown>
}

/** A survey table that others published, or that is kept of earlier surveys: percents by layer or unit. */
export interface PublishedTableTable {
  organization_id: string
  table_id: Generated<string>
  name: string
  whose: "own" | "others"
  /** where it comes from, and under which licence */
  source: string
  /** what it cannot say */
  limits: string
  kind: "layers" | "units"
  file_name: string
  rows: number
  /** rows of the file that did not count */
  refused: number
  /** points that a percent may be off */
  rounding: number
  /** auth.app_user.id */
  added_by: string | null
  added_at: Generated<Date>
}

export interface PublishedQuestionTable {
  organization_id: string
  table_id: string
  number: number
  question: string
  /** figures, steps and what is missing; shape: ToldQuestion of the API */
  told: Json<unknown>
}

export type KpiRole = "outcome" | "indicator" | "plan"
/** How long a KPI's periods are: one kind a KPI. */
export type KpiPeriodKind = "year" | "half" | "quarter" | "month" | "week" | "day"

export interface KpiTable {
  organization_id: string
  kpi_id: Generated<string>
  name: string
  /** the name as files are compared by it */
  key: string
  /** what it is counted in: EUR, percent, days */
  measure: Generated<string>
  /** which way is better */
  direction: "higher" | "lower"
  role: Generated<KpiRole>
  owner: Generated<string>
  /** null: has had no value yet */
  period_kind: KpiPeriodKind | null
  /** counts the writings of its values */
  revision: Generated<number>
  created_at: Generated<Date>
}

/** An org unit as KPI files call it, and what it is mapped to. */
export interface KpiUnitTable {
  organization_id: string
  /** place in the packed values; never given to another label */
  number: number
  label: string
  /** the label as files are compared by it */
  key: string
  /** null: mapped to nothing yet; none: not of this organization */
  target: "unit" | "department" | "whole" | "none" | null
  /** of a unit: its head; may be gone from the people */
  person_id: string | null
  department: string | null
  /** auth.app_user.id; null: mapped by rule */
  mapped_by: string | null
}

export interface KpiValuesTable {
  organization_id: string
  kpi_id: string
  /** of the period, among those of its kind */
  ordinal: number
  /** Float64 little-endian, by number of the unit; NaN: none */
  unit_values: Uint8Array
  /** how many values, and their range; null: none */
  filled: number
  lowest: number | null
  highest: number | null
}

/** Lets a program of the organization in, for one purpose. */
export interface ApiKeyTable {
  organization_id: string
  key_id: Generated<string>
  name: string
  scope: "kpis:write"
  /** SHA-256; the key itself is stored nowhere */
  secret_hash: Uint8Array
  /** auth.app_user.id */
  created_by: string | null
  created_at: Generated<Date>
  expires_at: Date | null
  last_used_on: string | null
  revoked_at: Date | null
}

/** One writing of KPI values. */
export interface KpiWriteTable {
  organization_id: string
  number: number
  source: "file" | "key" | "keeper" | "undo"
  file_name: string | null
  /** auth.app_user.id */
  written_by: string | null
  key_id: string | null
  written_at: Date
  /** values where there was none */
  added: number
  corrected: number
  /** number of the writing that took it back */
  undone_by: number | null
}

/** What a writing changed of one KPI and period. */
export interface KpiChangeTable {
  organization_id: string
  number: number
  kpi_id: string
  ordinal: number
  /** nothing was there of this period: all that is, was added */
  is_new: boolean
  /** a bit a unit: had no value before */
  added: Uint8Array
  /** Int32 little-endian: units whose value was another one; before and after are Float64 */
  units: Uint8Array
  before: Uint8Array
  after: Uint8Array
}

/** A leading indicator that foretells a KPI. */
export interface DriverTable {
  organization_id: string
  driver_id: Generated<string>
  name: string
  indicator_id: string
  outcome_id: string
  /** null: nothing was planned */
  plan_id: string | null
  /** so many periods ahead */
  horizon: number
  /** where the indicator is to be, and by when */
  target: number | null
  deadline: string | null
  /** auth.app_user.id of the member who enters the indicator's values, and of the one who gets the alert */
  keeper_id: string | null
  receiver_id: string | null
  active: Generated<boolean>
  created_at: Date
  /** the state of the data that was last looked at; null: none yet */
  seen: string | null
  /** what was found then; shape: Told of the API */
  told: NullableJson<unknown>
}

/** What a driver foretold, when, from which state of the data. Never changed. */
export interface DriverPredictionTable {
  organization_id: string
  driver_id: string
  number: number
  /** the period it was foretold from, and the one it was foretold for; canonical texts */
  base: string
  period: string
  /** SHA-256 of what was foretold: the same is kept once */
  digest: Uint8Array
  /** shape: DriverFit of @throughline/analysis */
  fit: Json<unknown>
  /** by column; shape: PackedPredictions of the API */
  predictions: Json<unknown>
  /** shape: BehindPlan of @throughline/analysis */
  behind: NullableJson<unknown>
  made_at: Date
}

/** The mail about units that will likely miss their plan: one a driver and period. */
export interface DriverAlertTable {
  organization_id: string
  driver_id: string
  period: string
  /** of the prediction it tells of */
  number: number
  /** auth.app_user.id; may be gone */
  receiver_id: string
  /** what the receiver was called then */
  name: string
  subject: string
  paragraphs: string[]
  /** first part of the Message-ID: the same each time it is tried */
  message_id: string
  made_at: Date
  /** when a process last began to send it; null: none is at it */
  claimed_at: Date | null
  sent_at: Date | null
}

/** better-auth's user table; its columns are camelCase and must stay quoted in SQL. */
export interface AppUserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  organizationId: string | null
}

export interface Schema {
  "app.organization": OrganizationTable
  "app.member": MemberTable
  "app.member_invitation": MemberInvitationTable
  "app.survey": SurveyTable
  "app.survey_import": SurveyImportTable
  "app.instrument": InstrumentTable
  "app.instrument_version": InstrumentVersionTable
  "app.trustee": TrusteeTable
  "app.cohort": CohortTable
  "app.people_import": PeopleImportTable
  "app.participation": ParticipationTable
  "registry.person": PersonTable
  "registry.people_before": PeopleBeforeTable
  "registry.frozen_person": FrozenPersonTable
  "registry.invitation": InvitationTable
  "registry.signing_key": SigningKeyTable
  "registry.mail": MailTable
  "registry.suppressed_address": SuppressedAddressTable
  "app.reminder_wave": ReminderWaveTable
  "app.letter_print": LetterPrintTable
  "auth.organization_code": OrganizationCodeTable
  "auth.unmatched_report": UnmatchedReportTable
  "box.ballot": BallotTable
  "results.observation": ObservationTable
  "results.comment": CommentTable
  "results.release": ReleaseTable
  "results.bundle": BundleTable
  "results.counted_comment": CountedCommentTable
  "app.survey_reviewer": SurveyReviewerTable
  "app.review_view": ReviewViewTable
  "app.comment_review": CommentReviewTable
  "app.text_code": TextCodeTable
  "app.settled_code": SettledCodeTable
  "app.published_table": PublishedTableTable
  "app.published_question": PublishedQuestionTable
  "app.kpi": KpiTable
  "app.kpi_unit": KpiUnitTable
  "app.kpi_values": KpiValuesTable
  "app.kpi_write": KpiWriteTable
  "app.kpi_change": KpiChangeTable
  "app.api_key": ApiKeyTable
  "app.driver": DriverTable
  "app.driver_prediction": DriverPredictionTable
  "app.driver_alert": DriverAlertTable
  "auth.app_user": AppUserTable
}

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
