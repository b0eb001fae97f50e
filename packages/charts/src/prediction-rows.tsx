import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { Mark } from "./mark.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface PredictionRow {
  id: string
  label: string
  expected: number
  /** 90% interval */
  low: number
  high: number
  /** the newest value known */
  last: number
  plan: number | null
  /** amber: under plan, and so sure that its receiver is told */
  attention: boolean
  /** lies outside what was fitted: drawn as one that cannot be told well */
  extrapolated: boolean
}

export interface PredictionRowsProps {
  rows: readonly PredictionRow[]
  format: (value: number) => string
  width: number
  title: string
  onSelect?: (id: string) => void
  selected?: string | null
}

const top = 48

/** What is foretold, one row a unit: its 90% interval, and beside it the plan and the newest value. */
export function PredictionRows(props: PredictionRowsProps): ReactElement {
  const { rows, format, width, onSelect } = props
  const wide = width >= 600
  const values = rows.flatMap(({ low, high, last, plan }) => [
    low,
    high,
    last,
    ...(plan === null ? [] : [plan]),
  ])
  const x = scaleLinear()
    .domain(values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)])
    .nice(4)
  const figures = rows.map(({ expected, plan }) => [format(expected), plan === null ? "" : format(plan)])
  const column = Math.max(58, ...figures.flat().map((figure) => textWidth(figure, 13, 650) + 14))
  const longest = Math.max(80, ...rows.map(({ label }) => textWidth(label, 13) + 4))
  const labelWidth = wide ? Math.min(longest, width * 0.3, 260) : width - 8
  const from = wide ? labelWidth + 20 : 8
  const to = width - 2 * column - 6
  x.range([from, to])
  const ticks = x.ticks(to - from > 300 ? 5 : 2)
  const rowHeight = wide ? 34 : 52
  const bottom = top + rows.length * rowHeight
  const isPlanned = rows.some(({ plan }) => plan !== null)
  return (
    <Figure
      width={width}
      height={bottom + 6}
      title={props.title}
      description={rows.map((row) => sentence(row, format)).join(" ")}
      interactive={onSelect !== undefined}
    >
      {() => (
        <>
          <Key isPlanned={isPlanned} />
          {ticks.map((tick) => (
            <g key={tick}>
              {(wide
                ? [[top - 4, bottom]]
                : rows.map((_, at) => [top + at * rowHeight + 25, top + at * rowHeight + 47])
              ).map(([y1, y2]) => (
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
                x={Math.max(textWidth(format(tick), 11) / 2, x(tick))}
                y={top - 9}
                size={11}
                tone="muted"
                anchor="middle"
              >
                {format(tick)}
              </Words>
            </g>
          ))}
          {["likely", isPlanned ? "plan" : ""].map((head, at) => (
            <Words key={head} x={width - (1 - at) * column} y={top - 9} size={11} tone="muted" anchor="end">
              {head}
            </Words>
          ))}
          {rows.map((row, at) => {
            const rowTop = top + at * rowHeight
            const y = rowTop + (wide ? 17 : 36)
            return (
              <Mark
                key={row.id}
                label={sentence(row, format)}
                area={{ x: 1, y: rowTop + 1, width: width - 2, height: rowHeight - 2 }}
                onSelect={onSelect ? () => onSelect(row.id) : undefined}
                selected={props.selected === row.id}
              >
                <Words x={4} y={wide ? y + 4.5 : rowTop + 17} size={13} width={labelWidth}>
                  {row.label}
                </Words>
                <Interval row={row} x={x} y={y} />
                {(figures[at] ?? []).map((figure, nth) => (
                  <Words
                    // biome-ignore lint/suspicious/noArrayIndexKey: both may be the same
                    key={nth}
                    x={width - (1 - nth) * column}
                    y={y + 4.5}
                    size={13}
                    weight={nth === 0 ? 650 : 400}
                    anchor="end"
                  >
                    {figure}
                  </Words>
                ))}
              </Mark>
            )
          })}
        </>
      )}
    </Figure>
  )
}

function Interval({
  row,
  x,
  y,
}: {
  row: PredictionRow
  x: (value: number) => number
  y: number
}): ReactElement {
  const { low, high, expected, last, plan, attention, extrapolated } = row
  return (
    <>
      <line className="tl-soft-line" strokeWidth={10} x1={round(x(low))} x2={round(x(high))} y1={y} y2={y} />
      <circle className="tl-unknown-dot" cx={round(x(last))} cy={y} r={3.5} />
      {plan === null ? null : (
        <line
          className="tl-ink-line"
          strokeWidth={2}
          x1={round(x(plan))}
          x2={round(x(plan))}
          y1={y - 9}
          y2={y + 9}
        />
      )}
      <circle
        className={attention ? "tl-attention-fill" : extrapolated ? "tl-open tl-bound" : "tl-line-fill"}
        cx={round(x(expected))}
        cy={y}
        r={5}
      />
    </>
  )
}

function Key({ isPlanned }: { isPlanned: boolean }): ReactElement {
  const words = ["likely, 90%", "newest", ...(isPlanned ? ["plan"] : [])]
  const starts = words.map((_, at) =>
    words.slice(0, at).reduce((sum, word) => sum + 20 + textWidth(word, 12) + 16, 0),
  )
  return (
    <>
      <line className="tl-soft-line" strokeWidth={8} x1={0} x2={15} y1={9} y2={9} />
      <circle className="tl-line-fill" cx={7.5} cy={9} r={4} />
      <circle className="tl-unknown-dot" cx={(starts[1] ?? 0) + 8} cy={9} r={3.5} />
      {isPlanned ? (
        <line
          className="tl-ink-line"
          strokeWidth={2}
          x1={(starts[2] ?? 0) + 8}
          x2={(starts[2] ?? 0) + 8}
          y1={2}
          y2={16}
        />
      ) : null}
      {words.map((word, at) => (
        <Words key={word} x={(starts[at] ?? 0) + 20} y={13} tone="muted">
          {word}
        </Words>
      ))}
    </>
  )
}

function sentence(row: PredictionRow, format: (value: number) => string): string {
  const { label, expected, low, high, plan, last, extrapolated } = row
  const planned = plan === null ? "" : `, planned ${format(plan)}`
  const outside = extrapolated ? ", outside what was seen so far" : ""
  return `${label}: likely ${format(expected)}, 90% interval ${format(low)} to ${format(high)}${planned}, newest ${format(last)}${outside}.`
}
