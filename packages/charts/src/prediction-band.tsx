import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { pathOf } from "./driver-to-date.tsx"
import { Figure } from "./figure.tsx"
import { textWidth } from "./text-width.ts"
import { apart, axisRoom, PeriodAxis, ValueAxis } from "./value-axes.tsx"
import { round, Words } from "./words.tsx"

/** A value foretold with its 90% interval, for the period at that place. */
export interface Foretold {
  at: number
  expected: number
  low: number
  high: number
}

export interface PredictionBandProps {
  /** up to the period that is foretold */
  periods: readonly string[]
  /** what came, by period */
  values: readonly (number | null)[]
  /** what was planned, by period */
  plan: readonly (number | null)[]
  past: readonly Foretold[]
  next: Foretold | null
  format: (value: number) => string
  width: number
  title: string
}

const top = 34
const plot = { wide: 250, narrow: 210 }

/** One unit over time: what came, what was foretold before it came, what was planned, and what is foretold now. */
export function PredictionBand(props: PredictionBandProps): ReactElement {
  const { periods, values, plan, past, next, format, width } = props
  const all = [
    ...values,
    ...plan,
    ...[...past, ...(next ? [next] : [])].flatMap(({ low, high }) => [low, high]),
  ]
  const told = all.filter((value) => value !== null)
  const y = scaleLinear()
    .domain(told.length === 0 ? [0, 1] : [Math.min(...told), Math.max(...told)])
    .nice(4)
  const ticks = y.ticks(4)
  const left = axisRoom(ticks, format)
  const planned = next === null ? null : (plan[next.at] ?? null)
  const ends =
    next === null
      ? []
      : [
          { words: `likely ${format(next.expected)}`, value: next.expected, weight: 600 },
          ...(planned === null ? [] : [{ words: `plan ${format(planned)}`, value: planned, weight: 400 }]),
        ]
  const right = Math.max(4, ...ends.map(({ words }) => textWidth(words, 12, 600))) + 14
  const bottom = top + (width >= 600 ? plot.wide : plot.narrow)
  y.range([bottom, top])
  const x = scaleLinear()
    .domain([0, Math.max(1, periods.length - 1)])
    .range([left + 8, width - right])
  const heights = apart(
    ends.map(({ value }) => y(value) + 4),
    15,
    top + 4,
    bottom + 4,
  )
  const lastAt = values.findLastIndex((value) => value !== null)
  const lastValue = values[lastAt] ?? null
  const bar = Math.min(10, ((width - right - left) / Math.max(2, periods.length)) * 0.6)
  return (
    <Figure width={width} height={bottom + 26} title={props.title} description={sentence(props)}>
      {() => (
        <>
          <Key width={width} />
          <ValueAxis
            ticks={ticks}
            format={format}
            place={y}
            words={left - 4}
            from={left}
            to={width - right + 6}
          />
          <PeriodAxis labels={periods} place={x} y={bottom + 20} width={width} />
          {next !== null && lastValue !== null && lastAt < next.at ? (
            <path
              className="tl-soft"
              opacity={0.55}
              d={`M${round(x(lastAt))},${round(y(lastValue))}L${round(x(next.at))},${round(y(next.high))}L${round(x(next.at))},${round(y(next.low))}Z`}
            />
          ) : null}
          {[...past, ...(next ? [next] : [])].map(({ at, low, high }) => (
            <rect
              key={at}
              className="tl-soft"
              x={round(x(at) - bar / 2)}
              y={round(y(high))}
              width={round(bar)}
              height={round(Math.max(1, y(low) - y(high)))}
            />
          ))}
          <path className="tl-ink-line" strokeDasharray="4 3" d={pathOf(plan, x, y)} />
          {planned === null || next === null ? null : (
            <line
              className="tl-ink-line"
              strokeWidth={2}
              x1={round(x(next.at) - 7)}
              x2={round(x(next.at) + 7)}
              y1={round(y(planned))}
              y2={round(y(planned))}
            />
          )}
          <path className="tl-line" strokeWidth={2.5} d={pathOf(values, x, y)} />
          {values.map((value, at) =>
            value === null ? null : (
              <circle
                key={periods[at]}
                className={missed(past, at, value) ? "tl-open" : "tl-line-fill"}
                strokeWidth={2}
                cx={round(x(at))}
                cy={round(y(value))}
                r={4}
              />
            ),
          )}
          {next === null ? null : (
            <circle
              className="tl-open"
              strokeDasharray="2 2"
              strokeWidth={2}
              cx={round(x(next.at))}
              cy={round(y(next.expected))}
              r={5}
            />
          )}
          {ends.map(({ words, weight }, at) => (
            <Words key={words} x={width - right + 12} y={heights[at] ?? 0} weight={weight}>
              {words}
            </Words>
          ))}
        </>
      )}
    </Figure>
  )
}

const missed = (past: readonly Foretold[], at: number, value: number): boolean =>
  past.some((one) => one.at === at && (value < one.low || value > one.high))

function Key({ width }: { width: number }): ReactElement {
  const words =
    width >= 480 ? ["what came", "foretold, 90% interval", "plan"] : ["came", "foretold (90%)", "plan"]
  const starts = words.map((_, at) =>
    words.slice(0, at).reduce((sum, word) => sum + 22 + textWidth(word, 12) + 16, 0),
  )
  return (
    <>
      <circle className="tl-line-fill" cx={7} cy={9} r={4} />
      <rect className="tl-soft" x={(starts[1] ?? 0) + 3} y={2} width={8} height={14} />
      <line
        className="tl-ink-line"
        strokeDasharray="4 3"
        x1={starts[2] ?? 0}
        x2={(starts[2] ?? 0) + 16}
        y1={9}
        y2={9}
      />
      {words.map((word, at) => (
        <Words key={word} x={(starts[at] ?? 0) + 20} y={13} tone="muted">
          {word}
        </Words>
      ))}
    </>
  )
}

function sentence({ periods, values, plan, past, next, format }: PredictionBandProps): string {
  const came = values.flatMap((value, at) => (value === null ? [] : [`${periods[at]} ${format(value)}`]))
  const scored = past.filter(({ at }) => values[at] != null)
  const held = scored.filter(({ at }) => !missed(past, at, values[at] ?? 0)).length
  const planned = next === null ? null : (plan[next.at] ?? null)
  return [
    came.length === 0 ? "No value yet." : `What came: ${came.join(", ")}.`,
    scored.length === 0 ? "" : `${held} of ${scored.length} were inside what had been foretold.`,
    next === null
      ? ""
      : `Foretold for ${periods[next.at]}: ${format(next.expected)}, 90% interval ${format(next.low)} to ${format(next.high)}${planned === null ? "" : `; planned ${format(planned)}`}.`,
  ]
    .filter(Boolean)
    .join(" ")
}
