import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { loadKpis } from "../kpis/load-kpis.ts"
import { findTimeZone } from "../members/queries.ts"
import { createPacks, type Packs } from "../releases/packs.ts"
import { findReleaseStamp } from "../releases/queries.ts"
import { computeLinks } from "./compute-links.ts"
import { gatherWaves, type LinkGuards, linkGuards, surveysUntil } from "./gather-waves.ts"
import type { LinkView } from "./link-view.ts"
import { findKpiStamp } from "./queries.ts"
import type { Links } from "./schemas.ts"
import { type Compute, type LeftSurveys, tellLinks } from "./tell-links.ts"
import { dayOf, viewKpis, viewLabels } from "./view-kpis.ts"

const seesAll = (role: Session["role"]) => role === "hr" || role === "analyst"

/**
 * All that links are worked out of, as the caller may see it. @param ids of the KPIs that are needed; left out: all
 * Throws survey.unknown, release.none, and of leaders release.no-team and release.left.
 */
export async function gatherView(
  deps: Deps,
  session: Session,
  surveyId: string,
  ids?: readonly string[],
  guards: LinkGuards = linkGuards,
): Promise<{ view: LinkView; surveys: LeftSurveys }> {
  const { organizationId, role } = session
  const { until, kpis, units, zone } = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const until = await surveysUntil(tx, organizationId, surveyId)
    const loaded = await loadKpis(tx, organizationId, ids)
    return { until, ...loaded, zone: await findTimeZone(tx, organizationId) }
  })
  const { waves, left } = await gatherWaves(deps, session, until.surveys, units, guards)
  const days = waves.map(({ closedAt }) => dayOf(closedAt, zone))
  const view = {
    waves,
    kpis: viewKpis(kpis, waves, { days, seesAll: seesAll(role) }),
    labels: viewLabels(units),
  }
  return { view, surveys: { imported: until.imported, ...left } }
}

export async function readLinks(
  deps: Deps,
  session: Session,
  surveyId: string,
  guards: LinkGuards = linkGuards,
  compute: Compute = computeLinks,
): Promise<Links> {
  const { view, surveys } = await gatherView(deps, session, surveyId, undefined, guards)
  return await tellLinks(view, surveys, compute)
}

const kept = new WeakMap<Deps, Packs>()

/**
 * The same as gzip bytes for whoever sees whole releases, kept by everything it is made of; undefined for a leader, whose
 * part hangs on today's people too and is made for each request. Whether the caller may have it is looked up at every
 * request, before what is kept is looked at; a test looks elsewhere to see another's answer come.
 */
export async function packedLinks(
  deps: Deps,
  session: Session,
  surveyId: string,
  look = lookUp,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await look(deps, session, surveyId)
  if (found === undefined) return undefined
  const packs = kept.get(deps) ?? createPacks()
  kept.set(deps, packs)
  return await packs.get(JSON.stringify(found), () => readLinks(deps, session, surveyId))
}

/** Which releases and KPIs links are made of. Throws survey.unknown and release.none. */
export async function lookUp(deps: Deps, { organizationId, role }: Session, surveyId: string) {
  if (!seesAll(role)) return undefined
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { surveys, imported } = await surveysUntil(tx, organizationId, surveyId)
    const releases: unknown[] = []
    for (const survey of surveys) releases.push([survey, await findReleaseStamp(tx, organizationId, survey)])
    const zone = await findTimeZone(tx, organizationId)
    return {
      organizationId,
      surveyId,
      releases,
      imported,
      zone,
      kpis: await findKpiStamp(tx, organizationId),
    }
  })
}
