import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { freeAddress, isToMend, updateAddress } from "./address-queries.ts"
import { queueMendedInvitations, surveysWithMail } from "./queue-queries.ts"

/**
 * Gives a person another mail address, or says that the old one is right after all; their invitation goes out again.
 * Never touches reminders. Throws person.unknown, and person.reached for whoever's invitation was not refused.
 */
export async function mendAddress(
  deps: Pick<Deps, "db" | "jobs">,
  organizationId: string,
  { person, address }: { person: string; address: string },
): Promise<void> {
  const surveys = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (!(await updateAddress(tx, organizationId, person, address))) throw new Problem("person.unknown")
    // Whose invitation arrived would else get reminders, or another link, at an address of HR's choice.
    if (!(await isToMend(tx, organizationId, person))) throw new Problem("person.reached")
    await freeAddress(tx, organizationId, person, address)
    await queueMendedInvitations(tx, organizationId)
    return await surveysWithMail(tx, organizationId)
  })
  for (const surveyId of surveys) await deps.jobs.sendInvitations(organizationId, surveyId)
}
