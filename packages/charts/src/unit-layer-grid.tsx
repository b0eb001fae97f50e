import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type Bound, type Bounds, formatMean, tooFew } from "./format.ts"
import { HeatCell, HeatKey } from "./heat-cell.tsx"
import { Mark } from "./mark.tsx"
import { textWidth } from "./text-width.ts"
import { Words } from "./words.tsx"

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
export type GridCell = { mean: number; bounds?: Bounds } | "hidden" | "none"

export interface UnitLayerGridProps {
  units: readonly GridUnit[]
  layers: readonly GridLayer[]
  cells: (unitId: string, layer: number) => GridCell
  /** the organization's mean in scale points; colours are steps from it */
  centre: number
  /** that mean is only a bound */
  centreBound?: Bound
  width: number
  title?: string
  onSelect?: (unitId: string) => void
  selected?: string | null
}

const rowHeight = 32

/** Units by layers as a heat map with every number printed; hidden cells hatched, absent ones a dash. */
export function UnitLayerGrid(props: UnitLayerGridProps): ReactElement {
  const { units, layers, cells, centre, centreBound, onSelect } = props
  const narrow = props.width < 560
  const indent = narrow ? 8 : 16
  const wanted = Math.max(
    80,
    ...units.map((unit) => Math.min(3, unit.depth) * indent + textWidth(unit.name, 13, 600)),
  )
  const count = Math.max(1, layers.length)
  const cell = Math.max(
    narrow ? 28 : 44,
    Math.min(92, (props.width - Math.min(wanted + 16, props.width * 0.4)) / count),
  )
  const labelWidth = Math.max(56, Math.min(wanted + 16, props.width - cell * count))
  const fitted = Math.min(cell, (props.width - labelWidth) / count)
  const width = labelWidth + fitted * count
  const long = layers.every((layer) => textWidth(layer.label, 12) <= fitted - 6)
  const top = long ? 24 : 40
  const bottom = top + units.length * rowHeight
  return (
    <Figure
      width={props.width}
      height={bottom + 74}
      title={props.title ?? "Means by unit and layer"}
      description={`Mean answers on the scale 1 to 5 by unit and layer, coloured by the distance from the organization's mean of ${formatMean(centre, centreBound)}. ${units.map((unit) => rowWords(unit, layers, cells)).join(" ")}`}
      interactive={onSelect !== undefined}
    >
      {({ hatch }) => (
        <>
          {long ? null : (
            <Words x={labelWidth + 2} y={12} size={11} tone="muted">
              Layer
            </Words>
          )}
          {layers.map((layer, column) => (
            <Words
              key={layer.layer}
              x={labelWidth + (column + 0.5) * fitted}
              y={top - 10}
              size={12}
              tone="muted"
              anchor="middle"
            >
              {long ? layer.label : String(layer.layer)}
            </Words>
          ))}
          {units.map((unit, row) => {
            const y = top + row * rowHeight
            return (
              <Mark
                key={unit.id}
                label={rowWords(unit, layers, cells)}
                area={{ x: 0, y: y + 1, width, height: rowHeight - 2 }}
                onSelect={onSelect ? () => onSelect(unit.id) : undefined}
                selected={props.selected === unit.id}
              >
                <Words
                  x={Math.min(3, unit.depth) * indent}
                  y={y + 21}
                  size={13}
                  weight={unit.depth === 0 ? 600 : 400}
                  width={labelWidth - 10 - Math.min(3, unit.depth) * indent}
                >
                  {unit.name}
                </Words>
                {layers.map((layer, column) => (
                  <HeatCell
                    key={layer.layer}
                    x={labelWidth + column * fitted + 1}
                    y={y + 1}
                    width={fitted - 2}
                    height={rowHeight - 2}
                    cell={cells(unit.id, layer.layer)}
                    centre={centre}
                    hatch={hatch}
                  />
                ))}
              </Mark>
            )
          })}
          <HeatKey
            y={bottom + 18}
            width={props.width}
            words={`Distance from the organization's mean of ${formatMean(centre, centreBound)}`}
            absent
            hatch={hatch}
          />
        </>
      )}
    </Figure>
  )
}

function rowWords(unit: GridUnit, layers: readonly GridLayer[], cells: UnitLayerGridProps["cells"]): string {
  const parts = layers.flatMap((layer) => {
    const cell = cells(unit.id, layer.layer)
    if (cell === "none") return []
    return [`${layer.label} ${cell === "hidden" ? tooFew : formatMean(cell.mean, cell.bounds?.mean)}`]
  })
  return `${unit.name}: ${parts.join(", ")}.`
}
