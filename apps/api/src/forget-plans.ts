import type { Tx } from "@throughline/db"
import { sql } from "kysely"

/**
 * To be called after writing many rows: what this connection planned while a table was nearly empty (foreign keys,
 * `box.cast`) reads the whole table for each row, and 20,000 people took two minutes instead of three seconds.
 */
export async function forgetPlans(tx: Tx): Promise<void> {
  await sql`discard plans`.execute(tx)
}
