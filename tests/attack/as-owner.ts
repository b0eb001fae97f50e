import type { Db, Tx } from "@throughline/db"
import { sql } from "kysely"

/** Works in an organization with the rights of the database's owner: what nobody has over the API. */
export function asOwner<T>(owner: Db, organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return owner.transaction().execute(async (tx) => {
    await sql`select set_config('throughline.organization', ${organizationId}, true)`.execute(tx)
    return await work(tx)
  })
}
