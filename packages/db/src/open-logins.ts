import type { Database } from "./open.ts"
import { openPostgresql } from "./postgresql.ts"
import { type Role, roles } from "./roles.ts"
import type { Db } from "./schema.ts"

/** Where each role logs in: postgres://login:password@host/database. */
export type LoginUrls = Record<Role, string>

/** Connections of each login at most; `?max=` of its URL says otherwise. Each is opened when it is first needed. */
const sizes: Record<Role, number> = { web: 8, worker: 5, close: 2 }

const served = new WeakMap<Db, Record<Role, Db>>()

/**
 * A PostgreSQL server with a login a role: withOrganization works on the role's own connections, raw SQL, which is the
 * queue's, on the worker's, and whatever is asked outside of any organization on the web's.
 */
export function openLogins(urls: LoginUrls): Database {
  const pools = Object.fromEntries(
    roles.map((role) => [
      role,
      openPostgresql(urls[role], { size: sizes[role], name: `throughline ${role}` }),
    ]),
  ) as Record<Role, Database>
  const { web, worker, close } = pools
  served.set(web.db, { web: web.db, worker: worker.db, close: close.db })
  return {
    db: web.db,
    embedded: false,
    logins: true,
    executeSql: worker.executeSql,
    close: async () => {
      for (const role of roles) await pools[role].close()
    },
  }
}

/** What work of this role runs on when the role has a login; undefined: it goes by SET LOCAL ROLE. */
export const loginOf = (db: Db, role: Role): Db | undefined => served.get(db)?.[role]
