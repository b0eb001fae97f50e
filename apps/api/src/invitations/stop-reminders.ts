import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { readSecret } from "./links.ts"
import { updateRemindersStopped } from "./queries.ts"

/**
 * Stops the reminders of one survey for one person. The token opens no questionnaire, and a personal link stops
 * nothing. Stopped twice is stopped; after the close there is nothing left to stop. Throws invitation.unknown.
 */
export async function stopReminders(deps: Pick<Deps, "db">, token: string): Promise<void> {
  const known = await readSecret(deps.db, token)
  if (known === undefined) throw new Problem("invitation.unknown")
  const isKnown = await withOrganization(deps.db, "web", known.organizationId, (tx) =>
    updateRemindersStopped(tx, known.organizationId, known.hash),
  )
  if (!isKnown) throw new Problem("invitation.unknown")
}
