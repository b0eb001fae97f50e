// The one door to the server. Screens call these functions and never fetch by themselves.

import type {
  Across,
  EngagementBeside,
  Knowing,
  LinkPair,
  Release,
  ReleaseGroup,
  Step,
} from "@throughline/analysis"
import {
  type ApiKeyList,
  type Attribute,
  type ChangedReview,
  type CheckedKpis,
  type CodedPriorities,
  type CodingView,
  type Cut,
  client,
  type DescribedFile,
  type DoneKpis,
  type DriverBrief,
  type DriverChange,
  type DriverDetail,
  type DriverList,
  type DriverValues,
  type HrTrustees,
  type ImportPreview,
  type ImportSettings,
  type InstrumentDetail,
  type InstrumentSummary,
  type InvitedRole,
  type Kpi,
  type KpiChanges,
  type KpiChoices,
  type KpiUnit,
  type KpiUnits,
  type KpiValues,
  type LetterPlan,
  type Letters,
  type LinkPoints,
  type Links,
  type MailCheck,
  type MailOverview,
  type MailSample,
  type MemberList,
  type NewDriver,
  type NewKpi,
  type Participation,
  type ProblemBody,
  type PublishedVersion,
  type ReleasedComments,
  type Review,
  type Reviewers,
  type ReviewPage,
  type ReviewViews,
  type SavedDraft,
  type Survey,
  type SurveyMails,
  type SurveySettings,
  type SurveySummary,
  type UnitProfile,
} from "@throughline/api/client"
import type { Instrument, Questionnaire, StrategyWords } from "@throughline/instrument"
import type { ColumnMap, Repair } from "@throughline/org"
import { type Failure, failure } from "./failure.ts"

export type {
  ApiKeyList,
  Attribute,
  ChangedReview,
  CheckedKpis,
  CodingView,
  Cut,
  DescribedFile,
  DoneKpis,
  DriverBrief,
  DriverDetail,
  HrTrustees,
  ImportPreview,
  ImportSettings,
  InstrumentDetail,
  InstrumentSummary,
  InvitedRole,
  Kpi,
  KpiChanges,
  KpiChoices,
  KpiUnit,
  KpiUnits,
  KpiValues,
  LetterPlan,
  Letters,
  LinkPoints,
  Links,
  MailCheck,
  MailOverview,
  MemberList,
  NewKpi,
  Participation,
  ReleasedComments,
  Review,
  Reviewers,
  ReviewPage,
  ReviewViews,
  Survey,
  SurveyMails,
  SurveySettings,
  SurveySummary,
  UnitProfile,
}
export type MailKind = "invitation" | "reminder" | "test" | "notice"
export type SampleKind = "invitation" | "reminder" | "last-reminder" | "letter"
export type Language = Survey["languages"][number]

const server = client("/").api

interface Reply<T> {
  ok: boolean
  status: number
  json(): Promise<T>
}

/** The body of an answer, or a Failure with the code of the problem. */
async function answer<T>(pending: Promise<Reply<T>>): Promise<T> {
  const reply = await pending.catch(() => {
    throw failure("connection.lost")
  })
  if (!reply.ok) throw failureOf(reply.status, await reply.json().catch(() => null))
  return reply.json().catch(() => {
    throw failure("server.unreadable")
  })
}

function failureOf(status: number, body: unknown): Failure {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Partial<ProblemBody>
  // The sign-in library answers in its own words; the status says enough.
  if (!String(problem.type ?? "").startsWith("urn:throughline:problem:")) {
    return failure(status === 401 ? "sign-in.refused" : status === 429 ? "request.too-many" : "server.error")
  }
  return failure(problem.code ?? "server.error", problem)
}

const auth = (path: string, body: unknown): Promise<Reply<unknown>> =>
  fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })

const named = (instrument: string) => ({ param: { instrument } })
const one = (survey: string) => ({ param: { survey } })

/** A people file as it is sent: its bytes, what was chosen, and the day and the people it was looked at with. */
export interface PeopleUpload {
  file: Blob
  fileName: string
  columns: ColumnMap | undefined
  repairs: Repair[]
  today: string
  version: number
}

