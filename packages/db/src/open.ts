import type { Db } from "./schema.ts"

/** An open database: the query builder, which kind it is, and raw SQL for pg-boss. */
export interface Database {
  db: Db
  embedded: boolean
  /** Runs raw SQL outside of any transaction; without values the text may hold several statements. */
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  close(): Promise<void>
}

export async function openDatabase(_options: { url?: string; directory?: string }): Promise<Database> {
  throw new Error("not yet")
}
