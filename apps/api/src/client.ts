import { hc } from "hono/client"
import type { Api } from "./app.ts"

/** The typed client of the web: paths, bodies and answers come from the routes. */
export type Client = ReturnType<typeof hc<Api>>

export type { ApiKeyList } from "./api-keys/schemas.ts"
export type { Attribute } from "./attributes/schemas.ts"
export type {
  DriverBrief,
  DriverChange,
  DriverDetail,
  DriverList,
  DriverValues,
  NewDriver,
} from "./drivers/schemas.ts"
export type { DescribedFile, ImportPreview, ImportSettings } from "./imports/schemas.ts"
export type {
  InstrumentDetail,
  InstrumentSummary,
  PublishedVersion,
  SavedDraft,
} from "./instruments/schemas.ts"
export type {
  CheckedImport as CheckedKpis,
  DoneImport as DoneKpis,
  ImportChoices as KpiChoices,
  Kpi,
  KpiChanges,
  KpiUnit,
  KpiUnits,
  KpiValues,
  NewKpi,
} from "./kpis/schemas.ts"
export type { Links, Points as LinkPoints, Profile as UnitProfile } from "./links/schemas.ts"
export type { LetterPlan, Letters, MailCheck, MailOverview, MailSample, SurveyMails } from "./mail/schemas.ts"
export type { InvitedRole, Leader, MemberList } from "./members/schemas.ts"
export type { PeopleList } from "./people/schemas.ts"
/** Shapes the screens pass on. */
export type { ProblemBody, ProblemCode } from "./problem.ts"
export type { CodedPriorities, ReleasedComments } from "./releases/stored-release.ts"
export type { CodingView } from "./reviews/coding/schemas.ts"
export type { ChangedReview, Review, Reviewers, ReviewPage, ReviewViews } from "./reviews/schemas.ts"
export type { Cut, Participation, Survey, SurveySettings, SurveySummary } from "./surveys/schemas.ts"
export type { HrTrustees, OpenedTrustee, TrusteeStanding } from "./trustees/schemas.ts"

/** Talks to the server this page came from; the session cookie goes along. */
export function client(base = "/"): Client {
  return hc<Api>(base)
}
