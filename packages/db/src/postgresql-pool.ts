import postgres from "postgres"

export interface TakenConnection {
  unsafe: (
    text: string,
    values?: readonly unknown[],
    options?: object,
  ) => postgres.PendingQuery<postgres.Row[]>
  /** Gives it back; exactly once. */
  release: () => void
}

export interface Pool {
  take: () => Promise<TakenConnection>
  end: () => Promise<void>
}

/** A postgres.js client of one connection, used until that is lost and never after. */
interface Client {
  sql: postgres.Sql
  isLost: boolean
}

/**
 * A pool of connections to one server. postgres.js has one, which does not stand the loss of a connection that
 * is in use (3.4.9): the next query on it throws where nobody can catch it and ends the process, a release puts
 * the dead connection among the living, and a reconnect may wait for ever for bytes that were never sent. So each
 * client here has one connection, is thrown away with it, and a query after the loss is rejected: it must not
 * run on a new connection, outside of the transaction that it belongs to.
 */
export function createPool(
  url: string,
  size: number,
  options: postgres.Options<Record<string, postgres.PostgresType>>,
): Pool {
  const clients = new Set<Client>()
  const idle: Client[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let ended = false

  const create = (): Client => {
    const onclose = () => {
      client.isLost = true
      clients.delete(client)
    }
    const client: Client = { isLost: false, sql: postgres(url, { ...options, max: 1, onclose }) }
    clients.add(client)
    return client
  }
  const give = () => {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }

  return {
    take: async () => {
      if (busy < size) busy++
      else await new Promise<void>((next) => waiting.push(next)) // in turn: who gives one back hands it on
      if (ended) {
        give()
        throw closed("the database is closed")
      }
      let client = idle.pop()
      while (client?.isLost) client = idle.pop()
      const taken = client ?? create()
      return {
        unsafe: (text, values = [], queryOptions = {}) => {
          if (taken.isLost) throw closed("the connection to the database was lost")
          // The server knows the type of every parameter; left to guess, postgres.js takes an array of bytes for
          // bytes. 0 is "not said".
          const untyped = values.map((value) => taken.sql.typed(value as string, 0))
          return taken.sql.unsafe(text, untyped, queryOptions)
        },
        release: () => {
          if (!taken.isLost) idle.push(taken)
          give()
        },
      }
    },
    end: async () => {
      ended = true
      await Promise.all([...clients].map((client) => client.sql.end({ timeout: 5 })))
    },
  }
}

const closed = (message: string): Error => Object.assign(new Error(message), { code: "CONNECTION_CLOSED" })
