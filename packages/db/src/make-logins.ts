import { createHash, createHmac } from "node:crypto"
import { sql } from "kysely"
import { ownsDatabase } from "./close-to-others.ts"
import type { Database } from "./open.ts"
import type { LoginUrls } from "./open-logins.ts"
import { openPostgresql } from "./postgresql.ts"
import { type Role, roleName, roles } from "./roles.ts"
import { scramVerifier } from "./scram-verifier.ts"

/** Any fixed number; whoever makes logins holds it until commit. */
const lock = 7_412_002

/**
 * Makes, where they are missing, a login a role for this database, and answers where they log in. A login holds the
 * rights of its role and no other, so that RESET ROLE and SET ROLE gain nothing. The passwords are derived: every
 * process with the same address and secret finds the same, and nothing is stored. To be called as the owner, after
 * migrating.
 *
 * @param secret something that is not in the database
 * @throws one plain sentence when the owner may make no logins, or the server does not let them in
 */
export async function makeLogins(owner: Database, url: string, secret: string): Promise<LoginUrls> {
  const { rows } = await owner.executeSql("select current_database() as name")
  const database = (rows[0] as { name: string }).name
  const urls: Partial<LoginUrls> = {}
  for (const role of roles) {
    const login = loginName(role, database)
    const { href, password } = loginUrl(url, role, login, secret)
    urls[role] = href
    if ((await whyNot(href)) === undefined) continue
    await makeLogin(owner, role, login, password)
    const reason = await whyNot(href)
    if (reason !== undefined)
      throw new Error(
        `The login ${login} was made and still cannot log in (${reason}). Let it in (pg_hba.conf), or make logins of your own and name them in ${variables}.`,
      )
  }
  return urls as LoginUrls
}

const variables = roles.map((role) => `DATABASE_${role.toUpperCase()}_URL`).join(", ")

/** Several databases of a cluster share the roles, and each has logins of its own. */
export function loginName(role: Role, database: string): string {
  const name = `${roleName(role)}_${database}`
  // PostgreSQL cuts names at 63 bytes, and two that begin alike would become one.
  if (Buffer.byteLength(name) <= 63) return name
  return `${roleName(role)}_${createHash("sha256").update(database).digest("hex").slice(0, 32)}`
}

function loginUrl(url: string, role: Role, login: string, secret: string): URL {
  const address = new URL(url)
  const key = createHmac("sha256", "throughline database logins").update(`${secret}\0${address.password}`)
  address.username = encodeURIComponent(login)
  address.password = createHmac("sha256", key.digest()).update(login).digest("base64url")
  // How many connections there may be is said for the web; the others stay small.
  if (role !== "web") address.searchParams.delete("max")
  return address
}

/** Undefined: it logs in. What is no question of logging in, a server that is away for instance, is thrown. */
async function whyNot(url: string): Promise<string | undefined> {
  const database = openPostgresql(url, { size: 1, name: "throughline" })
  try {
    await database.executeSql("select 1")
    return undefined
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // 28: no such login, or a wrong password; 42501: it may not connect to this database.
    if (code?.startsWith("28") || code === "42501") return message
    throw error
  } finally {
    await database.close()
  }
}

/** The password goes as its verifier: a server that logs statements must not have it in its log. */
async function makeLogin(owner: Database, role: Role, login: string, password: string): Promise<void> {
  const verifier = sql.lit(scramVerifier(password))
  try {
    await owner.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
      const { rows } = await sql`select from pg_roles where rolname = ${login}`.execute(tx)
      const change = sql.raw(rows.length > 0 ? "alter" : "create")
      await sql`${change} role ${sql.id(login)} login password ${verifier}`.execute(tx)
      await sql`grant ${sql.id(roleName(role))} to ${sql.id(login)}`.execute(tx)
      const { rows: ours } = await sql<{ name: string }>`
        select current_database() as name where ${ownsDatabase}`.execute(tx)
      for (const { name } of ours)
        await sql`grant connect on database ${sql.id(name)} to ${sql.id(login)}`.execute(tx)
    })
  } catch (cause) {
    if ((cause as { code?: string }).code !== "42501") throw cause
    throw new Error(
      `The login of DATABASE_URL may not make the login ${login}: let a superuser give it CREATEROLE and the three roles WITH ADMIN OPTION, or make logins yourself and name them in ${variables}.`,
      { cause },
    )
  }
}
