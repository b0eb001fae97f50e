import { extent } from "d3-array"
import { type ScaleLinear, scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatFigure, formatMean } from "./format.ts"
import { type PlacedLabel, placeLabels } from "./place-labels.ts"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface ScatterPoint {
  id: string
  label: string
  /** scale points, with the interval that the release tells */
  x: number
  xLow?: number
  xHigh?: number
  y: number
  /** which period, where a unit has several */
  note?: string
}

export interface LinkScatterProps {
  points: readonly ScatterPoint[]
  x: string
  y: string
  finding: "link" | "no-evidence" | "cannot-tell"
  /** the line through the points and where it may lie, from left to right; left out: none is drawn */
  band?: readonly { x: number; y: number; low: number; high: number }[] | undefined
  /** the unit that matters most: ringed and named */
  ringed?: string | undefined
  width: number
  title: string
}

const R = 5
/** More names than this are in the table only; the ringed one is always named. */
const MOST_NAMES = 30

/** Units by their score and their KPI: each with its interval, the line with its band, one unit ringed. */
export function LinkScatter(props: LinkScatterProps): ReactElement {
  const { points, band = [], finding } = props
  const width = Math.min(props.width, 900)
  const up = scaleLinear()
    .domain(spread(points.flatMap(({ y }) => [y])))
    .nice(5)
  const upTicks = up.ticks(5)
  const left = Math.max(24, ...upTicks.map((tick) => textWidth(formatFigure(tick), 11))) + 10
  const yTitle = wrap(props.y, width, 12, 2)
  const top = 14 + yTitle.length * 16
  const bottom = top + (width < 560 ? 300 : 380)
  const across = scaleLinear()
    .domain(spread(points.flatMap(({ x, xLow = x, xHigh = x }) => [xLow, xHigh])))
    .nice(5)
    .range([left, width - 12])
  up.range([bottom, top])
  const dots = points.map((point) => ({ ...point, cx: across(point.x), cy: up(point.y) }))
  // The ringed one is named first: it must not be the one for whom there was no room left.
  const named = dots
    .filter(({ id }) => points.length <= MOST_NAMES || id === props.ringed)
    .toSorted((a, b) => Number(b.id === props.ringed) - Number(a.id === props.ringed))
  const words = named.map(({ label, note }) => (note === undefined ? label : `${label}, ${note}`))
  const placed = placeLabels(
    named.map(({ cx, cy }, at) => ({ x: cx, y: cy, label: words[at] ?? "" })),
    [
      ...dots
        .filter((dot) => !named.includes(dot))
        .map(({ cx, cy }) => ({ left: cx - R, right: cx + R, top: cy - R, bottom: cy + R })),
      // A name does not lie on a whisker, its own or another's.
      ...dots.flatMap(({ xLow, xHigh, cy }) =>
        xLow === undefined || xHigh === undefined
          ? []
          : [{ left: across(xLow), right: across(xHigh), top: cy - 1, bottom: cy + 1 }],
      ),
    ],
    { left, right: width, top, bottom },
    R + 3,
  )
  return (
    <Figure width={props.width} height={bottom + 42} title={props.title} description={describe(props)}>
      {() => (
        <>
          {yTitle.map((line, at) => (
            <Words key={line} x={0} y={12 + at * 16} size={12} tone="muted">
              {line}
            </Words>
          ))}
          <Grid across={across} up={up} left={left} right={width - 12} top={top} bottom={bottom} />
          <Words x={width - 12} y={bottom + 36} size={12} tone="muted" anchor="end" width={width - 24}>
            {props.x}
          </Words>
          <Band band={band} across={across} up={up} sure={finding === "link"} top={top} bottom={bottom} />
          {dots.map(({ id, note, xLow, xHigh, cy }) =>
            xLow === undefined || xHigh === undefined ? null : (
              <line
                key={`${id} ${note}`}
                className="tl-unknown-line"
                strokeWidth={1}
                x1={round(across(xLow))}
                x2={round(across(xHigh))}
                y1={round(cy)}
                y2={round(cy)}
              />
            ),
          )}
          {named.map(({ id, note, cx, cy }, at) => {
            const label = placed[at]
            return label?.leader ? (
              <path
                key={`${id} ${note}`}
                className="tl-unknown-line"
                strokeWidth={1}
                d={leader(cx, cy, label)}
              />
            ) : null
          })}
          {dots.map(({ id, note, label, cx, cy, x, y }) => (
            <g key={`${id} ${note}`}>
              {id === props.ringed ? (
                <circle className="tl-ink-line" cx={round(cx)} cy={round(cy)} r={R + 4} strokeWidth={1.5} />
              ) : null}
              <circle
                className={finding === "cannot-tell" ? "tl-unknown-dot" : "tl-line-fill"}
                cx={round(cx)}
                cy={round(cy)}
                r={R}
                strokeWidth={2}
              >
                <title>{`${label}${note === undefined ? "" : `, ${note}`}: ${formatMean(x)}, ${formatFigure(y)}`}</title>
              </circle>
            </g>
          ))}
          {named.map(({ id, note }, at) => {
            const label = placed[at]
            return label ? (
              <Words
                key={`${id} ${note}`}
                x={label.x}
                y={label.y}
                size={12}
                weight={id === props.ringed ? 650 : 400}
                anchor={label.anchor}
                halo
              >
                {words[at] ?? ""}
              </Words>
            ) : null
          })}
        </>
      )}
    </Figure>
  )
}

