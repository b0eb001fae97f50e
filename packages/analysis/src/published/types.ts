/**
 * One row of a table that others published or exported: how many percent of the people of one layer (or unit) were
 * favourable to one question in one wave. Texts are as they are shown.
 */
export interface PublishedRow {
  /** null: the table knows one wave only */
  wave: string | null
  /** what the layers are of: "grade"; null: the table has one set of layers */
  group: string | null
  /** name of the layer, or of the unit where the table is by unit */
  level: string
  /** larger is higher; null: a unit, which is in no order */
  order: number | null
  respondents: number
  code: string | null
  question: string
  /** 0 to 100 */
  percent: number
}

export type PublishedFinding = "largest-drop" | "drop" | "rise" | "flat" | "unclear"

/** What a question loses from one layer to the next lower one. */
export interface PublishedStep {
  group: string | null
  wave: string | null
  question: string
  code: string | null
  /** the lower layer */
  from: string
  /** the next higher one */
  to: string
  /** percent points: the higher layer less the lower one */
  drop: number
  /** 95 %, percent points */
  interval: [number, number]
  /** two-sided; below 1e-300 it is told as 1e-300 */
  p: number
  finding: PublishedFinding
}

/** A layer that the group has in this wave, but no figure of it for this question: the steps next to it are left out. */
export interface MissingFigure {
  group: string | null
  wave: string | null
  question: string
  code: string | null
  level: string
}

/** A told percent with its 95 % interval. */
export interface PublishedFigure {
  group: string | null
  wave: string | null
  question: string
  code: string | null
  level: string
  order: number | null
  respondents: number
  percent: number
  interval: [number, number]
}
