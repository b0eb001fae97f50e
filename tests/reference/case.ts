/**
 * One case of an `expected.json`: the statistic, its data, and what another program says of them.
 * `null` in `expected` says that the statistic is undefined; `tol` is relative, |a - b| <= tol max(1, |b|).
 */
export interface Case {
  id: string
  fn: string
  // biome-ignore lint/suspicious/noExplicitAny: a case holds what its statistic needs, in a shape only that one knows
  data: Record<string, any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  args: Record<string, any>
  expected: Record<string, unknown>
  tol: number
}

/** What a case is computed with: the tables of its folder, and the other cases, which name items that some leave out. */
export interface Folder {
  table(name: string): Table
  cases: readonly Case[]
}

/** By name of a statistic what this program says for a case. */
export type Engine = Record<string, (one: Case, folder: Folder) => Record<string, unknown>>

/** An interval as cases write it. */
export function bounds(interval: { low: number; high: number } | undefined): [number, number] | null {
  return interval ? [interval.low, interval.high] : null
}

/** A CSV file by column. Empty cells and NA are missing: NaN. Words are kept for grouping. */
export interface Table {
  names: string[]
  column(name: string): Float64Array
  words(name: string): string[]
  rows: number
}

export function parseTable(text: string): Table {
  const [head = "", ...lines] = text.trim().split(/\r?\n/)
  const cells = (line: string) => line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))
  const names = cells(head)
  const rows = lines.map(cells)
  const words = (name: string) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`no column ${name}`)
    return rows.map((row) => row[at] ?? "")
  }
  return {
    names,
    words,
    column: (name) =>
      Float64Array.from(words(name), (cell) => (/^(NA|)$/.test(cell) ? Number.NaN : Number(cell))),
    rows: rows.length,
  }
}
