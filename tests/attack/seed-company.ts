import { type AnalysisInput, analyse, type Earlier, findBreaks, type Release } from "@throughline/analysis"
import { withOrganization } from "@throughline/db"
import { demoCompany, groupings } from "@throughline/org"
import { sql } from "kysely"
import { readSession, type Session } from "../../apps/api/src/auth/session.ts"
import { castBallot } from "../../apps/api/src/ballots/cast-ballot.ts"
import { boxGuards } from "../../apps/api/src/ballots/only-valid.ts"
import { demoWords } from "../../apps/api/src/demo/company.ts"
import { demoLinks } from "../../apps/api/src/demo/links.ts"
import { peopleFileOf } from "../../apps/api/src/demo/people-file.ts"
import { markSigned } from "../../apps/api/src/demo/queries.ts"
import { inventAnswers } from "../../apps/api/src/demo/respondent.ts"
import { sealAll } from "../../apps/api/src/demo/seal-all.ts"
import { placesOf, sealingFor } from "../../apps/api/src/demo/seed-demo.ts"
import { openInvitation } from "../../apps/api/src/invitations/open-invitation.ts"
import { prepareKeys } from "../../apps/api/src/keys/prepare-keys.ts"
import { addSignedIn, leadersOf } from "../../apps/api/src/members/testing.ts"
import { saveWords } from "../../apps/api/src/organizations/save-words.ts"
import { importPeople } from "../../apps/api/src/people/import-people.ts"
import type { CodingView } from "../../apps/api/src/reviews/coding/schemas.ts"
import { makeComments } from "../../apps/api/src/reviews/make-comments.ts"
import { publishComments } from "../../apps/api/src/reviews/publish-comments.ts"
import type { Review, ReviewPage } from "../../apps/api/src/reviews/schemas.ts"
import { idOf } from "../../apps/api/src/reviews/testing.ts"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { releaseGuards } from "../../apps/api/src/surveys/count-ballots.ts"
import { createSurvey } from "../../apps/api/src/surveys/create-survey.ts"
import { launchSurvey } from "../../apps/api/src/surveys/launch-survey.ts"
import { loadFrozen } from "../../apps/api/src/surveys/load-frozen.ts"
import { renewParticipation } from "../../apps/api/src/surveys/participation.ts"
import type { Caller, TestApp } from "../../apps/api/src/testing.ts"
import { addKpis } from "./links.ts"
import { withMore } from "./more-breaks.ts"
import { seededRandom } from "./random-company.ts"

/** Somebody who looks: what is sent with each request. */
export interface Looker {
  role: string
  headers: Record<string, string>
}

/** A closed survey, and what its release was made from: the truth that the attack is measured against. */
export interface ClosedSurvey {
  id: string
  input: AnalysisInput
  earlier: readonly Earlier[]
  release: Release
  /** What rates are told of while it is open: groups of cohorts, and the invited people of each cohort. */
  cohorts: { groups: Map<string, Set<number>>; people: number[] }
  /** By coarser group how many texts two coders coded there, where shares of them were published. */
  coded?: ReadonlyMap<number, number>
}

export interface Company {
  api: TestApp
  organizationId: string
  lookers: Looker[]
  surveys: ClosedSurvey[]
  /** Publishes what people wrote once more, counted as the reviewers coded it and judged by nobody. */
  publishUnguarded(): Promise<void>
}

type Person = ReturnType<typeof demoCompany>[number]
type Look = (
  name: string,
  lookers: Looker[],
  organizationId: string,
  surveyIds: string[],
  open: boolean,
) => Promise<void>

const DAY = 24 * 3600 * 1000

/**
 * A company with two surveys a little apart: some people have left in between, some have come, some have moved. All of
 * it goes through the product's own verbs; `look` is called each day while a survey is open, and after each close.
 */
