import { AsyncLocalStorage } from "node:async_hooks"
import { sql } from "kysely"
import type { Db, Tx } from "./schema.ts"

/** web: requests of people. worker: mails and snapshots. close: opens the box, writes results. */
export type Role = "web" | "worker" | "close"

const inside = new AsyncLocalStorage<Db>()

/**
 * Runs `work` in one transaction that sees rows of this organization only and may do only what the role may.
 * Everything inside goes through `tx`: the embedded database has one connection, and waiting for the outer
 * `db` in here would wait for ever, so a `withOrganization` inside another throws.
 *
 * @param organizationId a uuid; anything else is refused by the database (22P02)
 */
export function withOrganization<T>(
  db: Db,
  role: Role,
  organizationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (inside.getStore() === db)
    throw new Error("withOrganization inside withOrganization: pass tx on instead")
  return inside.run(db, () =>
    db.transaction().execute(async (tx) => {
      // One statement: the setting `role` is what SET ROLE sets; true means until the transaction's end.
      // The uuid cast makes a malformed id an error here and not an empty answer later.
      await sql`select set_config('role', ${`throughline_${role}`}, true),
        set_config('throughline.organization', cast(cast(${organizationId} as text) as uuid)::text, true)`.execute(
        tx,
      )
      return await work(tx)
    }),
  )
}