function peopleForm({ file, columns, repairs, version, ...rest }: PeopleUpload) {
  return {
    ...rest,
    file: new File([file], "file"),
    version: String(version),
    repairs: JSON.stringify(repairs),
    ...(columns ? { columns: JSON.stringify(columns) } : {}),
  }
}

/** A file of old answers, and what was said of it. */
export interface OldAnswersFile {
  file: Blob
  fileName: string
}
export interface OldAnswersUpload extends OldAnswersFile {
  settings: ImportSettings
}

const oldAnswersForm = ({ file, fileName }: OldAnswersFile) => ({ file: new File([file], "file"), fileName })

/** A published table as it is sent. */
export interface PublishedUpload {
  file: Blob
  fileName: string
  topFirst: boolean
}
/** What HR says of it before it is kept. */
export interface PublishedFacts {
  name: string
  whose: "own" | "others"
  source: string
  limits: string
}

const publishedForm = ({ file, fileName, topFirst }: PublishedUpload) => ({
  ...{
    file: new File([file], "file"),
    fileName,
    topFirst: topFirst ? ("true" as const) : ("false" as const),
  },
})

/** A file of business figures, and what was said where it leaves something open. */
export interface KpiFile {
  file: Blob
  fileName: string
  choices: KpiChoices
}
/** What a KPI is. */
export type KpiBody = Pick<Kpi, "name" | "measure" | "direction" | "role" | "owner">
/** What a label of KPI files stands for. */
export type UnitTarget = NonNullable<KpiUnit["target"]>

const kpiForm = ({ file, fileName, choices }: KpiFile) => ({
  ...{ file: new File([file], "file"), fileName, choices: JSON.stringify(choices) },
})

