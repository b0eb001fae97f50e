import type { PeriodKind } from "./period.ts"

export interface KpiIssue {
  code:
    | "unsupported-file"
    | "too-large"
    | "empty-file"
    | "missing-column"
    | "unreadable-row"
    | "no-unit"
    | "no-period"
    | "no-kpi"
    | "no-number"
    | "no-numbers"
    | "other-period"
    | "conflict"
  /** As a spreadsheet numbers it. */
  row: number | null
  column: string | null
  message: string
  repair: string | null
}

/** What HR says where a file leaves something open. */
export interface KpiChoices {
  columns?:
    | {
        unit?: string | undefined
        period?: string | undefined
        kpi?: string | undefined
        value?: string | undefined
      }
    | undefined
  /** Headers of columns that hold no KPI. */
  skip?: readonly string[] | undefined
  /** By header. */
  decimals?: Readonly<Record<string, Decimals>> | undefined
  dayFirst?: boolean | undefined
  /** What dates stand for. */
  periodKind?: PeriodKind | undefined
  /** Name of the one KPI of a file that names none. */
  kpi?: string | undefined
}

/** What stands before the decimals. */
export type Decimals = "point" | "comma"

export interface FileKpi {
  name: string
  kind: PeriodKind
  /** Ascending. */
  ordinals: number[]
  /** By place in `ordinals`, then by place in the file's `units`; NaN: none. */
  values: Float64Array[]
  count: number
  /** Its cells have a percent sign. */
  isPercent: boolean
}

export interface KpiFile {
  layout: "long" | "columns" | "wide"
  /** unit, period, kpi and value → header. */
  columns: Record<string, string>
  notes: string[]
  issues: KpiIssue[]
  issueCount: number
  /** Open questions: nothing may be imported before they are answered. */
  asked: {
    decimals: { column: string; example: string; asPoint: number; asComma: number }[]
    dayFirst: { example: string; asDayFirst: string; asMonthFirst: string } | null
    periodKind: { example: string; kinds: PeriodKind[] } | null
    kpi: boolean
  }
  rows: number
  /** Labels in the order in which they first stand. */
  units: string[]
  kpis: FileKpi[]
}
