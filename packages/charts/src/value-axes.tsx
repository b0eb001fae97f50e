import type { ReactElement } from "react"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

interface ValueAxisProps {
  ticks: readonly number[]
  format: (value: number) => string
  /** px of a value */
  place: (value: number) => number
  /** where the words end, and from where to where the lines run */
  words: number
  from: number
  to: number
}

/** Lines across at round values of a figure, each named at its left. */
export function ValueAxis({ ticks, format, place, words, from, to }: ValueAxisProps): ReactElement {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="tl-hairline"
            x1={round(from)}
            x2={round(to)}
            y1={round(place(tick))}
            y2={round(place(tick))}
          />
          <Words x={words} y={place(tick) + 4} size={11} tone="muted" anchor="end">
            {format(tick)}
          </Words>
        </g>
      ))}
    </>
  )
}

/** Room that the words of a value axis take. */
export const axisRoom = (ticks: readonly number[], format: (value: number) => string): number =>
  Math.max(20, ...ticks.map((tick) => textWidth(format(tick), 11))) + 8

interface PeriodAxisProps {
  labels: readonly string[]
  /** a second line under each */
  notes?: readonly string[]
  place: (at: number) => number
  /** baseline */
  y: number
  width: number
}

/** Names of periods, the last one always, the others as far as there is room. */
export function PeriodAxis({ labels, notes, place, y, width }: PeriodAxisProps): ReactElement {
  let free = Number.POSITIVE_INFINITY
  const shown: { at: number; x: number }[] = []
  for (let at = labels.length - 1; at >= 0; at--) {
    const half = Math.max(textWidth(labels[at] ?? "", 11), textWidth(notes?.[at] ?? "", 11)) / 2
    const x = Math.min(width - half, Math.max(half, place(at)))
    if (x + half + 10 > free) continue
    shown.push({ at, x })
    free = x - half
  }
  return (
    <>
      {shown.map(({ at, x }) => (
        <g key={at}>
          <Words x={x} y={y} size={11} tone="muted" anchor="middle">
            {labels[at] ?? ""}
          </Words>
          <Words x={x} y={y + 16} size={11} anchor="middle">
            {notes?.[at] ?? ""}
          </Words>
        </g>
      ))}
    </>
  )
}

/** Baselines of words beside each other's places, pushed apart by `gap` where they would lie on one another. */
export function apart(ys: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((_, at) => at).sort((a, b) => (ys[a] ?? 0) - (ys[b] ?? 0))
  const placed = [...ys]
  let least = top
  for (const at of order) {
    placed[at] = Math.max(least, placed[at] ?? 0)
    least = (placed[at] ?? 0) + gap
  }
  let most = bottom
  for (const at of order.toReversed()) {
    placed[at] = Math.min(most, placed[at] ?? 0)
    most = (placed[at] ?? 0) - gap
  }
  return placed
}
