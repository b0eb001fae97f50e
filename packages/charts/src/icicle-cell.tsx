import { memo, type ReactElement } from "react"
import { type Bound, formatDifference, formatMean, tooFew } from "./format.ts"
import { heatClass } from "./heat-scale.ts"
import type { IcicleCell, IcicleCluster, IcicleUnit } from "./icicle-layout.ts"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface IcicleFigures extends IcicleUnit {
  /** in scale points; null when the release hides it */
  mean: number | null
  bound?: Bound
  /** too few to tell whether the message breaks there: its colour is faint and under dots */
  unknown?: boolean
  /** what a screen reader says and a pointer shows */
  spoken: string
}

/** px */
export const rowHeight = 46

interface CellProps {
  cell: IcicleCell
  unit: IcicleFigures | undefined
  x: number
  y: number
  centre: number
  hatch: string
  dots: string
  onSelect: ((id: string) => void) | undefined
  onReach: (id: string) => void
  /** the one cell that the tab key stops at */
  isStop: boolean
  selected: boolean
}

/** Drawn again only when something of it changes: with 2,000 units an arrow key must not draw them all. */
export const Cell = memo(function Cell(props: CellProps): ReactElement | null {
  const { cell, unit, x, y, centre, onSelect } = props
  if (!unit) return null
  const box = {
    x: round(x + 0.5),
    y: y + 1,
    width: round(Math.max(1, cell.width - 1)),
    height: rowHeight - 2,
  }
  const heat = unit.mean === null ? null : heatClass(unit.mean, centre)
  const isFaint = unit.bound !== undefined || unit.unknown === true
  const ink = heat === null || isFaint ? "--tl-ink" : `--tl-heat-${heat}-ink`
  const figure = figureOf(unit, centre, cell.width - 8)
  const lines = [
    { text: unit.name, weight: 600, y: y + 20 },
    ...(figure === "" ? [] : [{ text: figure, weight: 400, y: y + 36 }]),
  ]
  return (
    <g>
      {heat === null ? (
        <>
          <rect className="tl-paper" {...box} />
          <rect className="tl-hatch-edge" {...box} fill={`url(#${props.hatch})`} strokeWidth={0.75} />
        </>
      ) : (
        <>
          <rect
            className={unit.bound !== undefined ? "tl-bound" : unit.unknown ? "tl-faint" : "tl-cell-edge"}
            {...box}
            style={{ fill: `var(--tl-heat-${heat})` }}
          />
          {unit.unknown ? <rect {...box} fill={`url(#${props.dots})`} /> : null}
        </>
      )}
      {cell.width < 30
        ? null
        : lines.map((line) => (
            <Words
              key={line.y}
              x={x + 5}
              y={line.y}
              size={11.5}
              weight={line.weight}
              width={cell.width - 8}
              fill={ink}
              halo={heat === null || unit.unknown === true}
            >
              {line.text}
            </Words>
          ))}
      {onSelect ? (
        // biome-ignore lint/a11y/useSemanticElements: a part of an SVG cannot be a button element
        <rect
          className="tl-mark tl-mark-area"
          {...box}
          role="button"
          tabIndex={props.isStop ? 0 : -1}
          aria-label={unit.spoken}
          aria-pressed={props.selected}
          data-unit={unit.id}
          onFocus={() => props.onReach(unit.id)}
          onClick={() => onSelect(unit.id)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== " ") return
            event.preventDefault()
            onSelect(unit.id)
          }}
        >
          <title>{unit.spoken}</title>
        </rect>
      ) : null}
    </g>
  )
})

/** The longest of the ways to say it that fits: a difference, or why there is none. */
function figureOf(unit: IcicleFigures, centre: number, room: number): string {
  const ways =
    unit.mean === null
      ? [tooFew, "too few"]
      : unit.bound !== undefined
        ? [formatMean(unit.mean, unit.bound)]
        : unit.unknown
          ? [`${formatDifference(unit.mean - centre)}, cannot tell`, formatDifference(unit.mean - centre)]
          : unit.parent === null && Math.abs(unit.mean - centre) < 0.05
            ? [`mean ${formatMean(unit.mean)}`]
            : [formatDifference(unit.mean - centre)]
  return ways.find((words) => textWidth(words, 11.5) <= room) ?? ""
}

/** As many people side by side as one cell, in the colour of their common mean. */
export function Cluster(props: {
  cluster: IcicleCluster
  x: number
  y: number
  centre: number
  figures: ReadonlyMap<string, IcicleFigures>
}): ReactElement {
  const { cluster } = props
  const shown = cluster.units.flatMap(({ id, people }) => {
    const mean = props.figures.get(id)?.mean ?? null
    return mean === null ? [] : [{ mean, people }]
  })
  const people = shown.reduce((sum, one) => sum + one.people, 0)
  const mean = shown.reduce((sum, one) => sum + one.mean * one.people, 0) / Math.max(1, people)
  return (
    <rect
      className="tl-cell-edge"
      x={round(props.x)}
      y={props.y + 1}
      width={round(Math.max(1, cluster.width))}
      height={rowHeight - 2}
      style={{ fill: `var(--tl-heat-${people === 0 ? 4 : heatClass(mean, props.centre)})` }}
    >
      <title>{`${cluster.units.length} units too narrow to draw apart; drawn alone, the unit around them shows them`}</title>
    </rect>
  )
}
