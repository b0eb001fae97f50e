import { withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { insertOrganization } from "../organizations/queries.ts"
import { insertMember } from "./queries.ts"

/** A new organization with its first HR account. Rejects when the mail address already has an account. */
export async function createAdmin(
  deps: Pick<Deps, "db" | "auth">,
  admin: { organization: string; email: string; name: string; password: string },
): Promise<{ organizationId: string }> {
  const organizationId = crypto.randomUUID()
  const { email, name, password } = admin
  // The account first: a crash leaves an account without membership, which may do nothing.
  const user = await deps.auth.createUser({ email, name, password, organizationId })
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await insertOrganization(tx, organizationId, admin.organization)
    await insertMember(tx, organizationId, user.id, "hr")
  })
  return { organizationId }
}
