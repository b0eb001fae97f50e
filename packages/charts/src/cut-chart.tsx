import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"

/** A manager, or the people without reports who hang on one manager, counted. */
export interface CutNode {
  id: number
  /** id of the manager's node, -1 for a top */
  parent: number
  layer: number
  /** how many people this node stands for: 1 for a manager, the number of leaves for a bundle */
  people: number
  /** cohort id; null when nobody of it is invited */
  cohort: number | null
  name: string
}

export interface CutCohort {
  id: number
  label: string
  /** invited people */
  size: number
  kind: "pure" | "mixed" | "top"
  /** why it was merged, in plain words; null or left out when it is one untouched pool */
  merged?: string | null
}

export interface CutChartProps {
  nodes: readonly CutNode[]
  cohorts: readonly CutCohort[]
  width: number
  title?: string
  onSelect?: (cohort: number) => void
  selected?: number | null
}

export function CutChart(props: CutChartProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title ?? "The cut"} description="">
      {() => null}
    </Figure>
  )
}
