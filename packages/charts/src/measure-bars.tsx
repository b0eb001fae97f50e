import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"

/** One construct (or composite, or item) of the chosen group. */
export interface MeasureRow {
  id: string
  label: string
  mean: number | null
  low?: number | null
  high?: number | null
  /** whole percent */
  favourable: number | null
  coded?: boolean
  n: number
  /** the organization's mean, drawn as a tick to compare with */
  reference?: number | null
  /** why there is no mean; "too-few" when left out */
  hidden?: "too-few" | "not-asked"
}

export interface MeasureBarsProps {
  rows: readonly MeasureRow[]
  width: number
  title?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

export function MeasureBars(props: MeasureBarsProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title ?? "Means"} description="">
      {() => null}
    </Figure>
  )
}
