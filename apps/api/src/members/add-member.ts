import { withOrganization } from "@throughline/db"
import { insertAccount, organizationOf } from "../auth/queries.ts"
import type { Deps } from "../deps.ts"
import { isTrusteeNow } from "../trustees/queries.ts"

/** A member that an operator adds without a mail, to the organization of an account that is there. */
export async function addMember(
  deps: Pick<Deps, "db" | "auth" | "now">,
  organizationOfEmail: string,
  member: { email: string; name: string; role: "hr" | "analyst"; password: string },
): Promise<"added" | "no-organization" | "taken" | "trustee"> {
  const organizationId = await organizationOf(deps.db, organizationOfEmail)
  if (organizationId === undefined) return "no-organization"
  const { email, name, role } = member
  const passwordHash = await deps.auth.hashPassword(member.password)
  const added = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    if (role === "hr" && (await isTrusteeNow(tx, organizationId, email))) return "trustee"
    return await insertAccount(tx, {
      ...{ organizationId, email, name, role, passwordHash, personId: null, now: deps.now() },
    })
  })
  if (added === "trustee") return added
  return added ? "added" : "taken"
}
