import { withOrganization } from "@throughline/db"
import { insertAccount } from "../auth/queries.ts"
import type { Deps } from "../deps.ts"
import { listLeaders } from "../members/list-leaders.ts"
import { demoAccounts } from "./accounts.ts"
import { demoBreak } from "./company.ts"
import { backdateHr } from "./queries.ts"

const YEAR = 365 * 24 * 3600 * 1000

/** Makes the demo's accounts that are not there yet, all or none of them. */
export async function makeAccounts(
  deps: Deps,
  organizationId: string,
  known: ReadonlySet<string>,
): Promise<void> {
  const missing = demoAccounts.filter(({ email }) => !known.has(email))
  const [first] = missing
  if (first === undefined) return
  // They have one password, and hashing is slow on purpose.
  const passwordHash = await deps.auth.hashPassword(first.password)
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const leaders = [...(await listLeaders(tx, organizationId)).values()]
    const lost = leaders.find(({ layer, unit }) => layer === 2 && unit === demoBreak.department)
    for (const { email, role, name } of missing) {
      const person = role === "leader" ? lost : undefined
      if (role === "leader" && person === undefined) continue
      await insertAccount(tx, {
        ...{ organizationId, email, role, passwordHash },
        name: name ?? person?.name ?? "",
        personId: person?.personId ?? null,
        now: deps.now(),
      })
    }
    const since = new Date(deps.now().getTime() - YEAR)
    const emails = missing.map(({ email }) => email)
    await backdateHr(tx, organizationId, emails, since)
  })
}
