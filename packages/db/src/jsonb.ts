import { type RawBuilder, sql } from "kysely"

/**
 * A value for a jsonb column; null becomes SQL null. Through a text parameter on purpose: a driver that sees a
 * jsonb parameter turns it into JSON itself, postgres.js also when it is JSON already, PGlite not.
 */
export function jsonb<T>(value: T): RawBuilder<T> {
  if (value === null || value === undefined) return sql<T>`null::jsonb`
  return sql<T>`cast(cast(${JSON.stringify(value)} as text) as jsonb)`
}
