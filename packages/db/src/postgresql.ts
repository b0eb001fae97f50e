import { Kysely } from "kysely"
import { PostgresJSDialect } from "kysely-postgres-js"
import type { PostgresType } from "postgres"
import { outsideOnly, refuseInside } from "./inside.ts"
import type { Database } from "./open.ts"
import { createPool, type TakenConnection } from "./postgresql-pool.ts"
import type { Schema } from "./schema.ts"
import { arrayLiteral, parseArray, valueTypes } from "./values.ts"

/**
 * Opens a PostgreSQL server. Connects when first used and reconnects by itself; while the server is away,
 * queries are rejected within about a second with code ECONNREFUSED, CONNECTION_CLOSED or the server's own
 * (57P01, 57P03); what was under way may or may not have been committed, so the caller repeats it as a retry.
 *
 * @param url postgres://user:password@host:port/database; `?max=20` sets how many connections (10),
 *   `?prepare=false` leaves out prepared statements, as PgBouncer in front needs it
 */
export function openPostgresql(
  url: string,
  unlessSaid: { size: number; name: string } = { size: 10, name: "throughline" },
): Database {
  const { server, size } = splitUrl(url, unlessSaid.size)
  const pool = createPool(server, size, {
    types: driverTypes(),
    onnotice: () => {},
    // The database's UTC decides what day it is, whatever the server's own setting.
    connection: { TimeZone: "UTC", application_name: unlessSaid.name },
    connect_timeout: 10,
    max_lifetime: null,
  })
  // kysely-postgres-js prepares every statement (0.22 ms of CPU for a 2 kB insert against 0.62).
  const source = Object.assign(() => {}, {
    options: { max: size },
    end: pool.end,
    reserve: async () => endTransactions(await pool.take()),
  })
  const db = new Kysely<Schema>({
    dialect: new PostgresJSDialect({ postgres: source }),
    plugins: [outsideOnly],
  })

  return {
    db,
    embedded: false,
    logins: false,
    executeSql: async (text, values = []) => {
      refuseInside()
      const connection = await pool.take()
      try {
        if (values.length > 0) return { rows: [...(await connection.unsafe(text, values))] }
        const result: unknown[] = await connection.unsafe(text).simple()
        return { rows: result.some(Array.isArray) ? result.flat() : [...result] }
      } catch (error) {
        // Several statements may have begun a transaction that nobody is left to end.
        if (values.length === 0) await rollback(connection)
        throw error
      } finally {
        connection.release()
      }
    },
    close: async () => {
      await db.destroy()
      await pool.end()
    },
  }
}

/** How kysely-postgres-js (5.0.0) ends transactions does not suit Kysely (0.29): two repairs. */
function endTransactions(connection: TakenConnection) {
  return {
    release: connection.release,
    unsafe: (text: string, values?: readonly unknown[], options?: object) => {
      if (text === "commit") return Object.assign(commit(connection), { cancel: () => {} })
      if (text === "rollback") return Object.assign(rollback(connection), { cancel: () => {} })
      return connection.unsafe(text, values, options)
    },
  }
}

/** PostgreSQL answers COMMIT with ROLLBACK when a statement had failed; Kysely looks for that in the rows. */
async function commit(connection: TakenConnection) {
  const { command } = await connection.unsafe("commit")
  return Object.assign(command === "ROLLBACK" ? [{ command }] : [], { command, count: 0 })
}

/** A rollback that fails has lost its connection, and with it the transaction; what matters is the first error. */
async function rollback(connection: TakenConnection) {
  try {
    await connection.unsafe("rollback")
  } catch {}
  return Object.assign([], { command: "ROLLBACK", count: 0 })
}

function splitUrl(url: string, unlessSaid: number): { server: string; size: number } {
  const server = new URL(url)
  const size = Number(server.searchParams.get("max") ?? unlessSaid)
  server.searchParams.delete("max")
  return { server: server.href, size }
}

function driverTypes(): Record<string, PostgresType> {
  const types: Record<string, PostgresType> = {}
  for (const { oid, arrayOid, parse, serialize } of valueTypes) {
    types[`value${oid}`] = { to: oid, from: [oid], parse, serialize }
    types[`array${oid}`] = {
      to: arrayOid,
      from: [arrayOid],
      parse: (literal: string) => parseArray(literal, parse),
      serialize: (value: unknown) => arrayLiteral(value, serialize),
    }
  }
  return types
}
