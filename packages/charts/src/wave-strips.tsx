import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatShare } from "./format.ts"
import { ShareAxis } from "./share-axis.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

interface StripPoint {
  label: string
  /** percent, with its interval */
  value: number
  low: number
  high: number
}

/** One wave: its layers from the lowest up, and the largest clear drop between two neighbours, by their places. */
export interface WaveStrip {
  id: string
  label: string
  points: readonly StripPoint[]
  largest: { from: number; to: number; words: string } | null
}

export interface WaveStripsProps {
  strips: readonly WaveStrip[]
  width: number
  title: string
}

const top = 22
const rowHeight = 74

/** One line a wave from nobody to everybody: where each layer stands on it, and where the most is lost. */
export function WaveStrips({ strips, width, title }: WaveStripsProps): ReactElement {
  const wide = width >= 600
  const longest = Math.max(40, ...strips.map(({ label }) => textWidth(label, 13, 600)))
  const from = wide ? Math.min(longest, width * 0.2) + 24 : 8
  const place = (share: number) => from + (share / 100) * (width - from - 10)
  const height = wide ? rowHeight : rowHeight + 18
  const bottom = top + strips.length * height
  const lineOf = (at: number) => top + at * height + (wide ? 36 : 54)
  return (
    <Figure width={width} height={bottom + 6} title={title} description={strips.map(sentence).join(" ")}>
      {() => (
        <>
          <ShareAxis
            place={place}
            y={12}
            spans={strips.map((_, at) => [lineOf(at) - 9, lineOf(at) + 9] as const)}
          />
          {strips.map((strip, at) => (
            <Strip
              key={strip.id}
              strip={strip}
              place={place}
              y={lineOf(at)}
              labelY={wide ? lineOf(at) + 4.5 : lineOf(at) - 34}
              width={width}
            />
          ))}
        </>
      )}
    </Figure>
  )
}

interface StripProps {
  strip: WaveStrip
  place: (share: number) => number
  y: number
  labelY: number
  width: number
}

/** The names of the lowest and the highest layer stand over their dots, what is lost under the thick line. */
function Strip({ strip, place, y, labelY, width }: StripProps): ReactElement {
  const { points, largest } = strip
  const named = [points[0], points.length > 1 ? points.at(-1) : undefined].filter(
    (point) => point !== undefined,
  )
  const [left, right] = named.toSorted((a, b) => a.value - b.value)
  const lost = largest ? [points[largest.from], points[largest.to]] : []
  const xs = lost.map((point) => place(point?.value ?? 0))
  const centre = xs.reduce((sum, x) => sum + x, 0) / 2
  const room = textWidth(largest?.words ?? "", 12) / 2
  return (
    <>
      <Words x={0} y={labelY} size={13} weight={600}>
        {strip.label}
      </Words>
      <line className="tl-hairline" x1={round(place(0))} x2={round(place(100))} y1={y} y2={y} />
      {points.map(({ label, low, high }) => (
        <line
          key={label}
          className="tl-soft-line"
          strokeWidth={10}
          x1={round(place(low))}
          x2={round(place(high))}
          y1={y}
          y2={y}
        />
      ))}
      {largest ? (
        <>
          <line
            className="tl-line"
            strokeWidth={4}
            x1={round(xs[0] ?? 0)}
            x2={round(xs[1] ?? 0)}
            y1={y}
            y2={y}
          />
          <Words x={Math.max(room, Math.min(width - room, centre))} y={y + 25} size={12} anchor="middle">
            {largest.words}
          </Words>
        </>
      ) : null}
      {points.map(({ label, value }) => (
        <circle key={label} className="tl-line-fill" cx={round(place(value))} cy={y} r={5} />
      ))}
      {left ? (
        <Words
          x={place(left.value) + 5}
          y={y - 14}
          size={12}
          tone="muted"
          anchor={right ? "end" : "middle"}
          halo
        >
          {`${left.label} ${formatShare(left.value)}`}
        </Words>
      ) : null}
      {right ? (
        <Words
          x={Math.min(place(right.value) - 5, width - textWidth(`${right.label} 100%`, 12))}
          y={y - 14}
          size={12}
          tone="muted"
          halo
        >
          {`${right.label} ${formatShare(right.value)}`}
        </Words>
      ) : null}
    </>
  )
}

function sentence({ label, points, largest }: WaveStrip): string {
  const told = points.map((point) => `${point.label} ${formatShare(point.value)}`).join(", ")
  return `${label}, from the lowest layer up: ${told}. ${largest ? `Largest clear drop: ${largest.words}.` : "No clear drop."}`
}