export async function seedCompany(
  api: TestApp,
  options: { respondents: number; seed: number; days: number },
  look: Look,
): Promise<Company> {
  const { respondents, seed, days } = options
  const random = seededRandom(seed)
  const hr = await api.hr("Attacked")
  const { organizationId } = hr
  const first = demoCompany({ seed, people: Math.ceil(respondents / 0.8) })
  const bring = (people: Person[]) =>
    importPeople(api.deps, organizationId, { fileName: "people.csv", bytes: peopleFileOf(people) }, null)
  await bring(first)
  await saveWords(api.deps, organizationId, demoWords)
  const email = `a-${organizationId}@example.com`
  const analyst = await addSignedIn(api, organizationId, { email, role: "analyst" })
  const lookers = [...(await signedIn(api, organizationId, hr, analyst)), { role: "anybody", headers: {} }]

  const surveys: ClosedSurvey[] = []
  const ids: string[] = []
  for (const [wave, people] of [first, someLater(first, random)].entries()) {
    if (wave > 0) await bring(people)
    const { id } = await createSurvey(api.deps, organizationId, `Wave ${wave + 1}`)
    ids.push(id)
    if (wave === 0) await expectDone(hr.call("PUT", `/api/surveys/${id}/attribute`, { chosen: "location" }))
    const chosen = await Promise.all((wave === 0 ? [analyst] : [analyst, hr]).map((one) => idOf(api, one)))
    await expectDone(hr.call("PUT", `/api/surveys/${id}/reviewers`, { chosen }))
    await prepareKeys(api.deps, organizationId, id)
    await launchSurvey(api.deps, organizationId, id)
    const links = await demoLinks(api.deps, organizationId, id)
    const willing = links.filter(() => random() < 0.82)
    const places = placesOf(people)
    const employee = {
      role: "employee",
      headers: { Authorization: `Invitation ${links[0]?.secret ?? ""}` },
    }
    const opened = await openInvitation(api.deps, links[0]?.secret ?? "")
    if (opened.state !== "open") throw new Error("the survey is not open")
    const { questionnaire } = opened
    const sealing = await sealingFor(api.deps, organizationId, id)
    for (let day = 0; day < days; day++) {
      const [from, to] = [day, day + 1].map((at) => Math.round((willing.length * at) / days))
      const today = willing.slice(from, to)
      const ballots = []
      for (const { personId, cohort, sourceId, hasReports, secret } of today) {
        const place = places.get(sourceId) ?? { layer: 1, department: "" }
        const invented = inventAnswers(questionnaire, place, hasReports, random)
        const own = questionnaire.attribute && (await openInvitation(api.deps, secret))
        const filledIn = own?.state === "open" ? own.filledIn : {}
        // Enough of them that shares of several groups are told.
        const text = wave > 0 && random() < 0.9 ? { "top-priority": "What our customers say" } : {}
        ballots.push({ personId, cohort, answers: { ...invented, ...filledIn, ...text } })
      }
      await sealAll(sealing, ballots, async (sealed) => {
        const who = sealed.map(({ ballot }) => ballot.personId)
        await withOrganization(api.deps.db, "web", organizationId, (tx) =>
          markSigned(tx, organizationId, id, who),
        )
        await Promise.all(sealed.map(({ cast }) => castBallot(api.deps, cast)))
      })
      await renewParticipation(api.deps, organizationId, async () => new Date(Date.now() + (day + 2) * DAY))
      await look(`wave ${wave + 1}, day ${day + 1}`, [...lookers, employee], organizationId, ids, true)
    }
    surveys.push(await closed(api, organizationId, id))
    if (wave === 0) await addKpis(api, organizationId, (surveys.at(-1) as ClosedSurvey).release, random)
    await look(`wave ${wave + 1}, closed`, [...lookers, employee], organizationId, ids, false)
    if (wave > 0) {
      const survey = surveys.at(-1) as ClosedSurvey
      survey.coded = await codeTexts(api, organizationId, id, [analyst, hr])
      await look(`wave ${wave + 1}, coded`, lookers, organizationId, ids, true)
      continue
    }
    // Most texts leave at first, some later, and whoever looks after each can compare.
    for (const share of [0.8, 0.9]) {
      await review(analyst, id, share)
      await look(`wave ${wave + 1}, ${share * 100}% of texts`, lookers, organizationId, ids, true)
    }
  }
  const publishUnguarded = async () => {
    const session = (await readSession(api.deps, new Headers({ cookie: analyst.cookie }))) as Session
    const [id = ""] = ids
    await publishComments(
      api.deps,
      session,
      id,
      { changes: await changesOf(analyst, id) },
      {
        make: (questions, groups, comments) => makeComments(questions, groups, comments, 1),
        audit: () => [],
      },
    )
  }
  return { api, organizationId, lookers, surveys, publishUnguarded }
}

