import { withOrganization } from "@throughline/db"
import { toSurveyJson } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { findVersion } from "./find-version.ts"
import { instrumentInside } from "./read-instrument.ts"

/** A version, or the draft, as SurveyJS JSON in all its languages. */
export function exportInstrument(
  deps: Deps,
  organizationId: string,
  instrumentId: string,
  version: number | undefined,
): Promise<object> {
  return withOrganization(deps.db, "web", organizationId, async (tx) =>
    toSurveyJson(
      version === undefined
        ? (await instrumentInside(tx, organizationId, instrumentId)).body
        : await findVersion(tx, organizationId, { id: instrumentId, version }),
    ),
  )
}