export const api = {
  session: () => answer(server.session.$get()),
  signIn: (who: { email: string; password: string }) =>
    answer(auth("sign-in/email", { email: who.email, password: who.password })),
  signOut: () => answer(auth("sign-out", {})),
  forgotPassword: (email: string) => answer(server.password.forgotten.$post({ json: { email } })),
  newPassword: (json: { token: string; password: string }) => answer(server.password.new.$post({ json })),
  changePassword: (json: { current: string; password: string }) =>
    answer(server.password.changed.$post({ json })),
  members: (): Promise<MemberList> => answer(server.members.$get()),
  leaders: (q: string) => answer(server.members.leaders.$get({ query: { q } })),
  inviteMember: (json: { email: string; name: string; role: InvitedRole; personId: string | null }) =>
    answer(server.members.invitations.$post({ json })),
  inviteLayer: (layer: number) => answer(server.members.invitations.layer.$post({ json: { layer } })),
  inviteAgain: (invitation: string) =>
    answer(server.members.invitations[":invitation"].again.$post({ param: { invitation } })),
  withdrawInvitation: (invitation: string) =>
    answer(server.members.invitations[":invitation"].$delete({ param: { invitation } })),
  changeMember: (member: string, json: { role: InvitedRole; personId: string | null }) =>
    answer(server.members[":member"].$put({ param: { member }, json })),
  removeMember: (member: string) => answer(server.members[":member"].$delete({ param: { member } })),
  memberInvitation: (secret: string) =>
    answer(server["member-invitation"].$get({}, { headers: { Authorization: `Invitation ${secret}` } })),
  join: (secret: string, json: { name: string; password: string }) =>
    answer(
      server["member-invitation"].$post({ json }, { headers: { Authorization: `Invitation ${secret}` } }),
    ),
  results: () => answer(server.results.$get()),
  ownProgress: (id: string) => answer(server.results[":survey"].progress.$get(one(id))),
  demo: () => answer(server.demo.$get()),
  outbox: (q: string, kind: MailKind | "") =>
    answer(
      server.demo.outbox.$get({ query: { ...(q === "" ? {} : { q }), ...(kind === "" ? {} : { kind }) } }),
    ),
  mail: (): Promise<MailOverview> => answer(server.mail.$get()),
  mailCheck: (): Promise<MailCheck> => answer(server.mail.check.$get()),
  mailPreview: (survey: string, kind: SampleKind, language: Language): Promise<MailSample> =>
    answer(server.mail.preview.$get({ query: { survey, kind, language } })),
  saveLinkBase: (base: string | null) => answer(server.mail["link-base"].$put({ json: { base } })),
  mendAddress: (json: { person: string; address: string }) => answer(server.mail.addresses.$post({ json })),
  letterPlan: (id: string): Promise<LetterPlan> => answer(server.surveys[":survey"].letters.$get(one(id))),
  writeLetters: (id: string): Promise<Letters> => answer(server.surveys[":survey"].letters.$post(one(id))),
  organization: () => answer(server.organization.$get()),
  saveOrganization: (json: { name: string; timeZone: string }) =>
    answer(server.organization.settings.$put({ json })),
  takeTimeZone: (timeZone: string) => answer(server.organization["first-use"].$post({ json: { timeZone } })),
  saveWords: (json: StrategyWords) => answer(server.organization.words.$put({ json })),
  people: () => answer(server.people.$get()),
  importPeople: (sent: PeopleUpload) => answer(server.people.import.$post({ form: peopleForm(sent) })),
  describeOldAnswers: (sent: OldAnswersFile): Promise<DescribedFile> =>
    answer(server.imports.description.$post({ form: oldAnswersForm(sent) })),
  previewOldAnswers: ({ settings, ...sent }: OldAnswersUpload): Promise<ImportPreview> =>
    answer(
      server.imports.preview.$post({
        form: { ...oldAnswersForm(sent), settings: JSON.stringify(settings) },
      }),
    ),
  importOldAnswers: ({ settings, ...sent }: OldAnswersUpload): Promise<{ survey: string }> =>
    answer(server.imports.$post({ form: { ...oldAnswersForm(sent), settings: JSON.stringify(settings) } })),
  deleteOldAnswers: (survey: string) => answer(server.imports[":survey"].$delete(one(survey))),
  peopleImports: () => answer(server.people.imports.$get()),
  undoImport: (id: string) => answer(server.people.imports[":import"].undo.$post({ param: { import: id } })),
  drivers: (): Promise<DriverList> => answer(server.drivers.$get()),
  driver: (driver: string): Promise<DriverDetail> =>
    answer(server.drivers[":driver"].$get({ param: { driver } })),
  addDriver: (json: NewDriver) => answer(server.drivers.$post({ json })),
  changeDriver: (driver: string, json: DriverChange) =>
    answer(server.drivers[":driver"].$patch({ param: { driver }, json })),
  removeDriver: (driver: string) => answer(server.drivers[":driver"].$delete({ param: { driver } })),
  feedDriver: (driver: string, values: DriverValues["values"]) =>
    answer(server.drivers[":driver"].values.$post({ param: { driver }, json: { values } })),
  published: () => answer(server.published.$get()),
  publishedTable: (table: string) => answer(server.published[":table"].$get({ param: { table } })),
  publishedQuestion: (table: string, number: number) =>
    answer(
      server.published[":table"].questions[":number"].$get({ param: { table, number: String(number) } }),
    ),
  checkPublished: (sent: PublishedUpload) =>
    answer(server.published.check.$post({ form: publishedForm(sent) })),
  addPublished: ({ facts, ...sent }: PublishedUpload & { facts: PublishedFacts }) =>
    answer(server.published.$post({ form: { ...publishedForm(sent), ...facts } })),
  removePublished: (table: string) => answer(server.published[":table"].$delete({ param: { table } })),
  instruments: () => answer(server.instruments.$get()),
  createInstrument: (json: { from: string | null; name: string }): Promise<InstrumentDetail> =>
    answer(server.instruments.$post({ json })),
  importInstrument: (json: { name?: string; survey: unknown }) =>
    answer(server.instruments.import.$post({ json })),
  instrument: (id: string): Promise<InstrumentDetail> =>
    answer(server.instruments[":instrument"].$get(named(id))),
  saveInstrument: (
    id: string,
    { revision, body }: { revision: number; body: Instrument },
  ): Promise<SavedDraft> =>
    answer(server.instruments[":instrument"].$put({ ...named(id), json: { revision, body: { ...body } } })),
  publishInstrument: (id: string, revision: number): Promise<PublishedVersion> =>
    answer(server.instruments[":instrument"].versions.$post({ ...named(id), json: { revision } })),
  instrumentVersion: (id: string, version: number): Promise<PublishedVersion> =>
    answer(
      server.instruments[":instrument"].versions[":version"].$get({
        param: { instrument: id, version: String(version) },
      }),
    ),
  removeInstrument: (id: string) => answer(server.instruments[":instrument"].$delete(named(id))),
  surveys: () => answer(server.surveys.$get()),
  createSurvey: (name: string) => answer(server.surveys.$post({ json: { name } })),
  survey: (id: string): Promise<Survey> => answer(server.surveys[":survey"].$get(one(id))),
  saveSurvey: (id: string, json: SurveySettings): Promise<Survey> =>
    answer(server.surveys[":survey"].$put({ ...one(id), json })),
  cut: (id: string): Promise<Cut> => answer(server.surveys[":survey"].cut.$get(one(id))),
  testMail: (id: string, language: Language) =>
    answer(server.surveys[":survey"]["test-mail"].$post({ ...one(id), json: { language } })),
  // The questionnaire and the release cross the wire as the packages made them; their shapes are versioned there.
  preview: async (id: string): Promise<Questionnaire> => {
    const body: { questionnaire: unknown } = await answer(
      server.surveys[":survey"].preview.$get({ ...one(id), query: {} }),
    )
    return body.questionnaire as Questionnaire
  },
  trustees: (id: string): Promise<HrTrustees> => answer(server.surveys[":survey"].trustees.$get(one(id))),
  nameTrustees: (id: string, trustees: { name: string; email: string }[]): Promise<HrTrustees> =>
    answer(server.surveys[":survey"].trustees.$put({ ...one(id), json: { trustees } })),
  releaseTrustees: (id: string): Promise<HrTrustees> =>
    answer(server.surveys[":survey"].trustees.$delete(one(id))),
  sendTrusteeLink: (id: string, seat: number) =>
    answer(
      server.surveys[":survey"].trustees[":seat"].link.$post({ param: { survey: id, seat: String(seat) } }),
    ),
  launch: (id: string): Promise<Survey> => answer(server.surveys[":survey"].launch.$post(one(id))),
  surveyMails: (id: string): Promise<SurveyMails> => answer(server.surveys[":survey"].mails.$get(one(id))),
  copySurvey: (id: string, name: string): Promise<Survey> =>
    answer(server.surveys[":survey"].copies.$post({ ...one(id), json: { name } })),
  deleteDraft: (id: string) => answer(server.surveys[":survey"].$delete(one(id))),
  takeRecoveryShares: (id: string): Promise<{ shares: readonly string[] }> =>
    answer(server.surveys[":survey"]["recovery-shares"].$post(one(id))),
  tryRecoveryShares: (id: string, shares: [string, string]): Promise<Survey> =>
    answer(server.surveys[":survey"]["recovery-trial"].$post({ ...one(id), json: { shares } })),
  recoverKey: (id: string, shares: [string, string]): Promise<Survey> =>
    answer(server.surveys[":survey"].recovery.$post({ ...one(id), json: { shares } })),
  scheduleLaunch: (id: string, launchAt: string): Promise<Survey> =>
    answer(server.surveys[":survey"]["launch-schedule"].$put({ ...one(id), json: { launchAt } })),
  unscheduleLaunch: (id: string): Promise<Survey> =>
    answer(server.surveys[":survey"]["launch-schedule"].$delete(one(id))),
  extendSurvey: (id: string, closesAt: string): Promise<Survey> =>
    answer(server.surveys[":survey"].extension.$post({ ...one(id), json: { closesAt } })),
  askEarlyClose: (id: string): Promise<Survey> =>
    answer(server.surveys[":survey"]["early-close"].$post(one(id))),
  agreeToEarlyClose: (id: string): Promise<Survey> =>
    answer(server.surveys[":survey"]["early-close"].agreement.$post(one(id))),
  declineEarlyClose: (id: string): Promise<Survey> =>
    answer(server.surveys[":survey"]["early-close"].$delete(one(id))),
  participation: (id: string): Promise<Participation> =>
    answer(server.surveys[":survey"].participation.$get(one(id))),
  close: (id: string): Promise<Survey> => answer(server.surveys[":survey"].close.$post(one(id))),
  reviewers: (id: string): Promise<Reviewers> => answer(server.surveys[":survey"].reviewers.$get(one(id))),
  nameReviewers: (id: string, chosen: string[]): Promise<Reviewers> =>
    answer(server.surveys[":survey"].reviewers.$put({ ...one(id), json: { chosen } })),
  attribute: (id: string): Promise<Attribute> => answer(server.surveys[":survey"].attribute.$get(one(id))),
  chooseAttribute: (id: string, chosen: Attribute["chosen"]): Promise<Attribute> =>
    answer(server.surveys[":survey"].attribute.$put({ ...one(id), json: { chosen } })),
  reviewViews: (id: string): Promise<ReviewViews> =>
    answer(server.surveys[":survey"]["review-views"].$get(one(id))),
  comments: (id: string): Promise<ReviewPage> => answer(server.surveys[":survey"].comments.$get(one(id))),
  reviews: async (id: string): Promise<Review[]> =>
    (await answer(server.surveys[":survey"].comments.reviews.$get(one(id)))).reviews,
  saveReview: (id: string, comment: string, json: ChangedReview): Promise<Review> =>
    answer(
      server.surveys[":survey"].comments[":comment"].review.$put({ param: { survey: id, comment }, json }),
    ),
  /** coding: the shares of coded texts leave too, settled as often as this. */
  publishComments: (id: string, changes: number, coding?: number) =>
    answer(
      server.surveys[":survey"].comments.releases.$post({
        ...{ ...one(id), json: { changes, ...(coding === undefined ? {} : { coding }) } },
      }),
    ),
  coding: (id: string): Promise<CodingView> =>
    answer(server.surveys[":survey"].comments.coding.$get(one(id))),
  saveCode: (id: string, comment: string, code: string): Promise<CodingView> =>
    answer(
      server.surveys[":survey"].comments[":comment"].code.$put({
        ...{ param: { survey: id, comment }, json: { code } },
      }),
    ),
  settleCode: (id: string, comment: string, code: string, revision: number): Promise<CodingView> =>
    answer(
      server.surveys[":survey"].comments[":comment"]["settled-code"].$put({
        ...{ param: { survey: id, comment }, json: { code, revision } },
      }),
    ),
  release: async (id: string, without: "items" | "units"): Promise<ViewedRelease> => {
    const body: unknown = await answer<unknown>(
      server.surveys[":survey"].release.$get({ ...one(id), query: { without } }),
    )
    return body as ViewedRelease
  },
  releaseItems: async (id: string, construct: string): Promise<ReleaseItems> => {
    const body: unknown = await answer<unknown>(
      server.surveys[":survey"].release.$get({ ...one(id), query: { items: construct } }),
    )
    return body as ReleaseItems
  },
  knowing: async (id: string): Promise<Knowing> =>
    (await answer<unknown>(server.surveys[":survey"].knowing.$get(one(id)))) as Knowing,
  across: async (id: string): Promise<Across> =>
    (await answer<unknown>(server.surveys[":survey"].across.$get(one(id)))) as Across,
  engagement: async (id: string): Promise<EngagementBeside> =>
    (await answer<unknown>(server.surveys[":survey"].engagement.$get(one(id)))) as EngagementBeside,
  links: async (id: string): Promise<Links> =>
    (await answer<unknown>(server.surveys[":survey"].links.$get(one(id)))) as Links,
  linkPoints: (survey: string, { construct, kpi, lag }: LinkedPair): Promise<LinkPoints> =>
    answer(
      server.surveys[":survey"].links[":construct"][":kpi"].$get({
        ...{ param: { survey, construct, kpi }, query: { lag: String(lag) } },
      }),
    ),
  unitProfile: (survey: string, group: string): Promise<UnitProfile> =>
    answer(server.kpis.profile.$get({ query: { survey, group } })),
  kpis: () => answer(server.kpis.$get()),
  addKpi: (json: KpiBody) => answer(server.kpis.$post({ json })),
  changeKpi: ({ id, body }: { id: string; body: KpiBody }) =>
    answer(server.kpis[":kpi"].$patch({ param: { kpi: id }, json: body })),
  deleteKpi: (kpi: string) => answer(server.kpis[":kpi"].$delete({ param: { kpi } })),
  kpiValues: (kpi: string): Promise<KpiValues> => answer(server.kpis[":kpi"].values.$get({ param: { kpi } })),
  kpiChanges: (kpi: string): Promise<KpiChanges> =>
    answer(server.kpis[":kpi"].changes.$get({ param: { kpi } })),
  kpiUnits: (): Promise<KpiUnits> => answer(server.kpis.units.$get()),
  mapKpiUnit: ({ number, target }: { number: number; target: UnitTarget | null }) =>
    answer(server.kpis.units[":number"].$put({ param: { number: String(number) }, json: { target } })),
  checkKpis: (sent: KpiFile): Promise<CheckedKpis> =>
    answer(server.kpis.imports.check.$post({ form: kpiForm(sent) })),
  importKpis: ({ kpis, ...sent }: KpiFile & { kpis: NewKpi[] }): Promise<DoneKpis> =>
    answer(server.kpis.imports.$post({ form: { ...kpiForm(sent), kpis: JSON.stringify(kpis) } })),
  undoKpiImport: () => answer(server.kpis.imports.undo.$post()),
  apiKeys: (): Promise<ApiKeyList> => answer(server.keys.$get()),
  makeApiKey: (json: { name: string; expiresAt: string | null }) => answer(server.keys.$post({ json })),
  revokeApiKey: (key: string) => answer(server.keys[":key"].$delete({ param: { key } })),
}

