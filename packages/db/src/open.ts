import { openEmbedded } from "./embedded.ts"
import { openPostgresql } from "./postgresql.ts"
import type { Db } from "./schema.ts"

/** An open database: the query builder, which kind it is, and raw SQL for pg-boss. */
export interface Database {
  db: Db
  /** true: PGlite inside this process, with one connection; false: a PostgreSQL server */
  embedded: boolean
  /** true: each role has a login of its own; false: one login owns everything and becomes a role for a transaction */
  logins: boolean
  /**
   * Raw SQL outside of any transaction, with $1-parameters; without values the text may hold several
   * statements, and the rows of all of them are returned. Never call it inside withOrganization.
   */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  close(): Promise<void>
}

/**
 * Opens the database of the url, or else the embedded one in the directory (made at the first start). Only
 * this file knows which is in use; every value reads the same on both (values.ts).
 *
 * @throws when the directory is in use by another process, or holds anything but a whole database: it is then
 *   left untouched. A PostgreSQL server that is away shows at the first query.
 */
export async function openDatabase(options: {
  /** PostgreSQL, see openPostgresql */
  url?: string
  /** embedded; a relative path is the process's */
  directory?: string
  /** false: commits do not wait for the disk. For tests that are not about loss; embedded only. */
  durable?: boolean
}): Promise<Database> {
  if (options.url) return openPostgresql(options.url)
  if (options.directory) return await openEmbedded(options.directory, options.durable ?? true)
  throw new Error(
    "openDatabase needs the url of a PostgreSQL server or a directory for the embedded database",
  )
}
