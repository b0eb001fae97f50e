import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"

export interface GridUnit {
  id: string
  name: string
  /** nesting, 0 the outermost */
  depth: number
}

export interface GridLayer {
  layer: number
  label: string
}

/** "hidden": people are there, too few to show. "none": nobody of this unit stands on this layer. */
export type GridCell = { mean: number } | "hidden" | "none"

export interface UnitLayerGridProps {
  units: readonly GridUnit[]
  layers: readonly GridLayer[]
  cells: (unitId: string, layer: number) => GridCell
  /** the organization's mean in scale points; colours are steps from it */
  centre: number
  width: number
  title?: string
  onSelect?: (unitId: string) => void
  selected?: string | null
}

export function UnitLayerGrid(props: UnitLayerGridProps): ReactElement {
  return (
    <Figure width={props.width} height={400} title={props.title ?? "Units and layers"} description="">
      {() => null}
    </Figure>
  )
}
