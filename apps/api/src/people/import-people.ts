import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { forgetPlans } from "../forget-plans.ts"
import { Problem } from "../problem.ts"
import { insertPeopleImport, peopleVersion } from "./import-queries.ts"
import { inWorker } from "./in-worker.ts"
import { lockOrganization, writePeople } from "./queries.ts"
import { type PeopleUpload, withStored } from "./read-upload.ts"
import type { ImportedPeople } from "./schemas.ts"

/**
 * Replaces the people by those of the file, in one transaction: known ones are updated where they differ, new ones
 * added, absent ones removed (or made inactive while a survey refers to them). The file is read by the same functions
 * as on the page, so what the page let through is let through here. Throws people.blocked with the issues when one of
 * them is an error, and people.changed when somebody else imported meanwhile.
 */
export async function importPeople(
  deps: Deps,
  organizationId: string,
  upload: PeopleUpload,
  importedBy: string | null,
): Promise<ImportedPeople> {
  const { given, version } = await withStored(deps, organizationId, upload)
  const plan = await inWorker("plan", given)
  const { read } = plan
  if (!("writes" in plan))
    throw new Problem("people.blocked", {
      issues: read.issues,
      ...(read.issueCount > read.issues.length
        ? { detail: `The first ${read.issues.length} of ${read.issueCount} problems are listed.` }
        : {}),
    })
  const layers = read.layers.at(-1)?.layer ?? 0
  const { joined, left, moved, attached, detached, changed } = read.difference
  const difference = { joined, left, moved, attached, detached, changed }
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockOrganization(tx, organizationId)
    if ((await peopleVersion(tx, organizationId)) !== version) throw new Problem("people.changed")
    await writePeople(tx, organizationId, plan.writes)
    await forgetPlans(tx)
    const { fileName, repairs } = given
    await insertPeopleImport(
      tx,
      organizationId,
      {
        ...{ fileName, people: read.people, layers, difference, importedBy },
        repairs: repairs.length,
        importedAt: deps.now(),
      },
      plan.before,
    )
  })
  return { people: read.people, layers, difference }
}
