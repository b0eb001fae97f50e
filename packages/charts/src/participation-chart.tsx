import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatCount, formatRate, tooFew } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { Mark } from "./mark.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface ParticipationRow {
  id: string
  label: string
  /** percent rounded to 5; 10 and less means "≤ 10%", 90 and more "≥ 90%"; null when the group is too small to show */
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

/** px; deeper than four levels a name needs the room more than the drawing needs the step */
const inset = (row: ParticipationRow): number => Math.min(4, row.depth ?? 0) * 14

/** How many have answered, one row a group. Rates come rounded and coded; the drawing adds no precision to them. */
export function ParticipationChart(props: ParticipationChartProps): ReactElement {
  const { rows, onSelect } = props
  const stacked = props.width < 560
  const width = Math.min(props.width, 860)
  const labels = rows.map((row) => inset(row) + textWidth(row.label, 13))
  const labelWidth = stacked ? 0 : Math.min(300, Math.max(90, ...labels)) + 20
  const ofWidth = Math.max(30, ...rows.map((row) => textWidth(`of ${formatCount(row.invited)}`, 12)))
  const valueWidth = 62 + ofWidth + 8
  const rowHeight = stacked ? 48 : 32
  const x = scaleLinear()
    .domain([0, 100])
    .range([labelWidth + 2, width - valueWidth])
    .clamp(true)
  const bottom = 26 + rows.length * rowHeight
  // On a phone the labels lie above the marks: the grid is drawn beside the marks only, never through words.
  const gridSpans = stacked
    ? rows.map((_, index) => [26 + index * rowHeight + 25, 26 + index * rowHeight + 43] as const)
    : [[20, bottom] as const]
  return (
    <Figure
      width={props.width}
      height={bottom + 6}
      title={props.title ?? "Answered so far"}
      description={`Share of the invited who answered, rounded to 5 percent. ${rows.map(sentence).join(" ")}`}
      interactive={onSelect !== undefined}
    >
      {({ hatch }) => (
        <>
          {[0, 50, 100].map((tick) => (
            <g key={tick}>
              {gridSpans.map(([y1, y2]) => (
                <line
                  key={y1}
                  className="tl-hairline"
                  x1={round(x(tick))}
                  x2={round(x(tick))}
                  y1={y1}
                  y2={y2}
                />
              ))}
              <Words
                x={x(tick)}
                y={12}
                size={11}
                tone="muted"
                anchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
              >
                {`${tick}%`}
              </Words>
            </g>
          ))}
          {rows.map((row, index) => {
            const top = 26 + index * rowHeight
            const y = top + (stacked ? 34 : 16)
            const left = inset(row)
            return (
              <Mark
                key={row.id}
                label={sentence(row)}
                area={{ x: 0, y: top + 1, width, height: rowHeight - 2 }}
                onSelect={onSelect ? () => onSelect(row.id) : undefined}
                selected={props.selected === row.id}
              >
                <Words
                  x={left}
                  y={stacked ? top + 18 : y + 4.5}
                  size={13}
                  weight={row.depth ? 400 : 600}
                  width={(stacked ? width : labelWidth - 12) - left}
                >
                  {row.label}
                </Words>
                <Rate row={row} x={x} y={y} hatch={hatch} />
                <Words x={width - ofWidth - 7} y={y + 4.5} size={13} weight={650} anchor="end">
                  {row.rate === null ? "" : formatRate(row.rate)}
                </Words>
                <Words x={width} y={y + 4.5} size={12} tone="muted" anchor="end">
                  {`of ${formatCount(row.invited)}`}
                </Words>
              </Mark>
            )
          })}
        </>
      )}
    </Figure>
  )
}

interface RateProps {
  row: ParticipationRow
  x: (percent: number) => number
  y: number
  hatch: string
}

/** A coded rate is a range ("≤ 10%"), so it is drawn as one; a rounded rate is a dot. */
function Rate({ row, x, y, hatch }: RateProps): ReactElement {
  const { rate } = row
  if (rate === null) return <HiddenBox x={x(0)} y={y - 8} width={x(100) - x(0)} height={16} hatch={hatch} />
  const [from, to] = rate <= 10 ? [0, 10] : rate >= 90 ? [90, 100] : [rate, rate]
  return (
    <>
      <line
        className={row.attention ? "tl-attention-line" : "tl-line"}
        strokeWidth={2}
        x1={round(x(0))}
        x2={round(x(from))}
        y1={y}
        y2={y}
      />
      {from === to ? (
        <circle
          className={row.attention ? "tl-attention-fill" : "tl-line-fill"}
          cx={round(x(rate))}
          cy={y}
          r={5.5}
        />
      ) : (
        <rect
          className={row.attention ? "tl-attention-open" : "tl-open"}
          x={round(x(from))}
          y={y - 5}
          width={round(x(to) - x(from))}
          height={10}
          rx={5}
          strokeWidth={2}
        />
      )}
    </>
  )
}

const sentence = (row: ParticipationRow): string =>
  `${row.label}: ${row.rate === null ? tooFew : formatRate(row.rate)} of ${formatCount(row.invited)}.`
