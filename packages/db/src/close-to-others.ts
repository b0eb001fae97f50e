import { sql } from "kysely"
import type { Db } from "./schema.ts"

/** Whether this login may grant rights on the database itself. */
export const ownsDatabase = sql<boolean>`exists (select from pg_database
  where datname = current_database() and pg_has_role(current_user, datdba, 'usage'))`

/**
 * Takes away what PostgreSQL gives everybody: to connect to the database, and to make temporary tables and functions
 * in it. Otherwise the login of another database of the cluster, which shares the three roles, could come in here. A
 * dump does not carry this along, so it is done at each migration. Nothing happens where the database belongs to
 * somebody else.
 */
export async function closeToOthers(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select distinct datname::text as name
    from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) as acl
    where datname = current_database() and acl.grantee = 0 and ${ownsDatabase}`.execute(db)
  for (const { name } of rows)
    await sql`revoke connect, temporary on database ${sql.id(name)} from public`.execute(db)
}
