import { type KeyboardEvent, type ReactElement, useMemo, useState } from "react"
import { Figure } from "./figure.tsx"
import { formatMean } from "./format.ts"
import { Cell, Cluster, type IcicleFigures, rowHeight } from "./icicle-cell.tsx"
import { IcicleKey, keyHeight } from "./icicle-key.tsx"
import { type IcicleBreak, layOutIcicle, neighbour } from "./icicle-layout.ts"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface IcicleProps {
  /** the outermost unit (parent null) and those inside it; only what the release shows */
  units: readonly IcicleFigures[]
  breaks: readonly (IcicleBreak & { label: string })[]
  /** the mean that colours are steps from */
  centre: number
  /** what that mean is of, inside a sentence: "the whole organization" */
  whole: string
  width: number
  title: string
  onSelect?: (id: string) => void
  selected?: string | null
}

/** What is needed of the DOM, whose types this package does without. */
interface Marks {
  querySelectorAll(selector: string): Iterable<{ dataset: { unit?: string }; focus(): void }>
}

/** So many breaks are named in the picture; all are outlined. */
const named = 4

/** Who stands below whom, a row a layer; coloured by the drop, confirmed breaks outlined from where they begin. */
export function Icicle(props: IcicleProps): ReactElement {
  const { units, breaks, centre, width, onSelect, selected } = props
  const narrow = width < 560
  const left = narrow ? 20 : 64
  const plan = useMemo(() => layOutIcicle(units, breaks, width - left), [units, breaks, width, left])
  const figures = useMemo(() => new Map(units.map((unit) => [unit.id, unit])), [units])
  const [current, setCurrent] = useState(selected ?? null)
  const reached = plan.cells.some(({ unit }) => unit.id === current) ? current : plan.cells[0]?.unit.id
  const y = (row: number) => (row - plan.firstRow) * rowHeight + (narrow ? 18 : 4)
  const bottom = y(plan.lastRow + 1)
  const labels = plan.outlines.slice(0, named)
  const outlined = breaks.filter(({ id }) => plan.outlines.some((box) => box.id === id))
  const keyY = bottom + 14 + labels.length * 19 + 14
  const rows = Array.from({ length: plan.lastRow - plan.firstRow + 1 }, (_, at) => plan.firstRow + at)

  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const to = neighbour(plan.cells, reached ?? "", event.key)
    if (to === undefined) return
    event.preventDefault()
    setCurrent(to)
    // The other marks of the row are there already: only the place of the tab stop changes.
    const marks = event.currentTarget as unknown as Marks
    for (const mark of marks.querySelectorAll("[data-unit]")) if (mark.dataset.unit === to) mark.focus()
  }

  return (
    <Figure
      width={width}
      height={keyY + keyHeight(width, outlined.length > 0)}
      title={props.title}
      description={`${units.length} units, each as wide as people were invited in it, under the unit around it.${outlined.length === 0 ? ` No break is confirmed${breaks.length === 0 ? "" : " in what is drawn"}.` : ` Confirmed breaks: ${outlined.map(({ label }) => label).join("; ")}.`}${onSelect ? " Arrow keys lead from unit to unit." : ""}`}
      interactive={onSelect !== undefined}
    >
      {({ hatch, dots }) => (
        <>
          {narrow ? (
            <Words x={0} y={11} size={11} tone="muted">
              Layer
            </Words>
          ) : null}
          {rows.map((row) => (
            <Words key={row} x={0} y={y(row) + rowHeight / 2 + 4} size={12} tone="muted" width={left - 4}>
              {narrow ? String(row) : `Layer ${row}`}
            </Words>
          ))}
          {plan.hidden.map((box) => (
            <rect
              key={`${box.x}/${box.row}`}
              className="tl-hatch-edge"
              x={round(left + box.x + 0.5)}
              y={y(box.row) + 1}
              width={round(Math.max(0.5, box.width - 1))}
              height={(box.to - box.row + 1) * rowHeight - 2}
              fill={`url(#${hatch})`}
              strokeWidth={0.75}
            />
          ))}
          {plan.clusters.map((box) => (
            <Cluster
              key={`${box.x}/${box.row}`}
              cluster={box}
              x={left + box.x}
              y={y(box.row)}
              centre={centre}
              figures={figures}
            />
          ))}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys bubble up from the units, which are buttons */}
          <g onKeyDown={onSelect ? onKeyDown : undefined}>
            {plan.cells.map((cell) => (
              <Cell
                key={cell.unit.id}
                cell={cell}
                unit={figures.get(cell.unit.id)}
                x={left + cell.x}
                y={y(cell.row)}
                centre={centre}
                hatch={hatch}
                dots={dots}
                onSelect={onSelect}
                onReach={setCurrent}
                isStop={cell.unit.id === reached}
                selected={cell.unit.id === selected}
              />
            ))}
          </g>
          {plan.outlines.map((box) => (
            <rect
              key={box.id}
              className="tl-break-line"
              pointerEvents="none"
              x={round(left + box.x + 1)}
              y={y(box.row) + 1}
              width={round(Math.max(4, box.width - 2))}
              height={(box.to - box.row + 1) * rowHeight - 2}
              strokeWidth={3}
            />
          ))}
          {labels.map((box, index) => {
            const label = breaks.find(({ id }) => id === box.id)?.label ?? ""
            const baseline = bottom + 22 + index * 19
            const room = Math.min(width, textWidth(label, 12.5, 650))
            const from = left + box.x + Math.min(10, Math.max(2, box.width / 2))
            const x = Math.max(0, Math.min(from + 6, width - room))
            return (
              <g key={box.id}>
                <path
                  className="tl-break-line"
                  strokeWidth={1.25}
                  d={`M${round(from)},${y(box.to + 1)}V${baseline - (x > from ? 4 : 13)}${x > from ? "h4" : ""}`}
                />
                <Words x={x} y={baseline} size={12.5} weight={650} tone="break-words" width={room + 1} halo>
                  {label}
                </Words>
              </g>
            )
          })}
          <IcicleKey
            y={keyY}
            width={width}
            whole={`the mean of ${props.whole}, ${formatMean(centre)}`}
            hatch={hatch}
            dots={dots}
            breaks={outlined.length > 0}
          />
        </>
      )}
    </Figure>
  )
}
