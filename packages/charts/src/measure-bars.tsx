import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type Bound, type Bounds, formatMean, formatShare, type HiddenReason, hiddenWords } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { Mark } from "./mark.tsx"
import { meanScale, shownValues } from "./mean-scale.ts"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** One construct (or composite, or item) of the chosen group. */
export interface MeasureRow {
  id: string
  label: string
  mean: number | null
  low?: number | null
  high?: number | null
  /** whole percent */
  favourable: number | null
  /** which figures are only bounds: "≥ 4.1", "≤ 20%" */
  bounds?: Bounds
  n: number
  /** the organization's mean, drawn as a tick to compare with */
  reference?: number | null
  /** that mean is only a bound: the tick is dashed */
  referenceBound?: Bound
  /** why there is no mean; "too-few" when left out */
  hidden?: HiddenReason
}

export interface MeasureBarsProps {
  rows: readonly MeasureRow[]
  width: number
  title?: string
  /** what the tick stands for */
  referenceLabel?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

/** Means of one group with their intervals, one row a measure, and a tick where the whole organization stands. */
export function MeasureBars(props: MeasureBarsProps): ReactElement {
  const { rows, onSelect } = props
  const stacked = props.width < 600
  const width = Math.min(props.width, 900)
  const longest = Math.max(100, ...rows.map((row) => textWidth(row.label, 13)))
  const labelWidth = stacked ? width : Math.min(longest, width * 0.36)
  const from = stacked ? 10 : labelWidth + 26
  const to = width - (stacked ? 110 : 150)
  const scale = meanScale([...shownValues(rows), ...rows.map((row) => row.reference)], from, to)
  const labels = rows.map((row) => wrap(row.label, labelWidth, 13, 2))
  const heights = labels.map((lines) => (stacked ? 34 + lines.length * 17 : 20 + lines.length * 17))
  const tops = heights.map(
    (_, index) => 38 + heights.slice(0, index).reduce((sum, height) => sum + height, 0),
  )
  const bottom = 38 + heights.reduce((sum, height) => sum + height, 0)
  // On a phone the labels lie above the marks: the grid is drawn beside the marks only, never through words.
  const gridSpans = stacked
    ? tops.map((top, index) => [top + (heights[index] ?? 0) - 26, top + (heights[index] ?? 0) - 6] as const)
    : [[34, bottom] as const]
  const reference = rows.some((row) => row.reference != null)
  return (
    <Figure
      width={props.width}
      height={bottom + (reference ? 26 : 4)}
      title={props.title ?? "Means with intervals"}
      description={`Mean answers on the scale 1 to 5. ${rows.map(sentence).join(" ")}`}
      interactive={onSelect !== undefined}
    >
      {({ hatch }) => (
        <>
          {scale.ticks.map((tick) => (
            <g key={tick}>
              {gridSpans.map(([y1, y2]) => (
                <line
                  key={y1}
                  className="tl-hairline"
                  x1={round(scale.x(tick))}
                  x2={round(scale.x(tick))}
                  y1={y1}
                  y2={y2}
                />
              ))}
              <Words x={scale.x(tick)} y={28} size={11} tone="muted" anchor="middle">
                {tick.toFixed(1)}
              </Words>
            </g>
          ))}
          <Words x={width - (stacked ? 60 : 92)} y={11} size={11} tone="muted" anchor="end">
            mean
          </Words>
          <Words x={width} y={11} size={11} tone="muted" anchor="end">
            {stacked ? "fav." : "favourable"}
          </Words>
          {rows.map((row, index) => {
            const top = tops[index] ?? 0
            const height = heights[index] ?? 0
            const lines = labels[index] ?? []
            const y = stacked ? top + height - 16 : top + height / 2
            return (
              <Mark
                key={row.id}
                label={sentence(row)}
                area={{ x: 0, y: top + 1, width, height: height - 2 }}
                onSelect={onSelect ? () => onSelect(row.id) : undefined}
                selected={props.selected === row.id}
              >
                {lines.map((line, at) => (
                  <Words
                    key={line}
                    x={0}
                    y={(stacked ? top + 17 : y + 4.5 - (lines.length - 1) * 8.5) + at * 17}
                    size={13}
                  >
                    {line}
                  </Words>
                ))}
                {row.mean === null ? (
                  <HiddenBox
                    x={from}
                    y={y - 9}
                    width={to - from}
                    height={18}
                    hatch={hatch}
                    words={hiddenWords(row.hidden)}
                  />
                ) : (
                  <MeanMark row={row} mean={row.mean} x={scale.x} y={y} />
                )}
                <Words x={width - (stacked ? 60 : 92)} y={y + 5} size={15} weight={650} anchor="end">
                  {row.mean === null ? "" : formatMean(row.mean, row.bounds?.mean)}
                </Words>
                <Words x={width} y={y + 5} size={13} tone="muted" anchor="end">
                  {row.mean === null || row.favourable === null
                    ? ""
                    : formatShare(row.favourable, row.bounds?.favourable)}
                </Words>
              </Mark>
            )
          })}
          {reference ? (
            <>
              <line
                className="tl-ink-line"
                strokeWidth={2}
                x1={from}
                x2={from}
                y1={bottom + 9}
                y2={bottom + 21}
              />
              <Words x={from + 8} y={bottom + 19} size={11} tone="muted" width={width - from - 8}>
                {props.referenceLabel ?? "the whole organization"}
              </Words>
            </>
          ) : null}
        </>
      )}
    </Figure>
  )
}

interface MeanMarkProps {
  row: MeasureRow
  mean: number
  x: (mean: number) => number
  y: number
}

function MeanMark({ row, mean, x, y }: MeanMarkProps): ReactElement {
  return (
    <>
      {row.low == null || row.high == null ? null : (
        <line
          className="tl-soft-line"
          strokeWidth={10}
          x1={round(x(row.low))}
          x2={round(x(row.high))}
          y1={y}
          y2={y}
        />
      )}
      {row.reference == null ? null : (
        <line
          className="tl-ink-line"
          strokeWidth={2}
          {...(row.referenceBound === undefined ? {} : { strokeDasharray: "3 2" })}
          x1={round(x(row.reference))}
          x2={round(x(row.reference))}
          y1={y - 7}
          y2={y + 7}
        />
      )}
      <circle
        className={row.bounds?.mean === undefined ? "tl-line-fill" : "tl-line-fill tl-bound"}
        cx={round(x(mean))}
        cy={y}
        r={5}
      />
    </>
  )
}

function sentence(row: MeasureRow): string {
  if (row.mean === null) return `${row.label}: ${hiddenWords(row.hidden)}.`
  const range =
    row.low == null || row.high == null ? "" : ` (${formatMean(row.low)} to ${formatMean(row.high)})`
  const share =
    row.favourable === null ? "" : `, ${formatShare(row.favourable, row.bounds?.favourable)} favourable`
  return `${row.label}: mean ${formatMean(row.mean, row.bounds?.mean)}${range}${share}, n ${row.n}.`
}