async function expectDone(call: ReturnType<Caller["call"]>): Promise<unknown> {
  const { status, json } = await call
  if (status !== 200 && status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`)
  return json
}

const topics = ["Leaders", "Time", "Tools", null]

/** The reviewer passes on a share of the texts, each coded with a topic, and publishes them. */
async function review(analyst: Caller, survey: string, share: number): Promise<void> {
  const path = `/api/surveys/${survey}/comments`
  const { comments } = (await expectDone(analyst.call("GET", path))) as ReviewPage
  const { reviews } = (await expectDone(analyst.call("GET", `${path}/reviews`))) as { reviews: Review[] }
  const done = new Map(reviews.map(({ comment, revision }) => [comment, revision]))
  for (const [at, { id }] of comments.slice(0, Math.round(comments.length * share)).entries()) {
    if (done.has(id)) continue
    const said = { decision: "release", topic: topics[at % topics.length], redactions: [] }
    await expectDone(analyst.call("PUT", `${path}/${id}/review`, { revision: 0, ...said }))
  }
  await expectDone(analyst.call("POST", `${path}/releases`, { changes: await changesOf(analyst, survey) }))
}

/** Two code every text, apart from each other; where they differ one of them settles it; the shares leave. */
async function codeTexts(
  api: TestApp,
  organizationId: string,
  survey: string,
  coders: readonly [Caller, Caller],
): Promise<ReadonlyMap<number, number>> {
  const path = `/api/surveys/${survey}/comments`
  const [first, second] = coders
  const { comments } = (await expectDone(first.call("GET", path))) as ReviewPage
  const texts = comments.filter(({ question }) => question === "top-priority")
  let coding: CodingView | undefined
  for (const [at, { id }] of texts.entries()) {
    await expectDone(first.call("PUT", `${path}/${id}/code`, { code: at % 3 === 0 ? "other" : "p1" }))
    const code = at % 4 === 0 ? "other" : "p1"
    coding = (await expectDone(second.call("PUT", `${path}/${id}/code`, { code }))) as CodingView
  }
  for (const { comment } of coding?.differences ?? [])
    coding = (await expectDone(
      first.call("PUT", `${path}/${comment}/settled-code`, { code: "p1", revision: 0 }),
    )) as CodingView
  const seen = { changes: 0, coding: coding?.changes }
  await expectDone(first.call("POST", `${path}/releases`, seen))
  const { rows } = await withOrganization(api.deps.db, "close", organizationId, (tx) =>
    sql<{ coarse: number; texts: number }>`select coarse, count(*)::int as texts from results.comment
      where survey_id = ${survey} and question = 'top-priority' group by coarse`.execute(tx),
  )
  return new Map(rows.map(({ coarse, texts }) => [coarse, texts]))
}

async function changesOf(analyst: Caller, survey: string): Promise<number> {
  const list = await expectDone(analyst.call("GET", `/api/surveys/${survey}/comments/reviews`))
  return (list as { reviews: Review[] }).reviews.reduce((sum, { revision }) => sum + revision, 0)
}

async function closed(api: TestApp, organizationId: string, id: string): Promise<ClosedSurvey> {
  const cohorts = await cohortsOf(api, organizationId, id)
  let kept: ClosedSurvey | undefined
  const keep: typeof analyse = (input, earlier = []) => {
    const release = analyse(input, earlier)
    kept = { id, input, earlier, release, cohorts }
    return release
  }
  await closeSurvey(api.deps, organizationId, id, undefined, undefined, {
    ...boxGuards,
    ...releaseGuards,
    analyse: keep,
    findBreaks: async (input, run) => withMore(input, await findBreaks(input, run)),
  })
  if (kept === undefined) throw new Error("the survey was closed without a release")
  return kept
}

async function cohortsOf(api: TestApp, organizationId: string, id: string): Promise<ClosedSurvey["cohorts"]> {
  const { frozen, invited, cohorts } = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    loadFrozen(tx, organizationId, id),
  )
  const parts = cohorts.map((cohort) => ({ ...cohort, members: [cohort.id] }))
  const groups = groupings(frozen, invited, cohorts, parts)
  return {
    groups: new Map(groups.map((group) => [group.id, new Set(group.atoms)])),
    people: cohorts.map(({ size }) => size),
  }
}

/** Administrator, analyst, and leaders from the top to the smallest teams. */
async function signedIn(
  api: TestApp,
  organizationId: string,
  hr: Caller,
  analyst: Caller,
): Promise<Looker[]> {
  const leaders = (await leadersOf(api, organizationId)).toSorted(
    (a, b) => a.layer - b.layer || b.people - a.people,
  )
  const chosen = [0, 1, Math.floor(leaders.length / 2), leaders.length - 1].flatMap((at) => leaders[at] ?? [])
  const looker = (role: string, { cookie }: Caller) => ({ role, headers: { Cookie: cookie } })
  const lookers = [looker("administrator", hr), looker("analyst", analyst)]
  for (const { personId, layer, people } of new Set(chosen)) {
    const member = { email: `l-${personId}@example.com`, role: "leader", personId } as const
    lookers.push(
      looker(`leader on layer ${layer} of ${people}`, await addSignedIn(api, organizationId, member)),
    )
  }
  return lookers
}

/** Of every hundred without reports one has left, one has moved to another team of the same department, one has come. */
function someLater(people: readonly Person[], random: () => number): Person[] {
  const managers = new Set(people.map(({ managerId }) => managerId))
  const later = people.flatMap((person): Person[] => {
    if (managers.has(person.id)) return [person]
    const chance = random()
    if (chance < 0.01) return []
    if (chance >= 0.02) return [person]
    const elsewhere = people.filter(
      ({ department, managerId }) => department === person.department && managerId !== person.managerId,
    )
    const managerId = elsewhere[Math.floor(random() * elsewhere.length)]?.managerId ?? person.managerId
    return [{ ...person, managerId }]
  })
  const joined = Array.from({ length: Math.ceil(people.length / 100) }, (_, at): Person => {
    const model = people[Math.floor(people.length / 2 + at * 3)] as Person
    return { ...model, id: `N${at}`, name: `New Person ${at}`, email: `new-${at}@example.com` }
  })
  return [...later, ...joined]
}
