import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"

export interface ParticipationRow {
  id: string
  label: string
  /** percent rounded to 5; 10 means "≤ 10%", 90 "≥ 90%"; null when the group is too small to show */
  rate: number | null
  invited: number
  /** nesting of units, 0 the outermost */
  depth?: number
  /** amber: this group needs you */
  attention?: boolean
}

export interface ParticipationChartProps {
  rows: readonly ParticipationRow[]
  width: number
  title?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

export function ParticipationChart(props: ParticipationChartProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title ?? "Answered so far"} description="">
      {() => null}
    </Figure>
  )
}
