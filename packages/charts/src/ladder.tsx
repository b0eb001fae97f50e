import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import type { ChartStep } from "./throughline.tsx"

/** One layer: its five answers, its mean, its share of favourable answers, how many answered of how many. */
export interface LadderRow {
  id: string
  label: string
  /** whole percent of the five answers from 1 to 5; null when the release hides them */
  shares: readonly number[] | null
  mean: number | null
  low?: number | null
  high?: number | null
  /** whole percent */
  favourable: number | null
  /** fewer than ten answered: shares at the ends are coded "≤ 10%" and "≥ 90%" */
  coded?: boolean
  n: number
  invited: number
  note?: string
}

export interface LadderProps {
  rows: readonly LadderRow[]
  steps?: readonly (ChartStep | null)[]
  width: number
  title?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

export function Ladder(props: LadderProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title ?? "Answers by layer"} description="">
      {() => null}
    </Figure>
  )
}
