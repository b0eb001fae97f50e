import { personScores } from "@throughline/analysis/stats"
import type { Case, Folder, Table } from "./case.ts"

type Data = Case["data"]

/** A sample without its missing values: inline, or a column of a table for the rows that a filter keeps. */
export function sample(folder: Folder, data: Data, name: "x" | "y" = "x", filter = "where"): number[] {
  if (Array.isArray(data[name])) return data[name].filter((value: number | null) => value !== null)
  const table = folder.table(data.csv)
  const values = table.column(data[name] ?? data.x)
  return kept(table, data[filter])
    .map((row) => values[row] as number)
    .filter((value) => !Number.isNaN(value))
}

/** Two independent samples. */
export function samples(folder: Folder, data: Data): [number[], number[]] {
  if (Array.isArray(data.x)) return [sample(folder, data), sample(folder, data, "y")]
  return [sample(folder, data, "x", "where_x"), sample(folder, data, "x", "where_y")]
}

/** Rows of a table that a filter keeps: column → value, or several values. */
export function kept(table: Table, filter: Record<string, unknown> = {}): number[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row)
  return Object.entries(filter).reduce((left, [name, wanted]) => {
    const words = table.words(name)
    const some = (Array.isArray(wanted) ? wanted : [wanted]).map(String)
    return left.filter((row) => some.includes(words[row] as string))
  }, rows)
}

/** Rows by group, in the order of the groups: by number where they are numbers. */
export function groups(words: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, word] of words.entries()) {
    if (word === "" || word === "NA") continue
    const members = rows.get(word)
    if (members === undefined) rows.set(word, [row])
    else members.push(row)
  }
  const numbers = [...rows.keys()].every((key) => !Number.isNaN(Number(key)))
  return new Map([...rows].sort(([a], [b]) => (numbers ? Number(a) - Number(b) : a < b ? -1 : Number(a > b))))
}

/** Answers as one column an item, reverse-keyed ones turned round. */
export function items(folder: Folder, data: Data): Float64Array[] {
  if (data.rows && !data.csv) {
    const rows = data.rows as (number | null)[][]
    return (rows[0] ?? []).map((_, item) => Float64Array.from(rows, (row) => row[item] ?? Number.NaN))
  }
  const table = folder.table(data.csv)
  return (data.items as string[]).map((name) => {
    const column = table.column(name)
    if (!data.reverse?.includes(name)) return column
    const [low, high] = data.scale as [number, number]
    return column.map((answer) => low + high - answer)
  })
}

/** Rows in which no item is missing. */
export function complete(columns: readonly ArrayLike<number>[], rows: readonly number[]): number[] {
  return rows.filter((row) => columns.every((column) => !Number.isNaN(column[row])))
}

/** Means by group of person-level columns, rounded so that equal means stay equal. */
export function groupMeans(table: Table, group: string, columns: readonly Float64Array[], digits = 10) {
  const rows = [...groups(table.words(group)).values()]
  const round = (value: number) => Number(value.toFixed(digits))
  return {
    sizes: rows.map((members) => members.length),
    means: columns.map((column) =>
      rows.map((members) => round(meanOf(complete([column], members).map((row) => column[row] as number)))),
    ),
  }
}

/** A person-level column: of the table, or the mean of several of its columns. */
export function personLevel(table: Table, of: string | { mean_of_items: string[] }): Float64Array {
  if (typeof of === "string") return table.column(of)
  return personScores(
    of.mean_of_items.map((name) => table.column(name)),
    1,
    { missing: Number.NaN },
  )
}

/** Complete pairs: inline, two columns of a table, or group means of them. */
export function pairs(
  folder: Folder,
  data: Data,
): { x: number[]; y: number[]; control?: number[]; sizes?: number[] } {
  if (data.aggregate) {
    const table = folder.table(data.csv)
    const { group, x, y, stat = "mean", round_group_means } = data.aggregate
    if (stat !== "mean") throw new Error(`no group ${stat}`)
    const control = data.control ? [personLevel(table, String(data.control).split(" ")[0] as string)] : []
    const { means, sizes } = groupMeans(
      table,
      group,
      [personLevel(table, x), personLevel(table, y), ...control],
      round_group_means,
    )
    return { x: means[0] as number[], y: means[1] as number[], control: means[2], sizes }
  }
  const [x, y] = ["x", "y"].map((name) =>
    Array.isArray(data[name])
      ? Float64Array.from(data[name], (value: number | null) => value ?? Number.NaN)
      : folder.table(data.csv).column(data[name]),
  ) as [Float64Array, Float64Array]
  const rows = complete([x, y], [...x.keys()])
  return { x: rows.map((row) => x[row] as number), y: rows.map((row) => y[row] as number) }
}

/** Before and after of the same people: two columns, or one column at two times, matched on others. */
export function beforeAndAfter(folder: Folder, data: Data): [number[], number[]] {
  const table = folder.table(data.csv)
  const times = [data.pre, data.post].map((text: string) => /^(\S+) at (\S+) (\S+)$/.exec(text))
  if (times.some((found) => found === null)) {
    const { x, y } = pairs(folder, { csv: data.csv, x: data.pre, y: data.post })
    return [x, y]
  }
  const matchedOn = /\((.*)\)/.exec(data.order)?.[1]?.split(/,\s*/) ?? []
  const keys = matchedOn.map((name) => table.words(name))
  const [before, after] = times.map((found) => {
    const [, value = "", time = "", at = ""] = found ?? []
    const column = table.column(value)
    return new Map(
      kept(table, { [time]: at }).map((row) => [
        keys.map((key) => key[row]).join(" "),
        column[row] as number,
      ]),
    )
  }) as [Map<string, number>, Map<string, number>]
  const known = (key: string) =>
    !Number.isNaN(before.get(key) ?? Number.NaN) && !Number.isNaN(after.get(key) ?? Number.NaN)
  const both = [...before.keys()].filter(known)
  return [both.map((key) => before.get(key) as number), both.map((key) => after.get(key) as number)]
}

/**
 * Items a case only counts ("mean of 11 items"): those of a case on the same file that names as many.
 */
export function countedItems(folder: Folder, csv: string, count: number): string[] {
  const named = folder.cases.find((other) => other.data.csv === csv && other.data.items?.length === count)
  if (!named) throw new Error(`no case names the ${count} items of ${csv}`)
  return named.data.items
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
