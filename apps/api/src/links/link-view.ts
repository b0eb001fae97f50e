import type { Release } from "@throughline/analysis"

/** Where a KPI's label stands in the chart that a survey froze. */
export type Place =
  | { group: string }
  | { cutsAcross: { unit: string; share: number } | null }
  | { unmapped: true }

/** A survey as the caller may see it: told figures, and nothing else of what was answered. */
export interface Wave {
  survey: string
  name: string
  closedAt: string
  release: Pick<Release, "groups" | "measures" | "statistics">
  /** By unit's group who heads it, and the number of the person above: units are the same when their head is. */
  heads: ReadonlyMap<string, { person: string; above: number }>
  /** By number of a label; left out: the caller does not see its values. */
  places: ReadonlyMap<number, Place>
}

/** A KPI that is an outcome, with the place in `periods` of the period that each wave falls in. */
export interface ViewedKpi {
  id: string
  name: string
  measure: string
  direction: "higher" | "lower"
  /** In order and without gaps. */
  periods: string[]
  /** By period and number of a label. */
  values: Float64Array[]
  at: number[]
}

/** What a label of KPI files was said to mean; null: nobody has said. */
export interface ViewedLabel {
  label: string
  means: "unit" | "department" | "whole" | "none" | null
}

/** All that links are worked out of. */
export interface LinkView {
  /** The oldest first; the last one is the survey that was asked for. */
  waves: [Wave, ...Wave[]]
  kpis: ViewedKpi[]
  /** By number. */
  labels: ReadonlyMap<number, ViewedLabel>
}

/** The survey that was asked for. */
export const newestOf = ({ waves }: Pick<LinkView, "waves">): Wave => waves.at(-1) ?? waves[0]
