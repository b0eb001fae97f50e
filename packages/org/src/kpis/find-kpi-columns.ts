import { headerKey } from "../header-key.ts"
import { fieldRank, type KpiField } from "./header-words.ts"
import type { KpiChoices, KpiIssue } from "./kpi-file.ts"
import { isSlashed, readPeriod } from "./read-period.ts"

/** Which column says what. Numbers are places of columns. */
export interface KpiColumns {
  layout: "long" | "columns" | "wide"
  unit: number
  /** Two: the year, and which part of it. */
  period: number[]
  kpi: number | null
  /** Columns with numbers, with the KPI and the period that their header names. */
  values: { at: number; kpi: string | null; period: string | null }[]
  columns: Record<string, string>
  notes: string[]
  /** The file does not say which KPI it holds. */
  asksForKpi: boolean
}

const YEARS = "year, fiscal year, jahr, geschäftsjahr, année, exercice, año, ejercicio, yıl, السنة, العام"
  .split(",")
  .map(headerKey)
const PARTS = new Map(
  Object.entries({
    Q: "quarter, quartal, trimestre, çeyrek, الربع, ربع",
    M: "month, monat, mois, mes, ay, الشهر, شهر",
    W: "week, woche, kw, semaine, semana, hafta, الأسبوع",
    H: "half year, half, halbjahr, semestre, yarıyıl",
  }).flatMap(([part, words]) => words.split(",").map((word) => [headerKey(word), part] as const)),
)

/** Which letter stands before the number of a part of the year that has a column of its own: Q, M, W or H. */
export function partLetter(header: string): string {
  return PARTS.get(headerKey(header)) ?? "M"
}

/** How many of these cells are headers of a KPI file. */
export function knownKpiHeaders(cells: readonly string[]): number {
  const fields: KpiField[] = ["unit", "period", "kpi", "value"]
  const known = fields.filter((field) => cells.some((cell) => fieldRank(field, cell) !== undefined)).length
  return known + (cells.filter(isPeriod).length > 0 ? 1 : 0)
}

const isPeriod = (header: string) => {
  const period = readPeriod(header)
  return period !== undefined && !isSlashed(period)
}

