import { type Tx, withOrganization } from "@throughline/db"
import { type Group, groupings } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { countSigned } from "../invitations/queries.ts"
import { Problem } from "../problem.ts"
import { loadFrozen } from "./load-frozen.ts"
import { findParticipation, saveParticipation } from "./participation-queries.ts"
import { databaseNow, findSurvey, selectSurveys } from "./queries.ts"
import type { Participation } from "./schemas.ts"

const HOUR = 3600 * 1000

/**
 * Below this many invited a rate rounded to 5% would spell out the number of answers: of 20 each one is 5%. Of 40 a rate
 * stands for two numbers at least.
 */
const SMALLEST = 40

/**
 * Response rates while the survey is open, for unions of whole cohorts: the one picture that is there, the same for
 * everybody. No look makes one: the sweep does, at the beginning of each UTC day of the database's clock, so nobody
 * chooses the moment, and a change of the organization's time zone does not either.
 */
export function readParticipation(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  clock = databaseNow,
): Promise<Participation> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    if (survey.state === "draft") throw new Problem("survey.not-open")
    const kept = await findParticipation(tx, organizationId, surveyId)
    const now = await clock(tx)
    const day = utcDay(now)
    return { ...(kept ?? { day, groups: [] }), firstDay: firstDay(survey.launched_at ?? now) }
  })
}

/** The day's picture of every open survey of an organization, at the sweep's first run of the UTC day. */
export async function renewParticipation(
  deps: Deps,
  organizationId: string,
  clock = databaseNow,
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const now = await clock(tx)
    const day = utcDay(now)
    for (const { survey_id: surveyId, state, launched_at } of await selectSurveys(tx, organizationId)) {
      if (state !== "open" || day < firstDay(launched_at ?? now)) continue
      const kept = await findParticipation(tx, organizationId, surveyId)
      if (kept === undefined || kept.day < day) await makePicture(tx, organizationId, surveyId, day)
    }
  })
}

const utcDay = (moment: Date) => moment.toISOString().slice(0, 10)

/** The first UTC day that begins half a day after the launch or later: a picture of minutes would only frighten. */
function firstDay(launchedAt: Date): string {
  return utcDay(new Date(launchedAt.getTime() + 36 * HOUR - 1))
}

/** Of two made at once the first stays. */
async function makePicture(tx: Tx, organizationId: string, surveyId: string, day: string): Promise<void> {
  const { frozen, invited, cohorts } = await loadFrozen(tx, organizationId, surveyId)
  const signed = await countSigned(tx, organizationId, surveyId)
  // While the survey is open every cohort is a group of its own.
  const parts = cohorts.map((cohort): Group => ({ ...cohort, members: [cohort.id] }))
  const groups = groupings(frozen, invited, cohorts, parts).flatMap(
    ({ id, kind, name, layer, invited, atoms }) => {
      if (kind === "unit-layer") return []
      const covered = atoms.reduce((sum, cohort) => sum + (cohorts[cohort]?.size ?? 0), 0)
      const given = atoms.reduce((sum, cohort) => sum + (signed.get(cohort) ?? 0), 0)
      const rate = covered < SMALLEST ? null : roundedRate(given / covered)
      return [{ id, kind, name, layer, invited, covered, rate }]
    },
  )
  await saveParticipation(tx, organizationId, surveyId, day, groups)
}

/** Percent rounded to 5; 10 stands for 10 or less, 90 for 90 or more. */
export function roundedRate(share: number): number {
  return Math.min(90, Math.max(10, Math.round(share * 20) * 5))
}
