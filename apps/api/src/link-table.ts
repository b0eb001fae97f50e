import type { LinkConstruct, LinkKpi } from "@throughline/analysis"
import { parsePeriod, periodText, responseTable } from "@throughline/org"

/** Which columns of a table are what. */
export interface LinkColumns {
  unit: string
  period: string
  surveys: string[]
  kpis: { column: string; direction: LinkKpi["direction"] }[]
}

/** A column that is not linked with anything, and why. */
export interface RefusedColumn {
  column: string
  reason: "empty" | "constant" | "not-numbers" | "too-few-units"
  detail: string
}

export interface LinkTable {
  units: string[]
  /** Texts of the periods in order, without gaps. */
  periods: string[]
  constructs: LinkConstruct[]
  kpis: LinkKpi[]
  refused: RefusedColumn[]
}

/** Below this many units no column is linked with anything. */
const FEWEST = 10

/** Long rows, one for each unit and period → what is to be linked; one sentence where the table cannot be read. */
export function linkTable(
  bytes: Uint8Array,
  fileName: string,
  columns: LinkColumns,
  delimiter?: string,
): LinkTable | string {
  const table = responseTable(bytes, fileName, delimiter)
  if ("refused" in table) return table.refused
  const { headers } = table
  const numbers = [...columns.surveys, ...columns.kpis.map(({ column }) => column)]
  for (const name of [columns.unit, columns.period, ...numbers])
    if (!headers.includes(name))
      return `There is no column “${name}”. The table has: ${headers.filter((header) => header !== "").join(", ")}.`
  const rows = readRows(table.each, headers, columns)
  if (typeof rows === "string") return rows
  if (rows.length === 0) return "The table has no rows below its headers."

  const units = [...new Set(rows.map(({ unit }) => unit))]
  const placeOf = new Map(units.map((unit, at) => [unit, at]))
  const ordinals = rows.map(({ ordinal }) => ordinal)
  const first = ordinals.reduce((least, ordinal) => Math.min(least, ordinal))
  const length = ordinals.reduce((most, ordinal) => Math.max(most, ordinal)) - first + 1
  const { kind } = rows[0] as Row
  const periods = Array.from({ length }, (_, at) => periodText({ kind, ordinal: first + at }))
  const nobody = new Float64Array(units.length).fill(Number.NaN)

  const refused: RefusedColumn[] = []
  const seriesOf = (column: string): Float64Array[] | undefined => {
    const at = headers.indexOf(column)
    // A period without rows costs nothing.
    const series = new Array<Float64Array>(length).fill(nobody)
    const told = new Set<string>()
    const values = new Set<number>()
    for (const { unit, ordinal, cells, row } of rows) {
      const cell = cells[at] ?? ""
      if (isBlank(cell)) continue
      const value = readNumber(cell)
      if (value === undefined) {
        const detail = `Row ${row} holds “${cell.slice(0, 60)}”, which is no number.`
        refused.push({ column, reason: "not-numbers", detail })
        return undefined
      }
      if (series[ordinal - first] === nobody) series[ordinal - first] = nobody.slice()
      ;(series[ordinal - first] as Float64Array)[placeOf.get(unit) as number] = value
      told.add(unit)
      values.add(value)
    }
    const why = whyRefused(values, told.size)
    if (why === null) return series
    refused.push({ column, ...why })
    return undefined
  }
  const constructs = columns.surveys.flatMap((name): LinkConstruct[] => {
    const waves = seriesOf(name)
    return waves === undefined ? [] : [{ id: name, name, waves }]
  })
  const at = periods.map((_, wave) => wave)
  const kpis = columns.kpis.flatMap(({ column: name, direction }): LinkKpi[] => {
    const series = seriesOf(name)
    return series === undefined ? [] : [{ id: name, name, direction, periods: series, at }]
  })
  return { units, periods, constructs, kpis, refused }
}

function whyRefused(values: ReadonlySet<number>, units: number): Omit<RefusedColumn, "column"> | null {
  if (values.size === 0) return { reason: "empty", detail: "No row holds a number." }
  if (values.size === 1) return { reason: "constant", detail: `Every value is ${[...values][0]}.` }
  if (units >= FEWEST) return null
  const detail = `Only ${units} ${units === 1 ? "unit has" : "units have"} a value; ${FEWEST} are needed.`
  return { reason: "too-few-units", detail }
}

interface Row {
  unit: string
  kind: NonNullable<ReturnType<typeof parsePeriod>>["kind"]
  ordinal: number
  cells: string[]
  row: number
}

/** The rows with their unit and period; a sentence that names the first row that is not clear. */
function readRows(
  each: (take: (cells: string[], row: number, broken: string | null) => void) => void,
  headers: string[],
  columns: LinkColumns,
): Row[] | string {
  const [unitAt, periodAt] = [headers.indexOf(columns.unit), headers.indexOf(columns.period)]
  const rows: Row[] = []
  const seen = new Map<string, number>()
  let fault: string | undefined
  each((cells, row, broken) => {
    if (fault !== undefined) return
    const [unit, text] = [cells[unitAt] ?? "", cells[periodAt] ?? ""]
    const period = parsePeriod(text)
    const key = JSON.stringify([unit, period?.ordinal])
    const [first, earlier] = [rows[0], seen.get(key)]
    if (broken !== null) fault = `Row ${row} cannot be read: ${broken}.`
    else if (unit === "") fault = `Row ${row} has no unit in “${columns.unit}”.`
    else if (period === undefined)
      fault = `Row ${row}: “${text.slice(0, 60)}” in “${columns.period}” is no period, such as 2026, 2026-H1, 2026-Q3, 2026-07 or 2026-W05.`
    else if (first !== undefined && first.kind !== period.kind)
      fault = `Row ${row} has a ${period.kind} in “${columns.period}”, row ${first.row} a ${first.kind}; all rows need periods of one kind.`
    else if (earlier !== undefined)
      fault = `Rows ${earlier} and ${row} are both about ${unit} in ${periodText(period)}; each unit and period has one row.`
    else {
      seen.set(key, row)
      rows.push({ unit, ...period, cells, row })
    }
  })
  return fault ?? rows
}

function isBlank(cell: string): boolean {
  return /^(|[-–—.…x]|n\s*\/?\s*a|#?n\/?[ad]!?|null|none|nan|nil)$/i.test(cell)
}
function readNumber(cell: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : undefined
}