/** Finds out which column says what, from the headers; what HR chose goes before them. */
export function findKpiColumns(headers: readonly string[], choices: KpiChoices): KpiColumns | KpiIssue {
  const skipped = new Set(choices.skip ?? [])
  const places = headers.flatMap((header, at) => (header === "" || skipped.has(header) ? [] : [at]))
  const header = (at: number) => headers[at] ?? ""
  for (const [field, chosen] of Object.entries(choices.columns ?? {}))
    if (chosen !== undefined && !headers.includes(chosen))
      return missing(chosen, `There is no column “${chosen}”, which was chosen for ${field}.`, headers)
  const chosen = (field: KpiField) => {
    const at = headers.indexOf(choices.columns?.[field] ?? "\0")
    return at < 0 ? null : at
  }
  const best = (field: KpiField, among = places) =>
    among
      .filter((at) => fieldRank(field, header(at)) !== undefined)
      .sort((a, b) => (fieldRank(field, header(a)) ?? 0) - (fieldRank(field, header(b)) ?? 0))[0] ?? null

  const unit = chosen("unit") ?? best("unit")
  if (unit === null)
    return missing(
      null,
      `No column says which unit a figure is of. The columns are: ${listed(headers)}.`,
      headers,
    )
  const rest = places.filter((at) => at !== unit)
  const year = rest.find((at) => YEARS.includes(headerKey(header(at))))
  const part = rest.find((at) => PARTS.has(headerKey(header(at))))
  const one = chosen("period") ?? best("period", rest)
  const isWhole =
    chosen("period") !== null || year === undefined || part === undefined || (one !== year && one !== part)
  const period = one === null ? [] : isWhole ? [one] : [year, part]
  const others = rest.filter((at) => !period.includes(at))
  const kpi = chosen("kpi") ?? best("kpi", others)
  const columns: Record<string, string> = { unit: header(unit) }
  if (period.length > 0) columns.period = period.map(header).join(" + ")
  if (kpi !== null) columns.kpi = header(kpi)
  const numbers = others.filter((at) => at !== kpi)
  const found = { unit, period, kpi, columns, notes: [] as string[], asksForKpi: false }
  const aside = (ats: readonly number[]) => {
    if (ats.length > 0) found.notes.push(`Not read: ${ats.map((at) => `“${header(at)}”`).join(", ")}.`)
  }

  if (period.length > 0 && kpi !== null) {
    const value =
      chosen("value") ?? best("value", numbers) ?? (numbers.length === 1 ? numbers[0] : null) ?? null
    if (value === null)
      return missing(
        null,
        `No column holds the values. The columns are: ${listed(headers)}.`,
        headers,
        "value",
      )
    aside(numbers.filter((at) => at !== value))
    columns.value = header(value)
    return { ...found, layout: "long", values: [{ at: value, kpi: null, period: null }] }
  }
  if (period.length > 0) {
    // Other names of the unit stand beside it; a figure is no name.
    const names = numbers.filter(
      (at) => at !== chosen("value") && fieldRank("unit", header(at)) !== undefined,
    )
    const figures = numbers.filter((at) => !names.includes(at))
    aside(names)
    if (figures.length === 0)
      return missing(null, `No column holds figures. The columns are: ${listed(headers)}.`, headers, "value")
    const [only] = figures
    const isNameless =
      figures.length === 1 &&
      only !== undefined &&
      (fieldRank("value", header(only)) ?? 99) < 3 &&
      choices.kpi === undefined
    const values = figures.map((at) => ({
      ...{ at, period: null },
      kpi: figures.length === 1 ? (choices.kpi ?? (isNameless ? null : header(at))) : header(at),
    }))
    return { ...found, layout: "columns", values, asksForKpi: isNameless }
  }
  const values = numbers.flatMap((at) => {
    const named = kpiAndPeriod(header(at))
    return named === undefined ? [] : [{ at, ...named }]
  })
  if (values.length === 0)
    return missing(
      null,
      `No column says the period, and no header is one. The columns are: ${listed(headers)}.`,
      headers,
      "period",
    )
  aside(numbers.filter((at) => !values.some((value) => value.at === at)))
  const asksForKpi = kpi === null && choices.kpi === undefined && values.some((value) => value.kpi === null)
  return {
    ...{ ...found, layout: "wide", asksForKpi },
    values: values.map((value) => ({ ...value, kpi: value.kpi ?? choices.kpi ?? null })),
  }
}

/** “2026-Q1” → that period; “Sales 2026-Q1”, “Q1 2026 Sales (EUR)” → KPI and period. undefined: no period in it. */
function kpiAndPeriod(header: string): { kpi: string | null; period: string } | undefined {
  if (isPeriod(header)) return { kpi: null, period: header }
  const bare = header
    .replace(/[()[\]{}:|]/g, " ")
    .replace(/\s[-–—]\s/g, " ")
    .replace(/_/g, " ")
  const words = bare.trim().split(/\s+/)
  for (let size = Math.min(4, words.length - 1); size > 0; size--) {
    const end = words.slice(-size).join(" ")
    if (isPeriod(end)) return { kpi: words.slice(0, -size).join(" "), period: end }
    const start = words.slice(0, size).join(" ")
    if (isPeriod(start)) return { kpi: words.slice(size).join(" "), period: start }
  }
  return undefined
}

function listed(headers: readonly string[]): string {
  const some = headers.slice(0, 12).map((header) => (header.length > 40 ? `${header.slice(0, 39)}…` : header))
  return headers.length > 12 ? `${some.join(", ")} and ${headers.length - 12} more` : some.join(", ")
}

function missing(
  column: string | null,
  message: string,
  headers: readonly string[],
  field: KpiField = "unit",
): KpiIssue {
  const repair = `Say which column it is${headers.length > 0 ? `, or name it “${field}” in the file` : ""}.`
  return { code: "missing-column", row: null, column, message, repair }
}
