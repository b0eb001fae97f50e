import postgres from "postgres"

/** A connection taken from the pool; give it back with release, exactly once. */
export interface TakenConnection {
  unsafe: (
    text: string,
    values?: readonly unknown[],
    options?: object,
  ) => postgres.PendingQuery<postgres.Row[]>
  release: () => void
}

export interface Pool {
  take: () => Promise<TakenConnection>
  end: () => Promise<void>
}

interface Slot {
  sql: postgres.Sql
  /** how often this connection was lost */
  losses: number
}

/**
 * A pool of postgres.js clients of one connection each. Its own pool cannot be used: when a reserved connection
 * is lost, the next query on it throws where nobody can catch it and ends the process, and releasing it puts the
 * dead connection among the living (3.4.9). Here each loss is known, and such a query is rejected.
 */
export function createPool(
  url: string,
  size: number,
  options: postgres.Options<Record<string, postgres.PostgresType>>,
): Pool {
  const free: Slot[] = []
  const all: Slot[] = []
  const waiting: ((slot: Slot) => void)[] = []
  let ended = false

  const add = (): Slot => {
    const slot: Slot = {
      losses: 0,
      sql: postgres(url, {
        ...options,
        max: 1,
        onclose: () => {
          slot.losses++
        },
      }),
    }
    all.push(slot)
    return slot
  }
  const put = (slot: Slot) => {
    const next = waiting.shift()
    if (next) next(slot)
    else free.push(slot)
  }

  return {
    take: async () => {
      if (ended) throw lost("the database is closed")
      const slot =
        free.pop() ?? (all.length < size ? add() : await new Promise<Slot>((taken) => waiting.push(taken)))
      let connection: postgres.ReservedSql
      try {
        connection = await slot.sql.reserve()
      } catch (error) {
        put(slot)
        throw error
      }
      const losses = slot.losses
      const isLost = () => slot.losses !== losses
      return {
        unsafe: (text, values = [], queryOptions = {}) => {
          if (isLost()) throw lost("the connection to the database was lost")
          // The server knows the type of every parameter; left to guess, postgres.js takes an array of bytes for
          // bytes. 0 is "not said".
          const untyped = values.map((value) => slot.sql.typed(value as string, 0))
          return connection.unsafe(text, untyped, queryOptions)
        },
        release: () => {
          if (!isLost()) connection.release()
          put(slot)
        },
      }
    },
    end: async () => {
      ended = true
      await Promise.all(all.map((slot) => slot.sql.end({ timeout: 5 })))
    },
  }
}

const lost = (message: string): Error => Object.assign(new Error(message), { code: "CONNECTION_CLOSED" })
