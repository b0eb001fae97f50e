import { type MemberRole, withOrganization } from "@throughline/db"
import { insertAccount } from "../auth/queries.ts"
import type { Caller, TestApp } from "../testing.ts"
import { listLeaders } from "./list-leaders.ts"
import type { Leader } from "./schemas.ts"

const password = "a password for tests"

/** A member of an organization made without a mail, signed in. */
export async function addSignedIn(
  api: TestApp,
  organizationId: string,
  member: { email: string; role: MemberRole; personId?: string },
): Promise<Caller> {
  const passwordHash = await api.deps.auth.hashPassword(password)
  const { email, role, personId = null } = member
  await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    insertAccount(tx, {
      ...{ organizationId, email, name: "Test Member", passwordHash, role, personId },
      now: api.deps.now(),
    }),
  )
  return await api.signIn(email, password)
}

/** The leaders of today's org chart, from the top down. */
export async function leadersOf(api: TestApp, organizationId: string): Promise<Leader[]> {
  const leaders = await withOrganization(api.deps.db, "web", organizationId, (tx) =>
    listLeaders(tx, organizationId),
  )
  return [...leaders.values()]
}
