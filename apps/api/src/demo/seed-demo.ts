import { withOrganization } from "@throughline/db"
import { demoCompany } from "@throughline/org"
import { castBallot } from "../ballots/cast-ballot.ts"
import { promisedOf } from "../ballots/leaves.ts"
import type { Deps } from "../deps.ts"
import { openInvitation } from "../invitations/open-invitation.ts"
import { prepareKeys } from "../keys/prepare-keys.ts"
import { insertOrganization } from "../organizations/queries.ts"
import { saveWords } from "../organizations/save-words.ts"
import { importPeople } from "../people/import-people.ts"
import { Problem } from "../problem.ts"
import { nameReviewers, readReviewers } from "../reviews/name-reviewers.ts"
import { keyContext } from "../signing/make-keys.ts"
import { selectPrivateKeys } from "../signing/queries.ts"
import { changeSurvey } from "../surveys/change-survey.ts"
import { closeSurvey } from "../surveys/close-survey.ts"
import { createSurvey } from "../surveys/create-survey.ts"
import { launchSurvey } from "../surveys/launch-survey.ts"
import { renewParticipation } from "../surveys/participation.ts"
import { hourOnDay } from "../time-zone.ts"
import { earlyAccounts } from "./accounts.ts"
import { accountsFault, demoEmails } from "./accounts-fault.ts"
import { demoOrganization, demoWords } from "./company.ts"
import { demoQuestionnaire } from "./demo-questionnaire.ts"
import { fillOutbox } from "./fill-outbox.ts"
import { demoLinks } from "./links.ts"
import { makeAccounts } from "./make-accounts.ts"
import { peopleFileOf } from "./people-file.ts"
import { backdateLaunch, deleteAccounts, findAccounts, forgetParticipation, markSigned } from "./queries.ts"
import { inventAnswers, type Place, seeded } from "./respondent.ts"
import { sealAll } from "./seal-all.ts"
import type { SealingFor } from "./seal-worker.ts"
import { seedFigures } from "./seed-figures.ts"
import { demoTeams, withAcross, withTeams } from "./teams.ts"

const DAY = 24 * 3600 * 1000
const PEOPLE = 1200

/**
 * On an empty database makes a company with a survey closed last week and one that is open, through the same verbs
 * that HR and respondents use; then, at each start, fills the outbox. It writes no results: whatever the closed
 * survey shows was cast as sealed ballots and counted by the close. Refused on a database with real accounts.
 *
 * Resolves when the demo can be used. What it hands back lets some people answer the open survey; that takes a few
 * seconds more and can go on while the pages are served.
 */
export async function seedDemo(deps: Deps): Promise<() => Promise<void>> {
  const fault = await accountsFault(deps.db, true)
  if (fault !== undefined) throw new Error(fault)
  let later = async () => {}
  const accounts = await findAccounts(deps.db, demoEmails)
  let organizationId = accounts.organizationId
  const isReady = demoEmails.some((email) => accounts.demo.has(email) && !earlyAccounts.includes(email))
  if (organizationId !== undefined && !isReady) {
    await forgetInterrupted(deps, organizationId)
    organizationId = undefined
  }
  if (organizationId === undefined) {
    const seeded = await seedCompany(deps)
    organizationId = seeded.organizationId
    later = seeded.answerOpenSurvey
  }
  // These accounts come last: what was interrupted before has none of them, and is made anew at the next start.
  await makeAccounts(deps, organizationId, (await findAccounts(deps.db, demoEmails)).demo)
  await fillOutbox(deps, organizationId)
  return later
}

/** Organization, people, words, a survey closed last week and an open one. */
async function seedCompany(deps: Deps) {
  const organizationId = crypto.randomUUID()
  const company = demoCompany({ seed: 20, people: PEOPLE })
  const teams = demoTeams(company)
  const places = withTeams(placesOf(company), company, teams)
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    insertOrganization(tx, organizationId, demoOrganization),
  )
  const file = { fileName: "northlight-people.csv", bytes: peopleFileOf(withAcross(company)) }
  await importPeople(deps, organizationId, file, null)
  await saveWords(deps, organizationId, demoWords)
  await makeAccounts(
    deps,
    organizationId,
    new Set(demoEmails.filter((email) => !earlyAccounts.includes(email))),
  )

  // Its date is still to come: the box takes nothing after it. HR closed this one early, a week ago.
  const asked = await demoQuestionnaire(at(deps, -28), organizationId)
  const first = await launchAt(deps, organizationId, asked, "Where do we stand?", -21, 1)
  await answer(deps, organizationId, first, places, 0.72, 1)
  await closeSurvey(at(deps, -7), organizationId, first)

  await seedFigures(deps, organizationId, teams)
  const second = await launchAt(deps, organizationId, asked, "Does it reach us now?", -3, 11)
  const answerOpenSurvey = async () => {
    await answer(deps, organizationId, second, places, 0.3, 2)
    // Whoever looked meanwhile saw the survey as it was before anybody had answered.
    await withOrganization(deps.db, "web", organizationId, (tx) =>
      forgetParticipation(tx, organizationId, second),
    )
    await renewParticipation(deps, organizationId)
  }
  return { organizationId, answerOpenSurvey }
}

