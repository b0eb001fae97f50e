import { withOrganization } from "@throughline/db"
import { type Group, type GroupKind, groupings } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { countAnswered, countMails } from "../invitations/queries.ts"
import { Problem } from "../problem.ts"
import { findParticipation, saveParticipation } from "./participation-queries.ts"
import { findSurvey, selectCohorts, selectFrozenPeople } from "./queries.ts"
import type { Participation } from "./schemas.ts"

/** Below this many invited, a rate rounded to 5% would spell out the number of answers. */
const SMALLEST = 20

/**
 * Response rates while the survey is open, for unions of whole cohorts. Made once a day, on the first look, and the
 * same for everybody until the next day (UTC); yesterday's picture is overwritten. Only the counts of mails are of now.
 */
export function readParticipation(
  deps: Deps,
  organizationId: string,
  surveyId: string,
): Promise<Participation> {
  const day = deps.now().toISOString().slice(0, 10)
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const survey = await findSurvey(tx, organizationId, surveyId)
    if (survey === undefined) throw new Problem("survey.unknown")
    if (survey.state === "draft") throw new Problem("survey.not-open")
    const mails = await countMails(tx, organizationId, surveyId)
    const kept = await findParticipation(tx, organizationId, surveyId)
    if (kept !== undefined && (kept.day === day || survey.state !== "open")) {
      return { day: kept.day, mails, groups: kept.groups }
    }
    if (survey.state !== "open") return { day, mails, groups: [] }

    const people = await selectFrozenPeople(tx, organizationId, surveyId)
    const cohortRows = await selectCohorts(tx, organizationId, surveyId)
    const answered = await countAnswered(tx, organizationId, surveyId)
    const members = cohortRows.map((): number[] => [])
    for (const { position, cohort_id } of people) if (cohort_id !== null) members[cohort_id]?.push(position)
    const cohorts = cohortRows.map(
      (row): Group => ({
        id: row.cohort_id,
        anchor: row.anchor,
        layers: [row.layer_from, row.layer_to],
        size: row.invited,
        kind: row.kind as GroupKind,
        members: members[row.cohort_id] ?? [],
        merged: row.merged,
      }),
    )
    const frozen = {
      parent: Int32Array.from(people, ({ manager_position }) => manager_position),
      layer: Int32Array.from(people, ({ layer }) => layer),
      heads: people.map(({ unit_name }) => unit_name),
    }
    // While the survey is open every cohort is a group of its own.
    const parts = cohorts.map((cohort): Group => ({ ...cohort, members: [cohort.id] }))
    const invited = people.map((person) => person.invited)
    const groups = groupings(frozen, invited, cohorts, parts).flatMap(({ id, kind, name, layer, atoms }) => {
      if (kind === "unit-layer") return []
      const asked = atoms.reduce((sum, cohort) => sum + (cohorts[cohort]?.size ?? 0), 0)
      const given = atoms.reduce((sum, cohort) => sum + (answered.get(cohort) ?? 0), 0)
      return [
        { id, kind, name, layer, invited: asked, rate: asked < SMALLEST ? null : roundedRate(given / asked) },
      ]
    })
    await saveParticipation(tx, organizationId, surveyId, day, groups)
    return { day, mails, groups }
  })
}

/** Percent rounded to 5; 10 stands for 10 or less, 90 for 90 or more. */
export function roundedRate(share: number): number {
  return Math.min(90, Math.max(10, Math.round(share * 20) * 5))
}
