import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { findOrganization, type Organization } from "./queries.ts"

export function readOrganization(deps: Deps, organizationId: string): Promise<Organization> {
  return withOrganization(deps.db, "web", organizationId, (tx) => findOrganization(tx, organizationId))
}
