import { withOrganization } from "@throughline/db"
import type { StrategyWords } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { findOrganization } from "./queries.ts"

export function readOrganization(
  deps: Deps,
  organizationId: string,
): Promise<{ name: string; words: StrategyWords | null }> {
  return withOrganization(deps.db, "web", organizationId, (tx) => findOrganization(tx, organizationId))
}