function forgetInterrupted(deps: Deps, organizationId: string): Promise<void> {
  return withOrganization(deps.db, "web", organizationId, (tx) =>
    deleteAccounts(tx, organizationId, earlyAccounts),
  )
}

/** The same dependencies on another day. Mails of the demo are not sent but put into the outbox at the end. */
function at(deps: Deps, days: number): Deps {
  const now = new Date(deps.now().getTime() + days * DAY)
  return { ...deps, now: () => now, jobs: { ...deps.jobs, sendInvitations: async () => {} } }
}

async function launchAt(
  deps: Deps,
  organizationId: string,
  instrument: { id: string; version: number },
  name: string,
  from: number,
  to: number,
): Promise<string> {
  const then = at(deps, from)
  const survey = await createSurvey(then, organizationId, name)
  const closesAt = hourOnDay(deps.now(), to, 17, "UTC").toISOString()
  await changeSurvey(then, organizationId, survey.id, {
    name,
    k: survey.k,
    audience: survey.audience,
    languages: survey.languages,
    closesAt,
    instrument,
  })
  const { candidates } = await readReviewers(then, organizationId, survey.id)
  await nameReviewers(
    then,
    organizationId,
    survey.id,
    candidates.map(({ id }) => id),
  )
  await prepareKeys(then, organizationId, survey.id)
  await launchSurvey(then, organizationId, survey.id)
  // A launch is dated by the database's clock, which no demo can turn back.
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    backdateLaunch(tx, organizationId, survey.id, then.now()),
  )
  return survey.id
}

/** Lets a share of the invited answer, each with a key and a sealed ballot of their own. */
async function answer(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  places: ReadonlyMap<string, Place>,
  share: number,
  seed: number,
): Promise<number> {
  const random = seeded(seed)
  const links = (await demoLinks(deps, organizationId, surveyId)).filter(() => random() < share)
  const first = links[0]
  const opened = first === undefined ? undefined : await openInvitation(deps, first.secret)
  if (opened?.state !== "open") return 0
  // Everybody receives the same questionnaire and manifest; only cohort and reports differ.
  const ballots = links.map(({ personId, cohort, sourceId, hasReports }) => {
    const place = places.get(sourceId) ?? { layer: 1, department: "" }
    return { personId, cohort, answers: inventAnswers(opened.questionnaire, place, hasReports, random) }
  })
  const sealing = await sealingFor(deps, organizationId, surveyId)
  await sealAll(sealing, ballots, async (sealed) => {
    // A visitor may have answered with one of these links, or closed the survey; anything else is a fault.
    const refused = (error: unknown) => {
      if (!(error instanceof Problem)) throw error
    }
    const people = sealed.map(({ ballot }) => ballot.personId)
    const signed = await withOrganization(deps.db, "web", organizationId, (tx) =>
      markSigned(tx, organizationId, surveyId, people),
    )
    const casts = sealed.filter(({ ballot }) => signed.has(ballot.personId)).map(({ cast }) => cast)
    await Promise.all(casts.map((cast) => castBallot(deps, cast).catch(refused)))
  })
  return links.length
}

/** What sealing for this survey needs, the cohorts' private keys with it. */
export async function sealingFor(deps: Deps, organizationId: string, surveyId: string): Promise<SealingFor> {
  const promised = await promisedOf(deps.db, organizationId, surveyId)
  if (promised === undefined) throw new Error("the survey is not launched")
  const sealed = await withOrganization(deps.db, "web", organizationId, (tx) =>
    selectPrivateKeys(tx, organizationId, surveyId),
  )
  const keys = new Map<number, Uint8Array>()
  for (const { number, private: key } of sealed) {
    keys.set(number, await deps.keys.decrypt(keyContext(organizationId, surveyId, number), key))
  }
  return { manifest: promised.manifest, leaves: promised.leaves, keys }
}

export function placesOf(company: ReturnType<typeof demoCompany>): Map<string, Place> {
  const layers = new Map<string, number>()
  const places = new Map<string, Place>()
  // The company lists managers before their reports.
  for (const { id, managerId, department } of company) {
    const layer = managerId === null ? 1 : (layers.get(managerId) ?? 0) + 1
    layers.set(id, layer)
    places.set(id, { layer, department })
  }
  return places
}
