import { extent } from "d3-array"
import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatFigure } from "./format.ts"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface TimePoint {
  /** any number that grows with time, the same for all panels */
  at: number
  /** what the moment is called */
  label: string
  /** null: nothing is told, and the line has a gap there */
  value: number | null
  low?: number
  high?: number
}

/** One figure over time on its own scale. */
export interface TimePanel {
  id: string
  label: string
  /** which way is better, in which unit, or why nothing is there */
  note: string
  points: readonly TimePoint[]
  /** ends of a fixed scale; left out: as the values have it */
  scale?: readonly [number, number]
  /** the score of the survey, heavier than the KPIs beside it */
  strong?: boolean
}

export interface TimePanelsProps {
  panels: readonly TimePanel[]
  /** words under the time axis */
  ticks: readonly { at: number; label: string }[]
  width: number
  title: string
}

const PANEL = 92
/** Of the score of the survey: tall enough for its intervals to be seen. */
const STRONG_PANEL = 150
const HEAD = 44

/** Small multiples under each other, on one axis of time: what moved when, each on its own scale. */
export function TimePanels(props: TimePanelsProps): ReactElement {
  const { panels, ticks, width } = props
  const domain = extent([
    ...panels.flatMap(({ points }) => points.map(({ at }) => at)),
    ...ticks.map(({ at }) => at),
  ])
  const [from = 0, to = 1] = domain
  const left = 58
  const lasts = panels.map(({ points }) => points.findLast(({ value }) => value !== null)?.value ?? 0)
  const lastRoom = Math.max(...lasts.map((value) => textWidth(formatFigure(value), 13, 650)))
  const right = width - lastRoom - 12
  const across = scaleLinear()
    .domain(from === to ? [from - 1, to + 1] : [from, to])
    .range([left + 10, right])
  const notes = panels.map(({ note }) => wrap(note, width, 12, 2))
  const pictures = panels.map(({ points, strong }) =>
    points.some(({ value }) => value !== null) ? (strong ? STRONG_PANEL : PANEL) : 0,
  )
  const heights = notes.map((lines, at) => HEAD + (lines.length - 1) * 16 + (pictures[at] ?? 0))
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, one) => sum + one, 0))
  const bottom = heights.reduce((sum, one) => sum + one, 0)
  const room = Math.max(40, ...ticks.map(({ label }) => textWidth(label, 11))) + 12
  // Of words that would lie on each other the later ones stay out, from the left.
  let free = Number.NEGATIVE_INFINITY
  const shownTicks = ticks.filter(({ at }) => {
    if (across(at) - room / 2 < free) return false
    free = across(at) + room / 2
    return true
  })
  return (
    <Figure
      width={width}
      height={bottom + 26}
      title={props.title}
      description={panels.map(sentence).join(" ")}
    >
      {() => (
        <>
          {shownTicks.map(({ at, label }) => (
            <g key={at}>
              {tops.map((top, nth) =>
                pictures[nth] === 0 ? null : (
                  <line
                    key={top}
                    className="tl-hairline"
                    x1={round(across(at))}
                    x2={round(across(at))}
                    y1={round(top + (heights[nth] ?? 0) - (pictures[nth] ?? 0))}
                    y2={round(top + (heights[nth] ?? 0) - 12)}
                  />
                ),
              )}
              <Words x={across(at)} y={bottom + 8} size={11} tone="muted" anchor="middle">
                {label}
              </Words>
            </g>
          ))}
          {panels.map((panel, nth) => {
            const top = tops[nth] ?? 0
            const lines = notes[nth] ?? []
            return (
              <g key={panel.id}>
                <Words x={0} y={top + 15} size={13} weight={600} width={width}>
                  {panel.label}
                </Words>
                {lines.map((line, at) => (
                  <Words key={line} x={0} y={top + 31 + at * 16} size={12} tone="muted">
                    {line}
                  </Words>
                ))}
                {pictures[nth] === 0 ? null : (
                  <Panel
                    panel={panel}
                    across={across}
                    left={left}
                    right={right}
                    top={top + (heights[nth] ?? 0) - (pictures[nth] ?? 0) + 8}
                    bottom={top + (heights[nth] ?? 0) - 18}
                  />
                )}
              </g>
            )
          })}
        </>
      )}
    </Figure>
  )
}

interface PanelProps {
  panel: TimePanel
  across: (at: number) => number
  left: number
  right: number
  top: number
  bottom: number
}

function Panel({ panel, across, left, right, top, bottom }: PanelProps): ReactElement {
  const { points, strong } = panel
  const told = points.filter((point) => point.value !== null)
  const values = told.flatMap(({ value, low, high }) => [value ?? 0, low ?? value ?? 0, high ?? value ?? 0])
  const [least = 0, most = 1] = panel.scale ?? extent(values)
  // A line that is flat stands against 0: against itself it would have no scale.
  const domain =
    least === most ? [Math.min(0, least), Math.max(0, most) || Number(most === 0)] : [least, most]
  const up = scaleLinear().domain(domain).range([bottom, top])
  if (panel.scale === undefined) up.nice(2)
  const ends = up.domain()
  const last = told.at(-1)
  return (
    <>
      {ends.map((end) => (
        <g key={end}>
          <line className="tl-hairline" x1={left} x2={round(right)} y1={round(up(end))} y2={round(up(end))} />
          <Words x={left - 6} y={up(end) + 4} size={11} tone="muted" anchor="end" width={left - 8}>
            {formatFigure(end)}
          </Words>
        </g>
      ))}
      {points.map((point, at) => {
        const next = points[at + 1]
        const x = across(point.at)
        return (
          <g key={point.at}>
            {point.value === null || point.low === undefined || point.high === undefined ? null : (
              <line
                className="tl-soft-line"
                strokeWidth={9}
                x1={round(x)}
                x2={round(x)}
                y1={round(up(point.low))}
                y2={round(up(point.high))}
              />
            )}
            {point.value === null || next === undefined || next.value === null ? null : (
              <line
                className={strong ? "tl-line" : "tl-ink-line"}
                strokeWidth={strong ? 2.5 : 1.5}
                x1={round(x)}
                x2={round(across(next.at))}
                y1={round(up(point.value))}
                y2={round(up(next.value))}
              />
            )}
          </g>
        )
      })}
      {told.map((point) => (
        <circle
          key={point.at}
          className={strong ? "tl-line-fill" : "tl-ink-line"}
          cx={round(across(point.at))}
          cy={round(up(point.value ?? 0))}
          r={strong ? 4.5 : 2.5}
          strokeWidth={1.5}
        />
      ))}
      {last === undefined ? null : (
        <Words
          x={across(last.at) + 9}
          y={up(last.value ?? 0) + 5}
          size={13}
          weight={650}
          tone={strong ? "teal" : "ink"}
          halo
        >
          {formatFigure(last.value ?? 0)}
        </Words>
      )}
    </>
  )
}

function sentence({ label, note, points }: TimePanel): string {
  const told = points
    .filter(({ value }) => value !== null)
    .map(({ label: when, value, low, high }) => {
      const range =
        low === undefined || high === undefined ? "" : ` (${formatFigure(low)} to ${formatFigure(high)})`
      return `${when} ${formatFigure(value ?? 0)}${range}`
    })
  return `${label}, ${note}: ${told.length === 0 ? "nothing is told" : told.join(", ")}.`
}
