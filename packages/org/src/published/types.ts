/** What a column of a published table can mean. */
export const publishedFields = [
  "wave",
  "group",
  "level",
  "order",
  "respondents",
  "code",
  "question",
  "percent",
] as const
export type PublishedField = (typeof publishedFields)[number]

/** Field → header as it stands in the file; for `percent` several, joined by "+", whose figures are added up. */
export type PublishedColumns = Partial<Record<PublishedField, string>>

export type PublishedIssueCode =
  | "empty-file"
  | "unsupported-file"
  | "too-large"
  | "unreadable-row"
  | "missing-column"
  | "missing-value"
  | "not-a-number"
  | "not-unique"
  | "layer-order"

/** One thing HR should know about the file: nothing of it is counted. */
export interface PublishedIssue {
  code: PublishedIssueCode
  /** As a spreadsheet numbers it: the header is row 1. Null: the file as a whole. */
  row: number | null
  /** The header of the column it is about. */
  column: string | null
  message: string
  repair: string | null
}

/** A row that counts; fits PublishedRow of the analysis. */
export interface ReadRow {
  wave: string | null
  group: string | null
  level: string
  order: number | null
  respondents: number
  code: string | null
  question: string
  percent: number
}

export interface PublishedTable {
  /** "layers" in an order from the lowest up, or "units", which are in none */
  kind: "layers" | "units"
  columns: PublishedColumns
  rows: ReadRow[]
  /** How many points each percent may be off, because it was told rounded. */
  rounding: number
  issues: PublishedIssue[]
  /** What was taken as meant, in words. */
  notes: string[]
}
