import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"

/** One layer of the organization on the line. Means in scale points 1..5; null when the release hides it. */
export interface ThroughlineLayer {
  id: string
  label: string
  mean: number | null
  low?: number | null
  high?: number | null
  /** respondents */
  n: number
}

/** The change from one layer to the next, in scale points, lower minus upper. */
export interface ChartStep {
  /** ids of the two layers; without them the n-th step stands between the n-th layer and the next */
  from?: string
  to?: string
  difference: number
  low?: number | null
  high?: number | null
  /** A break the release confirms. Only this is drawn in vermilion. */
  confirmed?: boolean
}

export interface ThroughlineProps {
  layers: readonly ThroughlineLayer[]
  steps: readonly (ChartStep | null)[]
  width: number
  title: string
  /** the organization's mission, printed where the line begins */
  mission?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

export function Throughline(props: ThroughlineProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title} description="" interactive={false}>
      {() => null}
    </Figure>
  )
}