type Scale = ScaleLinear<number, number>

/** From the least to the most with some air; a single value gets air as well. */
function spread(values: number[]): [number, number] {
  const [least = 0, most = 1] = extent(values)
  const air = (most - least) * 0.05 || Math.abs(most) * 0.1 || 1
  return [least - air, most + air]
}

interface GridProps {
  across: Scale
  up: Scale
  left: number
  right: number
  top: number
  bottom: number
}

function Grid({ across, up, left, right, top, bottom }: GridProps): ReactElement {
  const ticks = across.ticks(right - left < 400 ? 4 : 6)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="tl-hairline"
            x1={round(across(tick))}
            x2={round(across(tick))}
            y1={round(top)}
            y2={round(bottom)}
          />
          <Words x={across(tick)} y={bottom + 16} size={11} tone="muted" anchor="middle">
            {formatFigure(tick)}
          </Words>
        </g>
      ))}
      {up.ticks(5).map((tick) => (
        <g key={tick}>
          <line
            className="tl-hairline"
            x1={round(left)}
            x2={round(right)}
            y1={round(up(tick))}
            y2={round(up(tick))}
          />
          <Words x={left - 6} y={up(tick) + 4} size={11} tone="muted" anchor="end">
            {formatFigure(tick)}
          </Words>
        </g>
      ))}
    </>
  )
}

interface BandProps {
  band: NonNullable<LinkScatterProps["band"]>
  across: Scale
  up: Scale
  sure: boolean
  top: number
  bottom: number
}

/** Where the line may lie; the line itself is drawn through only where a link is found. */
function Band({ band, across, up, sure, top, bottom }: BandProps): ReactElement | null {
  if (band.length < 2) return null
  const within = (value: number) => Math.max(top, Math.min(bottom, up(value)))
  const at = (x: number, y: number) => `${round(across(x))},${round(within(y))}`
  const area = [
    ...band.map(({ x, high }) => at(x, high)),
    ...band.toReversed().map(({ x, low }) => at(x, low)),
  ].join("L")
  return (
    <>
      <path className={sure ? "tl-soft" : "tl-nobody"} d={`M${area}Z`} />
      <path
        className={sure ? "tl-line" : "tl-unknown-line"}
        strokeWidth={sure ? 2 : 1.5}
        strokeDasharray={sure ? undefined : "5 4"}
        d={`M${band.map(({ x, y }) => at(x, y)).join("L")}`}
      />
    </>
  )
}

/** From the point to the name that found no place beside it. */
const leader = (x: number, y: number, label: PlacedLabel): string =>
  `M${round(x)},${round(y)}L${round(label.x)},${round(label.y - (label.y > y ? 11 : -4))}`

function describe({ points, x, y, ringed }: LinkScatterProps): string {
  const told = points
    .slice(0, MOST_NAMES)
    .map(
      ({ label, note, ...point }) =>
        `${label}${note === undefined ? "" : `, ${note}`}: ${formatMean(point.x)} and ${formatFigure(point.y)}.`,
    )
  const rest = points.length - told.length
  const most = points.find(({ id }) => id === ringed)
  return [
    `${y} against ${x}.`,
    ...told,
    rest > 0 ? `And ${rest} more, in the table.` : "",
    most ? `${most.label} matters most.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ")
}
