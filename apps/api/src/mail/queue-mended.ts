import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { queueMendedInvitations } from "./queue-queries.ts"

/** Sends invitations that could not be delivered to people whose address has been changed since, or who have one now. */
export async function queueMended(deps: Pick<Deps, "db">, organizationId: string): Promise<void> {
  await withOrganization(deps.db, "worker", organizationId, (tx) =>
    queueMendedInvitations(tx, organizationId),
  )
}
