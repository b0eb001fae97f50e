import type { ContentfulStatusCode } from "hono/utils/http-status"

/** Every way a request can fail: code → status and title. The web has a text for every code or does not compile. */
const problems = {
  "request.invalid": [400, "The request does not have the expected shape"],
  "request.too-large": [413, "The request is too large"],
  "request.foreign": [403, "The request comes from another site"],
  "request.too-many": [429, "Too many requests"],
  "route.unknown": [404, "There is nothing at this address"],
  "session.none": [401, "Sign in first"],
  "session.forbidden": [403, "Your role does not allow this"],
  "words.invalid": [422, "The words of the strategy are not usable yet"],
  "people.blocked": [422, "The people file cannot be imported as it is"],
  "people.unreadable": [422, "The people file cannot be read"],
  "people.changed": [409, "The people have been changed meanwhile"],
  "people.not-undoable": [409, "This import cannot be undone"],
  "import.refused": [422, "These old answers cannot be counted"],
  "import.twice": [409, "This file has been imported already"],
  "survey.imported": [409, "This survey was imported and not asked here"],
  "published.refused": [422, "No row of this table can be counted"],
  "published.unknown": [404, "There is no such table"],
  "published.too-many": [409, "There are too many tables"],
  "driver.unknown": [404, "There is no such driver"],
  "driver.kpi": [422, "These KPIs do not make a driver"],
  "driver.member": [422, "Keeper and receiver are members who are no operators"],
  "driver.values": [422, "These values do not fit the driver"],
  "instrument.unknown": [404, "There is no such questionnaire"],
  "instrument.changed": [409, "The questionnaire was changed by somebody else meanwhile"],
  "instrument.ready-made": [409, "A ready-made questionnaire cannot be changed; copy it first"],
  "instrument.invalid": [422, "The questionnaire is not ready to be published"],
  "instrument.refused": [422, "The file has parts that cannot be taken over"],
  "instrument.in-use": [409, "A survey uses this questionnaire"],
  "survey.unknown": [404, "There is no such survey"],
  "survey.not-draft": [409, "The survey has been launched and cannot be changed"],
  "survey.not-ready": [409, "The survey is not ready to be launched"],
  "survey.not-open": [409, "The survey is not open"],
  "survey.dates": [422, "These dates do not fit"],
  "survey.second-needed": [409, "Closing early needs the agreement of a second HR member"],
  "survey.no-second": [409, "There is no second HR member of before the launch who could agree"],
  "survey.own-request": [403, "Whoever asked for the early close cannot agree to it"],
  "survey.joined-later": [403, "Only who was of HR before the launch has a say in closing a survey early"],
  "survey.not-asked": [409, "Nobody asks to close this survey early"],
  "survey.recovery-untried": [409, "Two recovery shares have to be put in again before the launch"],
  "recovery.share-mistyped": [422, "This is no recovery share, or a letter of it is wrong"],
  "recovery.share-foreign": [422, "This recovery share belongs to another survey"],
  "recovery.share-twice": [422, "The same recovery share was put in twice"],
  "recovery.shares-void": [422, "These two recovery shares do not make the key of this survey"],
  "survey.trustees-untried": [409, "The trustees have not tried their shares of the key yet"],
  "survey.has-trustees": [409, "Three trustees hold the key of this survey"],
  "trustee.unknown": [404, "This trustee link is not known"],
  "trustee.is-hr": [422, "A member of HR cannot be a trustee"],
  "trustee.changed": [409, "The trustees' keys have changed meanwhile"],
  "trustee.not-closing": [409, "The survey is not being closed"],
  "trustee.not-handed": [403, "Nobody has handed you a second share"],
  "member.is-trustee": [409, "A trustee of a survey that is not over cannot work for HR"],
  "trustee.not-proven": [403, "The key that belongs to this was not used"],
  "trustee.opening": [409, "Opened answers of this survey are arriving already"],
  "trustee.mismatch": [422, "These are not the answers of this survey's ballots"],
  "survey.too-few": [422, "Too few people to keep the promise of anonymity"],
  "survey.closed": [410, "The survey is closed"],
  "survey.busy": [409, "The survey is being closed by another process"],
  "survey.key-missing": [500, "The sealing key of this survey cannot be found"],
  "release.no-team": [404, "You had no team in this survey"],
  "review.not-named": [403, "Only the reviewers named before the launch read the comments"],
  "review.not-yet": [409, "There are no comments to be read"],
  "review.unknown": [404, "There is no such comment"],
  "review.changed": [409, "The other reviewer changed this comment meanwhile"],
  "review.changed-before-publishing": [409, "A comment was changed before it could be published"],
  "review.nothing-new": [409, "Just this is published already"],
  "coding.none": [409, "The texts of this survey cannot be coded"],
  "coding.unknown": [422, "There is no such code"],
  "coding.under-way": [409, "Texts that are being coded get no topic before both have coded them"],
  "coding.done": [409, "Both have coded every text; none can be changed any more"],
  "coding.not-done": [409, "Not every text has been coded by both, and settled"],
  "coding.published": [409, "The shares have been published and stay as they are"],
  "coding.words-told": [409, "Words of this question have been published, so no share of them can be"],
  "release.left": [403, "The person this account stands for is not among the people any more"],
  "member.unknown": [404, "There is no such member"],
  "member.last-hr": [409, "The last HR member cannot be taken away"],
  "member.no-team": [422, "A leader stands for a person with people below"],
  "member.taken": [409, "There is an account with this address"],
  "member.invited": [409, "This address has been invited"],
  "member-invitation.unknown": [404, "This invitation is not known"],
  "member-invitation.over": [410, "This invitation is over"],
  "password.wrong": [403, "The current password is another one"],
  "password.link-over": [410, "This link for a new password is over"],
  "kpi.unknown": [404, "There is no such KPI"],
  "kpi.taken": [409, "There is a KPI of this name"],
  "kpi.in-use": [409, "A driver is made of this KPI"],
  "kpis.refused": [422, "These figures cannot be taken in"],
  "kpis.not-undoable": [409, "No import of figures can be taken back"],
  "key.unknown": [404, "There is no such key"],
  "key.refused": [401, "This key lets nobody in"],
  "unit.unknown": [404, "There is no such unit in these results"],
  "bundle.none": [404, "There is nothing to check of this survey"],
  "release.none": [404, "There are no results of this survey"],
  "invitation.unknown": [404, "This link is not known"],
  "invitation.withdrawn": [404, "This invitation has been withdrawn"],
  "ballot.answered": [409, "This invitation has been used on another device"],
  "ballot.invalid": [422, "The ballot is not well formed"],
  "mail.link-base": [422, "Links cannot begin with this address"],
  "person.unknown": [404, "There is no such person"],
  "person.reached": [409, "This person's invitation was delivered"],
  "mail.not-sent": [502, "The mail server did not take the mail"],
  "server.busy": [503, "The server cannot answer just now"],
  "server.error": [500, "Something went wrong on our side"],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type ProblemCode = keyof typeof problems

/** What a failed request answers (RFC 9457, application/problem+json). */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail?: string
  /** people.blocked: the issues of the file; words.invalid: the fields; request.invalid: the paths. */
  issues?: unknown[]
}

/** The one class of the API: thrown anywhere, written as RFC 9457 by `onError`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: ContentfulStatusCode
  readonly detail: string | undefined
  readonly issues: readonly unknown[] | undefined

  constructor(
    code: ProblemCode,
    more: { detail?: string; issues?: readonly unknown[]; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause })
    this.code = code
    this.status = problems[code][0]
    this.detail = more.detail
    this.issues = more.issues
  }
}

/** The body of a problem, ready to be sent. */
export function problemBody(problem: Problem): ProblemBody {
  return {
    type: `urn:throughline:problem:${problem.code}`,
    title: problems[problem.code][1],
    status: problem.status,
    code: problem.code,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...(problem.issues === undefined ? {} : { issues: [...problem.issues] }),
  }
}
