import { sql } from "kysely"
import { refuseInside, runInside } from "./inside.ts"
import type { Db, Tx } from "./schema.ts"

/** web: requests of people. worker: mails and snapshots. close: opens the box, writes results. */
export type Role = "web" | "worker" | "close"

/**
 * Runs `work` in one transaction that sees rows of this organization only and may do only what the role may.
 * Everything inside goes through `tx`; the database itself, and a second withOrganization, are refused there.
 *
 * @param organizationId a uuid; anything else is refused by the database (22P02)
 * @throws what `work` throws, after a rollback; and also when `work` swallowed the error of a statement, as then
 *   nothing was committed
 */
export async function withOrganization<T>(
  db: Db,
  role: Role,
  organizationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  refuseInside()
  return await db
    .withoutPlugins()
    .transaction()
    .execute(async (tx) => {
      // One statement: the setting `role` is what SET ROLE sets; true means until the transaction's end.
      // The uuid cast makes a malformed id an error here and not an empty answer later.
      await sql`select set_config('role', ${`throughline_${role}`}, true),
        set_config('throughline.organization', cast(cast(${organizationId} as text) as uuid)::text, true)`.execute(
        tx,
      )
      return await runInside(() => work(tx))
    })
}
