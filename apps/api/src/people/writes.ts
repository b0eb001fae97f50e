import { isGone, type PersonRow, personColumns } from "./person-row.ts"

/**
 * What has to be written so that the stored people become others: JSON in UTF-8 that only the database reads again. As
 * bytes it changes threads without a copy.
 */
export interface Writes {
  /** Person ids, as one JSON array; null: nobody. */
  remove: Json | null
  /** Batches of rows as JSON arrays of objects. */
  insert: Json[]
  update: Json[]
}
export type Json = Uint8Array<ArrayBuffer>

// As one statement of 5,000 rows, 100,000 rows take a few seconds; larger ones are not faster and take more memory.
const BATCH = 5000

/** Only rows that differ are written: an unchanged row costs nothing. Those who are gone already stay as they are. */
export function writesBetween(current: readonly PersonRow[], target: readonly PersonRow[]): Writes {
  const now = new Map(current.map((row) => [row.person_id, row]))
  const insert: PersonRow[] = []
  const update: PersonRow[] = []
  for (const row of target) {
    const before = now.get(row.person_id)
    if (before === undefined) insert.push(row)
    else if (personColumns.some((column) => before[column] !== row[column])) update.push(row)
    now.delete(row.person_id)
  }
  const remove = [...now.values()].filter((row) => !isGone(row)).map((row) => row.person_id)
  return {
    remove: remove.length === 0 ? null : bytes(remove),
    insert: batches(insert),
    update: batches(update),
  }
}

function batches(rows: readonly PersonRow[]): Json[] {
  const texts: Json[] = []
  for (let at = 0; at < rows.length; at += BATCH) texts.push(bytes(rows.slice(at, at + BATCH)))
  return texts
}

const encoder = new TextEncoder()
const bytes = (value: unknown): Json => encoder.encode(JSON.stringify(value))
