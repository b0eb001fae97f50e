import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findOrganization, type Organization, updateSettings, updateUnchosenTimeZone } from "./queries.ts"
import type { OrganizationSettings } from "./schemas.ts"

/** Dates of surveys stay the moments they are; from now on they are said in the new time zone. */
export function saveSettings(
  deps: Deps,
  organizationId: string,
  settings: OrganizationSettings,
): Promise<Organization> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await updateSettings(tx, organizationId, settings)
    return await findOrganization(tx, organizationId)
  })
}

/** On first use the browser's time zone is taken; one that somebody has chosen is never changed by it. */
export function takeTimeZone(deps: Deps, organizationId: string, timeZone: string): Promise<Organization> {
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    await updateUnchosenTimeZone(tx, organizationId, timeZone)
    return await findOrganization(tx, organizationId)
  })
}
