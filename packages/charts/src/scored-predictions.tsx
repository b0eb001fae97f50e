import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { textWidth } from "./text-width.ts"
import { PeriodAxis } from "./value-axes.tsx"
import { round, Words } from "./words.tsx"

/** A prediction and the value that came. */
export interface ScoredPrediction {
  id: string
  label: string
  expected: number
  low: number
  high: number
  came: number
}

export interface ScoredPredictionsProps {
  /** oldest first */
  periods: readonly { label: string; predictions: readonly ScoredPrediction[] }[]
  width: number
  title: string
}

const top = 22
/** px from the middle of an interval to its end, and to the edge of the picture */
const half = 46
const edge = 84

/**
 * Every past prediction as one dot in its period: how far the value that came lay from what was foretold, measured by the
 * interval's own width, so that large and small units are read alike. Inside the band: the interval held.
 */
export function ScoredPredictions(props: ScoredPredictionsProps): ReactElement {
  const { periods, width } = props
  const left = Math.ceil(textWidth("interval", 11)) + 10
  const x = scaleLinear()
    .domain([-0.5, Math.max(0.5, periods.length - 0.5)])
    .range([left, width])
  const column = (width - left) / Math.max(1, periods.length)
  const middle = top + edge
  const bottom = middle + edge
  return (
    <Figure width={width} height={bottom + 44} title={props.title} description={sentence(props)}>
      {() => (
        <>
          <rect
            className="tl-soft"
            x={left}
            y={middle - half}
            width={round(width - left)}
            height={2 * half}
          />
          <line className="tl-ink-line" strokeDasharray="3 3" x1={left} x2={width} y1={middle} y2={middle} />
          {[
            { y: top - 8, words: "higher than foretold" },
            { y: bottom + 2, words: "lower than foretold" },
          ].map(({ y, words }) => (
            <Words key={words} x={left} y={y} size={11} tone="muted">
              {words}
            </Words>
          ))}
          {["90%", "interval"].map((words, at) => (
            <Words key={words} x={0} y={middle - 3 + at * 14} size={11} tone="muted">
              {words}
            </Words>
          ))}
          {periods.map(({ label, predictions }, at) =>
            predictions.map((one, nth) => (
              <circle
                key={`${label} ${one.id}`}
                className={held(one) ? "tl-line-fill" : "tl-open"}
                strokeWidth={2}
                cx={round(x(at) + ((nth + 0.5) / predictions.length - 0.5) * column * 0.8)}
                cy={round(middle - offset(one))}
                r={column / Math.max(1, predictions.length) < 6 ? 2.5 : 3.5}
              />
            )),
          )}
          <PeriodAxis
            labels={periods.map(({ label }) => label)}
            notes={periods.map(
              ({ predictions }) => `${predictions.filter(held).length} of ${predictions.length}`,
            )}
            place={x}
            y={bottom + 22}
            width={width}
          />
        </>
      )}
    </Figure>
  )
}

const held = ({ came, low, high }: ScoredPrediction): boolean => came >= low && came <= high

/** px; what lies further off than the picture reaches stands at its edge. */
function offset({ came, expected, low, high }: ScoredPrediction): number {
  const reach = came >= expected ? high - expected : expected - low
  const times = reach > 0 ? (came - expected) / reach : 0
  return Math.max(-edge + 6, Math.min(edge - 6, times * half))
}

function sentence({ periods }: ScoredPredictionsProps): string {
  const all = periods.flatMap(({ predictions }) => predictions)
  const missed = periods.flatMap(({ label, predictions }) =>
    predictions.filter((one) => !held(one)).map((one) => `${one.label} in ${label}`),
  )
  const tallies = periods.map(
    ({ label, predictions }) => `${label}: ${predictions.filter(held).length} of ${predictions.length}`,
  )
  return `Of ${all.length} past predictions ${all.length - missed.length} lay inside their 90% interval. ${tallies.join("; ")}.${missed.length === 0 ? "" : ` Outside: ${missed.slice(0, 20).join(", ")}.`}`
}
