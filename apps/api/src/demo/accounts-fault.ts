import type { Db } from "@throughline/db"
import { demoAccounts } from "./accounts.ts"
import { findAccounts } from "./queries.ts"

export const demoEmails: readonly string[] = demoAccounts.map(({ email }) => email)

/**
 * Why the product must not start on this database, in one sentence; undefined: it may. The demo shows everybody the
 * links of its company, and everybody knows the password of its accounts: demo and real accounts never meet.
 */
export async function accountsFault(db: Db, isDemo: boolean): Promise<string | undefined> {
  const { demo, others } = await findAccounts(db, demoEmails)
  if (isDemo && others) {
    return "DEMO=1 on a database with accounts of its own: the demo would show everybody's links. Refused."
  }
  if (!isDemo && demo.size > 0) {
    return "This database holds the demo, whose password everybody knows: start with DEMO=1, or on a new database."
  }
  return undefined
}
