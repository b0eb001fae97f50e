import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { findTimeZone } from "../members/queries.ts"
import { selectSurveys } from "../surveys/queries.ts"
import { refuseLeft } from "./own-position.ts"
import { selectUnits } from "./queries.ts"
import type { ResultList } from "./schemas.ts"

/**
 * The surveys that the caller can look at, newest first: open ones (not for analysts, who read releases only) and
 * closed ones. For a leader each says what the own unit was called when it was launched; null: there was none.
 * Throws release.left.
 */
export function listResults(deps: Deps, session: Session, refuse = refuseLeft): Promise<ResultList> {
  const { organizationId, role, personId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (role === "leader") await refuse(tx, session)
    const units =
      personId === null ? new Map<string, string>() : await selectUnits(tx, organizationId, personId)
    const surveys = await selectSurveys(tx, organizationId)
    const seen: ResultList["surveys"] = surveys.flatMap((row) => {
      if (row.state === "draft" || (role === "analyst" && row.outcome !== "released")) return []
      return [
        {
          id: row.survey_id,
          name: row.name,
          state: row.state,
          outcome: row.outcome,
          source: row.source,
          closesAt: row.closes_at?.toISOString() ?? null,
          closedAt: row.closed_at?.toISOString() ?? null,
          unit: role === "leader" ? (units.get(row.survey_id) ?? null) : null,
        },
      ]
    })
    return { timeZone: await findTimeZone(tx, organizationId), surveys: seen }
  })
}
