import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import type { LoadedUnit } from "../kpis/load-kpis.ts"
import { inOwnUnit, resolveUnits } from "../kpis/resolve-units.ts"
import { Problem } from "../problem.ts"
import { readReleaseAs, type ViewedRelease } from "../releases/read-release-as.ts"
import { positionOf } from "../releases/release-for.ts"
import { findSurvey, selectSurveys } from "../surveys/queries.ts"
import { askedIn, isAskedAlike } from "./link-constructs.ts"
import type { Place, Wave } from "./link-view.ts"
import { selectHeads } from "./queries.ts"
import type { LeftSurveys } from "./tell-links.ts"

/** What stands between a caller and others' figures; a test takes one away to see them come. */
export const linkGuards = { read: readReleaseAs, inOwnUnit }
export type LinkGuards = typeof linkGuards

/**
 * The surveys whose releases are read together: the one that was asked for, and those that closed before it and were
 * asked here. An imported one has no chart that says who headed which unit. Throws survey.unknown and release.none.
 */
export async function surveysUntil(tx: Tx, organizationId: string, surveyId: string) {
  const asked = await findSurvey(tx, organizationId, surveyId)
  if (asked === undefined) throw new Problem("survey.unknown")
  const all = (await selectSurveys(tx, organizationId)).filter(({ outcome }) => outcome === "released")
  const own = all.find((survey) => survey.survey_id === surveyId)
  if (own === undefined || own.source === "imported") throw new Problem("release.none")
  const until = all.filter((survey) => isBefore(survey, own) || survey === own)
  return {
    surveys: until
      .filter(({ source }) => source === "asked")
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
      .map(({ survey_id }) => survey_id),
    imported: until.filter(({ source }) => source === "imported").length,
  }
}

type Closed = { closed_at: Date | null; survey_id: string }
const isBefore = (a: Closed, b: Closed) => {
  const apart = (a.closed_at?.getTime() ?? 0) - (b.closed_at?.getTime() ?? 0)
  return apart < 0 || (apart === 0 && a.survey_id < b.survey_id)
}

/**
 * Releases as the caller may see them, with who headed each unit and where the KPIs' labels stand in that survey's
 * chart. For a leader these are the parts that lie in the own unit, and only labels of the own unit have a place.
 */
export async function gatherWaves(
  deps: Deps,
  session: Session,
  surveyIds: readonly string[],
  units: readonly LoadedUnit[],
  guards: LinkGuards = linkGuards,
): Promise<{ waves: [Wave, ...Wave[]]; left: Pick<LeftSurveys, "otherQuestions" | "noTeam"> }> {
  const { organizationId } = session
  const left = { otherQuestions: 0, noTeam: 0 }
  // The newest first: what it asks is what the earlier ones are needed for.
  const [newest = "", ...earlier] = surveyIds.toReversed()
  const asked = await guards.read(deps, session, newest)
  const releases = [{ surveyId: newest, release: asked }]
  for (const surveyId of earlier) {
    const release = await readOrNothing(deps, session, surveyId, guards)
    if (release === undefined) left.noTeam++
    else if (!askedIn(asked.measures).some((one) => isAskedAlike(one, release.measures, asked.measures)))
      left.otherQuestions++
    else releases.push({ surveyId, release })
  }
  const waves = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const own = await guards.inOwnUnit(tx, session, units)
    const all: Wave[] = []
    for (const { surveyId, release } of releases.toReversed()) {
      const places = await resolveUnits(tx, organizationId, surveyId, units)
      all.push({
        ...{ survey: surveyId, name: release.survey.name, closedAt: release.survey.closedAt, release },
        heads: await headsOf(tx, organizationId, surveyId, release),
        places: new Map<number, Place>([...places].filter(([number]) => own.has(number))),
      })
    }
    return all
  })
  return { waves: waves as [Wave, ...Wave[]], left }
}

/** undefined: the leader had no team in that survey. */
async function readOrNothing(deps: Deps, session: Session, surveyId: string, guards: LinkGuards) {
  try {
    return await guards.read(deps, session, surveyId)
  } catch (error) {
    if (error instanceof Problem && error.code === "release.no-team") return undefined
    throw error
  }
}

async function headsOf(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  { groups }: ViewedRelease,
): Promise<Wave["heads"]> {
  const units = new Map(
    groups.flatMap(({ id, kind }) => (kind === "unit" ? [[positionOf(id), id] as const] : [])),
  )
  const rows = await selectHeads(tx, organizationId, surveyId, [...units.keys()])
  return new Map(
    rows.map(({ position, person_id, manager_position }) => [
      units.get(position) ?? "",
      { person: person_id, above: manager_position },
    ]),
  )
}