/** Which pair: a topic, a KPI and how many of its periods after the survey. */
export type LinkedPair = Pick<LinkPair, "construct" | "kpi" | "lag">

/** The figures of one construct's questions, which a release is fetched without. */
export interface ReleaseItems {
  construct: string
  groups: Pick<ReleaseGroup, "id" | "cells" | "distributions">[]
  steps: Step[]
}

/** A release as the signed-in role gets it: a leader's holds the own unit in place of the organization. */
export type ViewedRelease = Release & {
  own?: { group: string; name: string }
  /** Ids of constructs that only people with reports were asked about. */
  managersOnly?: string[]
  comments?: ReleasedComments
  /** Once two have coded them: how many named an official priority in their own words. */
  codedPriorities?: CodedPriorities
  /** Who reads the comments, as promised; `mine`: the caller is one of them. */
  review?: { reviewers: string[]; mine: boolean }
}
export type KpiList = Awaited<ReturnType<typeof api.kpis>>
export type MemberInvitation = MemberList["invitations"][number]
export type PublishedSummary = Awaited<ReturnType<typeof api.published>>["tables"][number]
export type PublishedQuestion = Awaited<ReturnType<typeof api.publishedQuestion>>
export type CheckedTable = Awaited<ReturnType<typeof api.checkPublished>>
export type ResultSummary = Awaited<ReturnType<typeof api.results>>["surveys"][number]
export type Session = Awaited<ReturnType<typeof api.session>>
export type PeopleStored = Awaited<ReturnType<typeof api.people>>
export type PeopleImport = Awaited<ReturnType<typeof api.peopleImports>>["imports"][number]
export type Organization = Awaited<ReturnType<typeof api.organization>>
export type Mail = Awaited<ReturnType<typeof api.outbox>>["mails"][number]
