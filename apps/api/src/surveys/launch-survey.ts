import {
  type CohortLeaf,
  hashOf,
  type Manifest,
  merkleRoot,
  paddedSize,
  type SigningKey,
  sixWords,
  toBase64url,
} from "@throughline/ballot"
import { type Tx, withOrganization } from "@throughline/db"
import {
  freezeQuestionnaire,
  type Language,
  maximumAnswerBytes,
  type Questionnaire,
} from "@throughline/instrument"
import { freezeAttribute } from "../attributes/freeze-attribute.ts"
import { leafLabel } from "../ballots/leaf-label.ts"
import type { Deps } from "../deps.ts"
import { forgetPlans } from "../forget-plans.ts"
import { instrumentOfSurvey, refuseUnreadyInstrument, usable } from "../instruments/instrument-of-survey.ts"
import { secretHashes } from "../invitations/links.ts"
import { insertInvitations, type NewInvitation } from "../invitations/queries.ts"
import { launchKey, refuseUntried } from "../keys/launch-key.ts"
import { insertInvitationMails } from "../mail/queue-queries.ts"
import { findOrganization } from "../organizations/queries.ts"
import { type LoadedChart, loadChart } from "../people/load-chart.ts"
import { lockOrganization } from "../people/queries.ts"
import { Problem } from "../problem.ts"
import { freezeReviewers } from "../reviews/name-reviewers.ts"
import { makeSigningKeys } from "../signing/make-keys.ts"
import { pageHash } from "../signing/page-hash.ts"
import { selectPublicKeys } from "../signing/queries.ts"
import { type AtLaunch, trusteesAtLaunch } from "../trustees/refuse-untried.ts"
import { type CutPeople, cohortName, cutPeople } from "./cut.ts"
import { type CohortRow, type FrozenPersonRow, insertCohorts, insertFrozenPeople } from "./frozen-queries.ts"
import { isDue } from "./is-due.ts"
import { languageOf } from "./language-of.ts"
import { publishedCut } from "./published-cut.ts"
import { databaseNow, lockSurvey, type SurveyRow, updateLaunched } from "./queries.ts"

/**
 * Freezes the org chart, the cohorts, the questionnaire and the promise, and invites, all in one transaction. The
 * sealing key was put on disk when its recovery shares were taken. Mails go afterwards, in the background; should this
 * process die in between, the sweep finds them waiting. Signing keys that were not made in advance are made first.
 */
export async function launchSurvey(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  when: "now" | "when-due" = "now",
  lock = lockOrganization,
  refuse = refuseUntried,
  askTrustees = trusteesAtLaunch,
): Promise<void> {
  // A people import may change the cut between the keys and the launch: then some more are made.
  for (let time = 0; ; time++) {
    await makeSigningKeys(deps, organizationId, surveyId)
    if (await launchWithKeys(deps, organizationId, surveyId, when, lock, refuse, askTrustees)) break
    if (time === 3) throw new Problem("server.busy")
  }
  await deps.jobs.sendInvitations(organizationId, surveyId)
}

/** False: there are more cohorts than keys. */
function launchWithKeys(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  when: "now" | "when-due",
  lock: typeof lockOrganization,
  refuse: typeof refuseUntried,
  askTrustees: typeof trusteesAtLaunch,
): Promise<boolean> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    // Before the survey, as everywhere: an import that is under way is waited for, so that it is the people after it
    // that are frozen and invited. A test takes it away to see them cut from people who are not there any more.
    await lock(tx, organizationId)
    const survey = await lockSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    const now = await databaseNow(tx)
    // Launched, moved or taken back since the sweep looked.
    if (when === "when-due" && !isDue(survey, now)) return true
    if (survey.state !== "draft") throw new Problem("survey.not-draft")
    const closesAt = closingDate(survey, now)
    const { name, words } = await findOrganization(tx, organizationId)
    const instrument = await instrumentOfSurvey(tx, organizationId, survey)
    refuseUnreadyInstrument(instrument, survey, words)
    const loaded = await loadChart(tx, organizationId)
    const cut = cutPeople(loaded.chart, survey.audience, survey.k)
    if (cut.refused !== null) {
      const { people, minimum } = cut.refused
      throw new Problem("survey.too-few", {
        detail: `${people} people are invited; at least ${minimum} are needed.`,
      })
    }
    const circle = survey.sealing === "trustees" ? await askTrustees(tx, organizationId, surveyId) : undefined
    if (circle === undefined) refuse(survey)
    const leaves = leavesOf(cut, await selectPublicKeys(tx, organizationId, surveyId, survey.signing_bits))
    if (leaves === undefined) return false
    // Whoever knew this seed could work out which options are the official ones: random, and kept nowhere.
    const seed = toBase64url(deps.random(32))
    const { questionnaire: asked, key } = freezeQuestionnaire(instrument, usable(words), name, seed)
    const { questionnaire, fileValues } = freezeAttribute(asked, survey, loaded.chart, cut.invited)
    const reviewers = await freezeReviewers(tx, organizationId, surveyId)
    const manifest = await makeManifest(deps, organizationId, survey, closesAt, questionnaire, leaves, cut, {
      reviewers,
      circle,
    })
    await insertCohorts(tx, organizationId, surveyId, cohortRows(cut, leaves))
    await insertFrozenPeople(tx, organizationId, surveyId, frozenRows(loaded, cut, fileValues))
    await updateLaunched(tx, organizationId, surveyId, {
      questionnaire,
      key,
      manifest,
      words: await sixWords(manifest),
      launchedAt: now,
    })
    await invite(deps, tx, organizationId, survey, loaded, cut)
    return true
  })
}

