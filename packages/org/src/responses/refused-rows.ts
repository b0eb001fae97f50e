/** Rows that are not counted, and why, in a sentence; rows with the same reason stand together. */
export interface RefusedRows {
  why: string
  rows: number
  /** The first of them, as a spreadsheet numbers them. */
  first: number[]
}

const REASONS = 200
const NAMED = 20

export interface Refusals {
  add: (why: string, row: number) => void
  count: () => number
  list: () => RefusedRows[]
}

/** Bounded, whatever a file holds: of reasons beyond the first 200 only the number is kept. */
export function newRefusals(): Refusals {
  const found = new Map<string, RefusedRows>()
  let count = 0
  return {
    add(why, row) {
      count++
      const key = found.has(why) || found.size < REASONS ? why : "For other reasons."
      const one = found.get(key) ?? { why: key, rows: 0, first: [] }
      found.set(key, one)
      one.rows++
      if (one.first.length < NAMED) one.first.push(row)
    },
    count: () => count,
    list: () => [...found.values()].sort((a, b) => b.rows - a.rows),
  }
}
