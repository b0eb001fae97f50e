import {
  type MissingFigure,
  type PublishedFigure,
  type PublishedStep,
  publishedFigures,
  publishedSteps,
} from "@throughline/analysis"
import { type PublishedColumns, type PublishedTable, readPublished } from "@throughline/org"

export interface PublishedFile {
  bytes: Uint8Array
  fileName: string
  columns?: PublishedColumns | undefined
  topFirst?: boolean | undefined
}

/** All that is told of one question, whatever its number was in which wave. */
export interface ToldQuestion {
  question: string
  figures: PublishedFigure[]
  steps: PublishedStep[]
  missing: MissingFigure[]
}

export interface ToldTable {
  kind: "layers" | "units"
  columns: PublishedColumns
  rows: number
  rounding: number
  notes: string[]
  issues: PublishedTable["issues"]
  issueCount: number
  waves: string[]
  /** each group's layers from the top down; of many units the first only */
  groups: { group: string | null; levels: string[] }[]
  questions: ToldQuestion[]
}

/** Refused rows and layers that are listed; more are counted. */
const LISTED = 200

/** What a published table says, question by question: worked out once, when it is added. */
export function tellTable({ bytes, fileName, columns, topFirst }: PublishedFile): ToldTable {
  const { rows, ...table } = readPublished(bytes, fileName, { columns, topFirst })
  const figures = Map.groupBy(publishedFigures(rows, table.rounding), ({ question }) => question)
  const { steps, missing } = publishedSteps(rows, table.rounding)
  const stepsOf = Map.groupBy(steps, ({ question }) => question)
  const missingOf = Map.groupBy(missing, ({ question }) => question)
  const ordered = rows.toSorted((a, b) => (b.order ?? 0) - (a.order ?? 0))
  const distinct = (texts: (string | null)[]) => [...new Set(texts)].filter((text) => text !== null)
  return {
    ...{ kind: table.kind, columns: table.columns, rounding: table.rounding, notes: table.notes },
    ...{ issues: table.issues.slice(0, LISTED), issueCount: table.issues.length, rows: rows.length },
    waves: distinct(rows.map(({ wave }) => wave)).toSorted((a, b) =>
      a.localeCompare(b, "en", { numeric: true }),
    ),
    groups: [...Map.groupBy(ordered, ({ group }) => group)].slice(0, LISTED).map(([group, of]) => ({
      group,
      levels: distinct(of.map(({ level }) => level)).slice(0, LISTED),
    })),
    questions: [...figures].map(([question, of]) => ({
      ...{ question, figures: of },
      ...{ steps: stepsOf.get(question) ?? [], missing: missingOf.get(question) ?? [] },
    })),
  }
}
