import type { LinkConstruct, LinkKpi } from "@throughline/analysis"
import {
  columnNumbers,
  kpiLimits,
  type Period,
  periodText,
  responseTable,
  settlePeriods,
} from "@throughline/org"
import { type ColumnsGiven, type LinkColumns, linkColumns } from "./link-columns.ts"

/** A column that is not linked with anything, and why. */
export interface RefusedColumn {
  column: string
  reason: "empty" | "constant" | "not-numbers"
  detail: string
}

export interface LinkTable {
  units: string[]
  /** Texts of the periods in order, without gaps. */
  periods: string[]
  constructs: LinkConstruct[]
  kpis: LinkKpi[]
  refused: RefusedColumn[]
  notes: string[]
}

/** Long rows, one for each unit and period → what is to be linked; one sentence where the table cannot be read. */
export function linkTable(
  bytes: Uint8Array,
  fileName: string,
  given: ColumnsGiven,
  delimiter?: string,
): LinkTable | string {
  const table = responseTable(bytes, fileName, delimiter)
  if ("refused" in table) return table.refused
  const { headers } = table
  const columns = linkColumns(given, headers)
  if (typeof columns === "string") return columns
  const directions = columns.kpis
  const names = [...columns.surveys, ...directions.keys()]
  const read = readRows(table.each, headers, columns)
  if (typeof read === "string") return read
  const { rows, notes } = read

  const units = [...new Set(rows.map(({ unit }) => unit))]
  const placeOf = new Map(units.map((unit, at) => [unit, at]))
  const ordinals = rows.map(({ period }) => period.ordinal)
  const first = ordinals.reduce((least, ordinal) => Math.min(least, ordinal))
  const length = ordinals.reduce((most, ordinal) => Math.max(most, ordinal)) - first + 1
  const { kind } = (rows[0] as Row).period
  if (length > kpiLimits.periods) {
    const [from, to] = [first, first + length - 1].map((ordinal) => periodText({ kind, ordinal }))
    return `it would run from ${from} to ${to}; a table has at most ${kpiLimits.periods} periods. Is one of them a slip?`
  }
  const periods = Array.from({ length }, (_, at) => periodText({ kind, ordinal: first + at }))
  // A period without rows costs nothing.
  const nobody = new Float64Array(units.length).fill(Number.NaN)

  const cells = names.map((name) => {
    const at = headers.indexOf(name)
    return rows.map((row) => row.cells[at] ?? "")
  })
  const refused: RefusedColumn[] = []
  const series = new Map<string, Float64Array[]>()
  for (const [number, numbers] of columnNumbers(cells).entries()) {
    const column = names[number] as string
    if ("fault" in numbers) {
      const text = cells[number]?.[numbers.fault]?.slice(0, 60)
      const detail = `Row ${rows[numbers.fault]?.row} holds “${text}”, which is no number like the others.`
      refused.push({ column, reason: "not-numbers", detail })
      continue
    }
    const filled = rows.flatMap((row, at) => {
      const value = numbers.values[at] as number
      return Number.isNaN(value) ? [] : [{ ...row, value }]
    })
    const why = whyRefused(filled)
    if (why !== null) {
      refused.push({ column, ...why })
      continue
    }
    const of = new Array<Float64Array>(length).fill(nobody)
    for (const { unit, period, value } of filled) {
      const at = period.ordinal - first
      if (of[at] === nobody) of[at] = nobody.slice()
      ;(of[at] as Float64Array)[placeOf.get(unit) as number] = value
    }
    series.set(column, of)
  }
  const at = periods.map((_, wave) => wave)
  const linked = [...series].map(([name, of]) => ({ id: name, name, of }))
  return {
    ...{ units, periods, refused, notes },
    constructs: linked.flatMap(({ of: waves, ...one }): LinkConstruct[] =>
      directions.has(one.id) ? [] : [{ ...one, waves }],
    ),
    kpis: linked.flatMap(({ of, ...one }): LinkKpi[] => {
      const direction = directions.get(one.id)
      return direction === undefined ? [] : [{ ...one, direction, periods: of, at }]
    }),
  }
}

function whyRefused(filled: readonly { value: number }[]): Omit<RefusedColumn, "column"> | null {
  const values = new Set(filled.map(({ value }) => value))
  if (values.size === 0) return { reason: "empty", detail: "No row holds a number." }
  if (values.size === 1) return { reason: "constant", detail: `Every value is ${[...values][0]}.` }
  return null
}

interface Row {
  unit: string
  period: Period
  cells: string[]
  row: number
}

/** The rows with their unit and period; a sentence that names the first row that is not clear. */
function readRows(
  each: (take: (cells: string[], row: number, broken: string | null) => void) => void,
  headers: string[],
  columns: LinkColumns,
): { rows: Row[]; notes: string[] } | string {
  const [unitAt, periodAt] = [headers.indexOf(columns.unit), headers.indexOf(columns.period)]
  const lines: { cells: string[]; row: number }[] = []
  let fault: string | undefined
  each((cells, row, broken) => {
    if (broken !== null) fault ??= `Row ${row} cannot be read: ${broken}.`
    lines.push({ cells, row })
  })
  if (fault !== undefined) return fault
  const texts = [...new Set(lines.map(({ cells }) => cells[periodAt] ?? ""))]
  const { periods, notes, dayFirst } = settlePeriods(texts, {})
  if (dayFirst !== null)
    return `“${dayFirst.example}” in “${columns.period}” is ${dayFirst.asDayFirst} or ${dayFirst.asMonthFirst}; write dates as 2026-07-31.`
  const periodOf = new Map(texts.map((text, at) => [text, periods[at]]))
  const rows: Row[] = []
  const seen = new Map<string, number>()
  for (const { cells, row } of lines) {
    const [unit, text] = [cells[unitAt] ?? "", cells[periodAt] ?? ""]
    const period = periodOf.get(text)
    if (unit === "") return `Row ${row} has no unit in “${columns.unit}”.`
    if (period === undefined)
      return `Row ${row}: “${text.slice(0, 60)}” in “${columns.period}” is no period, such as 2026, 2026-H1, 2026-Q3, 2026-07 or 2026-W05.`
    const first = rows[0]
    if (first !== undefined && first.period.kind !== period.kind)
      return `Row ${row} has a ${period.kind} in “${columns.period}”, row ${first.row} a ${first.period.kind}; all rows need periods of one kind.`
    const key = JSON.stringify([unit, period.ordinal])
    const earlier = seen.get(key)
    if (earlier !== undefined)
      return `Rows ${earlier} and ${row} are both about ${unit} in ${periodText(period)}; each unit and period has one row.`
    seen.set(key, row)
    rows.push({ unit, period, cells, row })
  }
  return rows.length === 0 ? "The table has no rows below its headers." : { rows, notes }
}