/** One a cohort, in the order of their ids; undefined: a cohort has no key yet. */
function leavesOf({ cohorts }: CutPeople, keys: ReadonlyMap<number, SigningKey>): CohortLeaf[] | undefined {
  const leaves = cohorts.flatMap(({ id, kind, layers, size }) => {
    const key = keys.get(id)
    return key === undefined ? [] : [{ id, label: leafLabel(kind, layers), invited: size, key }]
  })
  return leaves.length === cohorts.length ? leaves.sort((a, b) => a.id - b.id) : undefined
}

function closingDate(survey: SurveyRow, now: Date): Date {
  if (survey.closes_at === null || survey.closes_at <= now) {
    throw new Problem("survey.not-ready", { detail: "The closing date is not in the future." })
  }
  return survey.closes_at
}

async function makeManifest(
  deps: Deps,
  organizationId: string,
  survey: SurveyRow,
  closesAt: Date,
  questionnaire: Questionnaire,
  leaves: CohortLeaf[],
  cut: CutPeople,
  { reviewers, circle }: { reviewers: string[]; circle: AtLaunch | undefined },
): Promise<Manifest> {
  return {
    version: 2,
    organization: organizationId,
    survey: survey.survey_id,
    texts: await hashOf(questionnaire),
    k: survey.k,
    closesAt: closesAt.toISOString(),
    sealingKey: circle?.sealingKey ?? (await launchKey(deps, survey)),
    sealedSize: paddedSize(maximumAnswerBytes(questionnaire)),
    page: await pageHash(deps.config.pages),
    cut: await hashOf(publishedCut(cut.cohorts)),
    reviewers,
    trustees: circle?.names ?? [],
    cohorts: leaves.length,
    root: await merkleRoot(leaves),
  }
}

function cohortRows(
  { frozen, cohorts }: CutPeople,
  leaves: readonly CohortLeaf[],
): (CohortRow & { signing_key: SigningKey })[] {
  const keys = new Map(leaves.map(({ id, key }) => [id, key]))
  return cohorts.map((cohort) => ({
    signing_key: keys.get(cohort.id) as SigningKey,
    cohort_id: cohort.id,
    anchor: cohort.anchor,
    layer_from: cohort.layers[0],
    layer_to: cohort.layers[1],
    kind: cohort.kind,
    invited: cohort.size,
    name: cohortName(frozen, cohort),
    merged: cohort.merged,
  }))
}

function frozenRows(
  { chart, rows }: LoadedChart,
  { frozen, invited, cohortOf }: CutPeople,
  fileValues: readonly (number | null)[],
): FrozenPersonRow[] {
  return chart.people.map(({ id, department }, position) => ({
    position,
    person_id: rows.get(id)?.person_id ?? "",
    manager_position: frozen.parent[position] ?? -1,
    layer: frozen.layer[position] ?? 0,
    unit_name: frozen.heads[position] ?? "",
    invited: invited[position] ?? false,
    cohort_id: cohortOf[position] ?? null,
    attribute: fileValues[position] ?? null,
    department,
  }))
}

/** Makes everybody's link, and a mail to everybody who has an address. */
async function invite(
  deps: Deps,
  tx: Tx,
  organizationId: string,
  survey: SurveyRow,
  { chart, rows }: LoadedChart,
  { frozen, cohortOf }: CutPeople,
): Promise<void> {
  const surveyId = survey.survey_id
  const managers = new Set<number>()
  chart.people.forEach(({ active }, position) => {
    if (active) managers.add(frozen.parent[position] ?? -1)
  })
  const invitations: NewInvitation[] = []
  chart.people.forEach((person, position) => {
    const cohort = cohortOf[position] ?? null
    const personId = rows.get(person.id)?.person_id
    if (cohort === null || personId === undefined) return
    const nonce = deps.random(16)
    // Whom no mail reaches gets a letter with a code that can be typed.
    const printed = person.email === null
    invitations.push({
      personId,
      cohort,
      nonce,
      ...secretHashes(deps.keys.invitationKey, { organizationId, surveyId, personId, nonce, printed }),
      printed,
      hasReports: managers.has(position),
      language: languageOf(person.language, survey.languages as Language[]),
    })
  })
  await insertInvitations(tx, organizationId, surveyId, invitations)
  await insertInvitationMails(tx, organizationId, surveyId)
  await forgetPlans(tx)
}
