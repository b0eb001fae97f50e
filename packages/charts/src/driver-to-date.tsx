import { scaleLinear } from "d3-scale"
import { line } from "d3-shape"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { textWidth } from "./text-width.ts"
import { apart, axisRoom, PeriodAxis, ValueAxis } from "./value-axes.tsx"
import { round, Words } from "./words.tsx"

export interface DriverLine {
  id: string
  label: string
  /** by period; null: no value */
  values: readonly (number | null)[]
  /** amber: behind its target */
  behind: boolean
}

export interface DriverToDateProps {
  periods: readonly string[]
  units: readonly DriverLine[]
  /** of all units together, by period */
  overall: readonly (number | null)[]
  target: { value: number; words: string } | null
  /** place among the periods, which may lie between two of them or after the last */
  deadline: { at: number; words: string } | null
  format: (value: number) => string
  width: number
  title: string
}

const top = 40
const plot = { wide: 270, narrow: 220 }

/** A leading indicator over time: every unit a thin line, all together the strong one, and where it was to be by when. */
export function DriverToDate(props: DriverToDateProps): ReactElement {
  const { periods, units, overall, target, deadline, format, width } = props
  const values = [...units.flatMap((unit) => unit.values), ...overall, target?.value ?? null].filter(isTold)
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1e-9, ...values)])
    .nice(4)
  const ticks = y.ticks(4)
  const left = axisRoom(ticks, format)
  const last = lastOf(overall)
  const ends = [
    ...(last === undefined
      ? []
      : [
          {
            words: `all ${format(last.value)}`,
            value: last.value,
            tone: "teal" as const,
          },
        ]),
    ...(target === null ? [] : [{ words: target.words, value: target.value, tone: "ink" as const }]),
  ]
  const right = Math.max(10, ...ends.map(({ words }) => textWidth(words, 12, 600))) + 10
  const bottom = top + (width >= 600 ? plot.wide : plot.narrow)
  y.range([bottom, top])
  const x = scaleLinear()
    .domain([0, Math.max(1, periods.length - 1, deadline?.at ?? 0)])
    .range([left + 6, width - right])
  const heights = apart(
    ends.map(({ value }) => y(value) + 4),
    15,
    top + 4,
    bottom + 4,
  )
  return (
    <Figure width={width} height={bottom + 26} title={props.title} description={sentence(props)}>
      {() => (
        <>
          <ValueAxis
            ticks={ticks}
            format={format}
            place={y}
            words={left - 4}
            from={left}
            to={width - right + 4}
          />
          <PeriodAxis labels={periods} place={x} y={bottom + 20} width={width} />
          {units.map((unit) => (
            <path
              key={unit.id}
              className="tl-unknown-line"
              strokeWidth={1}
              opacity={0.55}
              d={pathOf(unit.values, x, y)}
            />
          ))}
          {target === null ? null : (
            <line
              className="tl-ink-line"
              strokeDasharray="4 3"
              x1={round(left)}
              x2={round(width - right + 4)}
              y1={round(y(target.value))}
              y2={round(y(target.value))}
            />
          )}
          {deadline === null ? null : (
            <>
              <line
                className="tl-ink-line"
                x1={round(x(deadline.at))}
                x2={round(x(deadline.at))}
                y1={top - 8}
                y2={bottom}
              />
              <Words
                x={Math.min(width, x(deadline.at) + textWidth(deadline.words, 12) / 2)}
                y={top - 14}
                anchor="end"
              >
                {deadline.words}
              </Words>
            </>
          )}
          <path className="tl-line" strokeWidth={3} d={pathOf(overall, x, y)} />
          {units.map((unit) => {
            const end = lastOf(unit.values)
            return end === undefined ? null : (
              <circle
                key={unit.id}
                className={unit.behind ? "tl-attention-fill" : "tl-unknown-dot"}
                cx={round(x(end.at))}
                cy={round(y(end.value))}
                r={unit.behind ? 4 : 3.5}
              />
            )
          })}
          {last === undefined ? null : (
            <circle className="tl-line-fill" cx={round(x(last.at))} cy={round(y(last.value))} r={5.5} />
          )}
          {ends.map(({ words, tone }, at) => (
            <Words key={words} x={width - right + 8} y={heights[at] ?? 0} weight={600} tone={tone}>
              {words}
            </Words>
          ))}
        </>
      )}
    </Figure>
  )
}

const isTold = (value: number | null): value is number => value !== null

function lastOf(values: readonly (number | null)[]): { at: number; value: number } | undefined {
  const at = values.findLastIndex(isTold)
  const value = values[at]
  return value == null ? undefined : { at, value }
}

/** A period without a value is a gap in the line, never a bridge over it. */
export function pathOf(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const draw = line<number | null>()
    .defined(isTold)
    .x((_, at) => round(x(at)))
    .y((value) => round(y(value ?? 0)))
  return draw([...values]) ?? ""
}

function sentence({ periods, units, overall, target, deadline, format }: DriverToDateProps): string {
  const told = periods.flatMap((period, at) => {
    const value = overall[at]
    return value == null ? [] : [`${period} ${format(value)}`]
  })
  const behind = units.filter((unit) => unit.behind).map(({ label }) => label)
  return [
    told.length === 0 ? "No value yet." : `All units together: ${told.join(", ")}.`,
    target === null ? "" : `${target.words}.`,
    deadline === null ? "" : `${deadline.words}.`,
    behind.length === 0 ? "" : `Behind: ${behind.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ")
}
