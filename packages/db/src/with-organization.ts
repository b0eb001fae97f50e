import { sql } from "kysely"
import { refuseInside, runInside } from "./inside.ts"
import { loginOf } from "./open-logins.ts"
import { type Role, roleName } from "./roles.ts"
import type { Db, Tx } from "./schema.ts"

export type { Role } from "./roles.ts"

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
  const login = loginOf(db, role)
  return await (login ?? db)
    .withoutPlugins()
    .transaction()
    .execute(async (tx) => {
      // One statement: the setting `role` is what SET ROLE sets; true means until the transaction's end. A login of
      // the role's own has its rights already. The uuid cast makes a malformed id an error here and not an empty
      // answer later.
      const become = login === undefined ? sql`set_config('role', ${roleName(role)}, true),` : sql``
      await sql`select ${become}
        set_config('throughline.organization', cast(cast(${organizationId} as text) as uuid)::text, true)`.execute(
        tx,
      )
      return await runInside(() => work(tx))
    })
}
