import type { Tx } from "@throughline/db"
import { sql } from "kysely"
import type { TestApp } from "../../apps/api/src/testing.ts"

/** Works in an organization with the rights of the database's owner: what nobody has over the API. */
export function asOwner<T>(
  { deps }: TestApp,
  organizationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return deps.db.transaction().execute(async (tx) => {
    await sql`select set_config('throughline.organization', ${organizationId}, true)`.execute(tx)
    return await work(tx)
  })
}
