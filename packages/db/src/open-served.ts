import { checkLogin } from "./check-login.ts"
import { closeToOthers } from "./close-to-others.ts"
import { makeLogins } from "./make-logins.ts"
import { isMigrated, migrate } from "./migrate.ts"
import { type Database, openDatabase } from "./open.ts"
import { type LoginUrls, loginOf, openLogins } from "./open-logins.ts"
import { roles } from "./roles.ts"

/** The embedded database, or a PostgreSQL server: as its owner, as the logins of the three roles, or as both. */
export type Served = { directory: string } | { url?: string; logins?: LoginUrls }

/** What the owner makes besides the tables. */
export type Prepare = (owner: Database) => Promise<void>

/**
 * Brings the database to this version and opens it for a server: on PostgreSQL with a login a role, after the
 * owner's connections are closed.
 *
 * @param secret what the passwords of the logins are derived from, beside the owner's
 * @throws one plain sentence when the owner can make no logins, when a given login may do more than its role, or when
 *   there is no owner's address and the database is not of this version
 */
export async function openServed(served: Served, secret: string, prepare: Prepare): Promise<Database> {
  if ("directory" in served) {
    const database = await openDatabase(served)
    await migrate(database.db)
    return database
  }
  const made =
    served.url === undefined
      ? undefined
      : await asOwner(
          served.url,
          prepare,
          async (owner, url) => served.logins ?? makeLogins(owner, url, secret),
        )
  const logins = made ?? served.logins
  if (logins === undefined)
    throw new Error("The database needs DATABASE_URL, or the logins of the three roles.")
  const database = openLogins(logins)
  try {
    await refuseUnlessReady(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Migrates and leaves: for the command that an operator runs as the owner, before servers start without it. */
export async function prepareDatabase(served: Served, prepare: Prepare): Promise<void> {
  if ("directory" in served) await (await openServed(served, "", prepare)).close()
  else if (served.url !== undefined) await asOwner(served.url, prepare, async () => undefined)
  else throw new Error("Migrating needs DATABASE_URL: the address of the login that owns the database.")
}

async function asOwner<T>(
  url: string,
  prepare: Prepare,
  work: (owner: Database, url: string) => Promise<T>,
): Promise<T> {
  const owner = await openDatabase({ url })
  try {
    await migrate(owner.db)
    await prepare(owner)
    await closeToOthers(owner.db)
    return await work(owner, url)
  } finally {
    await owner.close()
  }
}

async function refuseUnlessReady(database: Database): Promise<void> {
  const faults: string[] = []
  for (const role of roles)
    faults.push(...(await checkLogin(loginOf(database.db, role) ?? database.db, role)))
  if (faults.length > 0) throw new Error(faults.join("\n"))
  if (await isMigrated(database.db)) return
  throw new Error(
    "The database is not of this version: run `npx throughline migrate` with the DATABASE_URL of its owner first.",
  )
}
