import { sql } from "kysely"
import { type Role, roleName } from "./roles.ts"
import type { Db } from "./schema.ts"

/**
 * What is wrong with the login of this role, each as one plain sentence: a login that somebody made by hand may do more
 * than its role, and then the walls are not there.
 */
export async function checkLogin(db: Db, role: Role): Promise<string[]> {
  const { rows } = await sql<{
    login: string
    strong: boolean
    lacks: boolean
    others: string[]
    owns: boolean
  }>`
    select rolname::text as login,
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong,
      not coalesce((select pg_has_role(current_user, oid, 'usage') from pg_roles where rolname = ${roleName(role)}), false) as lacks,
      array(select other.rolname::text from pg_roles as other
        where other.rolname not in (current_user, ${roleName(role)}) and not me.rolsuper
          and pg_has_role(current_user, other.oid, 'member')) as others,
      exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where relowner = me.oid and nspname in ('app', 'registry', 'box', 'results', 'auth', 'jobs')) as owns
    from pg_roles as me where rolname = current_user`.execute(db)
  const [found] = rows
  if (found === undefined) return [`The login for ${role} is not to be found in pg_roles.`]
  const { login, strong, lacks, others, owns } = found
  const faults: string[] = []
  if (strong)
    faults.push(
      `The login ${login} for ${role} is a superuser, passes row-level security or may make roles: take that away.`,
    )
  if (lacks)
    faults.push(`The login ${login} for ${role} lacks its role: grant ${roleName(role)} to ${login}.`)
  if (others.length > 0)
    faults.push(
      `The login ${login} for ${role} holds other roles too (${others.join(", ")}): take them away.`,
    )
  if (owns) faults.push(`The login ${login} for ${role} owns tables: the owner is to be another login.`)
  return faults
}
