import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type Bound, type Bounds, formatMean, tooFew } from "./format.ts"
import { heatClass, heatKey } from "./heat-scale.ts"
import { Mark } from "./mark.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

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
            centre={centre}
            centreBound={centreBound}
            hatch={hatch}
          />
        </>
      )}
    </Figure>
  )
}

interface HeatCellProps {
  x: number
  y: number
  width: number
  cell: GridCell
  centre: number
  hatch: string
}

function HeatCell({ x, y, width, cell, centre, hatch }: HeatCellProps): ReactElement {
  const box = { x: round(x), y: round(y), width: round(width), height: rowHeight - 2 }
  if (cell === "hidden") return <rect className="tl-hatch-edge" {...box} fill={`url(#${hatch})`} />
  if (cell === "none")
    return (
      <Words x={x + width / 2} y={y + 19} size={12} tone="muted" anchor="middle">
        –
      </Words>
    )
  const heat = heatClass(cell.mean, centre)
  const bound = cell.bounds?.mean
  const words = formatMean(cell.mean, bound)
  // In the narrow columns of a phone a bound stands closer and smaller.
  const fits = bound === undefined || textWidth(words, 12.5) <= width - 4
  return (
    <>
      <rect
        {...box}
        {...(bound === undefined ? {} : { className: "tl-bound" })}
        style={{ fill: `var(--tl-heat-${heat})` }}
      />
      <Words
        x={x + width / 2}
        y={y + 19.5}
        size={fits ? 12.5 : 10.5}
        anchor="middle"
        fill={bound === undefined ? `--tl-heat-${heat}-ink` : "--tl-ink"}
      >
        {fits ? words : words.replace(" ", "")}
      </Words>
    </>
  )
}

interface HeatKeyProps {
  y: number
  width: number
  centre: number
  centreBound: Bound
  hatch: string
}

/** The fixed scale in scale points, the same under every heat map. 36 px high. */
function HeatKey({ y, width, centre, centreBound, hatch }: HeatKeyProps): ReactElement {
  const step = width < 420 ? 30 : 38
  const hiddenX = heatKey.length * step + 16
  return (
    <>
      <Words x={0} y={y} size={11} tone="muted" width={width}>
        {`Distance from the organization's mean of ${formatMean(centre, centreBound)}`}
      </Words>
      {heatKey.map((label, index) => (
        <g key={label}>
          <rect
            x={index * step}
            y={y + 8}
            width={step - 2}
            height={12}
            style={{ fill: `var(--tl-heat-${index + 1})` }}
          />
          <Words x={index * step + step / 2 - 1} y={y + 33} size={10.5} tone="muted" anchor="middle">
            {label}
          </Words>
        </g>
      ))}
      <rect className="tl-hatch-edge" x={hiddenX} y={y + 8} width={20} height={12} fill={`url(#${hatch})`} />
      <Words x={hiddenX + 26} y={y + 18} size={11} tone="muted" width={width - hiddenX - 26}>
        {tooFew}
      </Words>
      <Words x={hiddenX + 10} y={y + 33} size={11} tone="muted" anchor="middle">
        –
      </Words>
      <Words x={hiddenX + 26} y={y + 33} size={11} tone="muted" width={width - hiddenX - 26}>
        nobody there
      </Words>
    </>
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
