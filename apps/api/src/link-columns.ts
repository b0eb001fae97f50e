import type { LinkKpi } from "@throughline/analysis"

/** Which columns of a table are what, as a command is told: lists with commas between headers. */
export interface ColumnsGiven {
  unit: string
  period: string
  surveys: string[]
  kpis: string[]
}

/** The same in a table's own headers. */
export interface LinkColumns {
  unit: string
  period: string
  surveys: string[]
  /** By column which way is better. */
  kpis: Map<string, LinkKpi["direction"]>
}

/** Headers may hold commas and colons themselves. A sentence when one is not there, or is to be two things. */
export function linkColumns(given: ColumnsGiven, headers: readonly string[]): LinkColumns | string {
  const { unit, period } = given
  const surveys = given.surveys.flatMap((value) =>
    headers.includes(value.trim()) ? [value.trim()] : listed(value),
  )
  const kpis = given.kpis
    .flatMap((value) =>
      headers.includes(directed(value.trim(), headers).column) ? [value.trim()] : listed(value),
    )
    .map((value) => directed(value, headers))
  if (surveys.length === 0 || kpis.length === 0) return NAME_BOTH
  const all = [unit, period, ...surveys, ...kpis.map(({ column }) => column)]
  const missing = all.find((column) => !headers.includes(column))
  if (missing !== undefined)
    return `There is no column “${missing}”. The table has: ${headers.filter((header) => header !== "").join(", ")}.`
  const twice = all.find((column, at) => all.indexOf(column) !== at)
  if (twice !== undefined) return `“${twice}” is named twice; each column is one thing.`
  return { unit, period, surveys, kpis: new Map(kpis.map(({ column, direction }) => [column, direction])) }
}

export const NAME_BOTH = "Name at least one column of the survey and one KPI: --survey and --kpi."

function listed(value: string): string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
}

/** "Churn:lower" → the column and its direction; higher is better where nothing is said. */
function directed(value: string, headers: readonly string[]) {
  const [, column, direction] = /^(.+):(higher|lower)$/.exec(value) ?? []
  if (column === undefined || headers.includes(value)) return { column: value, direction: "higher" as const }
  return { column: column.trim(), direction: direction as LinkKpi["direction"] }
}
