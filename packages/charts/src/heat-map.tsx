import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatMean, tooFew } from "./format.ts"
import { HeatCell, HeatKey } from "./heat-cell.tsx"
import { ellipsize, textWidth, wrap } from "./text-width.ts"
import type { GridCell, GridUnit } from "./unit-layer-grid.tsx"
import { Words } from "./words.tsx"

export interface HeatMapColumn {
  id: string
  label: string
  /** everybody's mean of this measure in scale points; null: hidden, so its cells have no colour */
  centre: number | null
}

export interface HeatMapProps {
  units: readonly GridUnit[]
  columns: readonly HeatMapColumn[]
  cells: (unitId: string, columnId: string) => GridCell
  width: number
  title?: string
}

const rowHeight = 28
const line = 14
const keyHeight = 56

/** The key alone, for heat maps that are no picture: 56 px high. */
export function HeatLegend({ width }: { width: number }): ReactElement {
  return (
    <Figure
      width={width}
      height={keyHeight}
      title="Key of the colours"
      description="Brown is below and blue above the mean of everybody, in steps of 0.2, 0.5 and 0.8 scale points; hatched is too few to show."
    >
      {({ hatch }) => <HeatKey y={14} width={width} words={keyWords} hatch={hatch} />}
    </Figure>
  )
}

const keyWords = "Scale points from everybody's mean of the column"

/** Units by measures as one picture, each number printed, each column around everybody's mean of it. */
export function HeatMap(props: HeatMapProps): ReactElement {
  const { units, columns, cells, width } = props
  const indent = (unit: GridUnit) => Math.min(4, unit.depth) * 12
  const wanted = Math.max(80, ...units.map((unit) => indent(unit) + textWidth(unit.name, 13, 600) + 14))
  const labelWidth = Math.min(wanted, width * 0.4, 340)
  const cell = Math.min(110, (width - labelWidth) / Math.max(1, columns.length))
  const heads = columns.map(({ label }) =>
    wrap(label, cell - 6, 12, 3).map((words) => ellipsize(words, cell - 6, 12)),
  )
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * line + 8
  const bottom = top + units.length * rowHeight
  return (
    <Figure
      width={width}
      height={bottom + 16 + keyHeight}
      title={props.title ?? "Means by unit and measure"}
      description={`Mean answers on the scale 1 to 5. ${units
        .map(
          (unit) =>
            `${unit.name}: ${columns.map((column) => told(column, cells(unit.id, column.id))).join(", ")}.`,
        )
        .join(" ")}`}
    >
      {({ hatch }) => (
        <>
          {heads.map((lines, at) =>
            lines.map((words, nth) => (
              <Words
                key={`${columns[at]?.id} ${words}`}
                x={labelWidth + (at + 0.5) * cell}
                y={top - 8 - (lines.length - 1 - nth) * line}
                size={12}
                tone="muted"
                anchor="middle"
              >
                {words}
              </Words>
            )),
          )}
          {units.map((unit, row) => (
            <g key={unit.id}>
              <Words
                x={indent(unit)}
                y={top + row * rowHeight + 18}
                size={13}
                weight={unit.depth === 0 ? 600 : 400}
                width={labelWidth - 8 - indent(unit)}
              >
                {unit.name}
              </Words>
              {columns.map((column, at) => (
                <HeatCell
                  key={column.id}
                  x={labelWidth + at * cell + 1}
                  y={top + row * rowHeight + 1}
                  width={cell - 2}
                  height={rowHeight - 2}
                  cell={cells(unit.id, column.id)}
                  centre={column.centre}
                  hatch={hatch}
                />
              ))}
            </g>
          ))}
          <HeatKey y={bottom + 28} width={width} words={keyWords} hatch={hatch} />
        </>
      )}
    </Figure>
  )
}

function told({ label }: HeatMapColumn, cell: GridCell): string {
  if (cell === "none") return `${label} –`
  return `${label} ${cell === "hidden" ? tooFew : formatMean(cell.mean, cell.bounds?.mean)}`
}
