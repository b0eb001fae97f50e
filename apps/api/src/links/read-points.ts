import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { type LinkGuards, linkGuards } from "./gather-waves.ts"
import { askedIn } from "./link-constructs.ts"
import { newestOf } from "./link-view.ts"
import { gatherView } from "./read-links.ts"
import type { Points } from "./schemas.ts"
import { tellPoints } from "./tell-points.ts"

/** One topic and one KPI, unit by unit. Throws as `gatherView` does, release.none for another topic and kpi.unknown. */
export async function readPoints(
  deps: Deps,
  session: Session,
  { survey, construct, kpi, lag }: { survey: string; construct: string; kpi: string; lag: number },
  guards: LinkGuards = linkGuards,
): Promise<Points> {
  const { view } = await gatherView(deps, session, survey, [kpi], guards)
  const asked = askedIn(newestOf(view).release.measures)
  const one = asked.find(({ id }) => id === construct)
  const [viewed] = view.kpis
  if (one === undefined) throw new Problem("release.none")
  if (viewed === undefined) throw new Problem("kpi.unknown")
  return tellPoints(view, one, viewed, lag)
}
