import { cumsum, max, sum } from "d3-array"
import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { HiddenBox } from "./hidden-box.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** Percent left (negative) or right of the middle of the neutral answers → px. */
export type DivergingScale = (percent: number) => number

const answers = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"]

/** How far five shares reach to the left and to the right of the middle of "neither". */
function extents(shares: readonly number[]): [number, number] {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = shares
  return [one + two + three / 2, three / 2 + four + five]
}

/** One scale for all rows of a chart, so that the middles stand under each other. */
export function divergingScale(
  rows: readonly (readonly number[] | null)[],
  x: number,
  width: number,
): DivergingScale {
  const known = rows.flatMap((shares) => (shares ? [extents(shares)] : []))
  const left = max(known, (extent) => extent[0]) ?? 50
  const right = max(known, (extent) => extent[1]) ?? 50
  const scale = scaleLinear()
    .domain([-Math.max(left, 1), Math.max(right, 1)])
    .range([x, x + width])
  return (percent) => scale(percent)
}

interface DivergingBarProps {
  shares: readonly number[] | null
  scale: DivergingScale
  x: number
  y: number
  width: number
  height: number
  hatch: string
}

/** The five answers of one group, side by side, "neither" standing on the middle; hatched as a whole when hidden. */
export function DivergingBar(props: DivergingBarProps): ReactElement {
  const { shares, scale, x, y, width, height, hatch } = props
  if (shares?.length !== 5 || sum(shares) <= 0)
    return <HiddenBox x={x} y={y} width={width} height={height} hatch={hatch} />
  const [left] = extents(shares)
  const ends = cumsum(shares)
  return (
    <>
      {shares.map((share, index) => {
        const from = scale((ends[index] ?? 0) - share - left)
        const to = scale((ends[index] ?? 0) - left)
        const label = `${Math.round(share)}`
        const answer = index + 1
        return (
          <g key={answers[index]}>
            <rect
              x={round(from)}
              y={round(y)}
              width={round(Math.max(0, to - from - 1))}
              height={height}
              style={{ fill: `var(--tl-${answer})` }}
            />
            {to - from >= textWidth(label, 12) + 8 ? (
              <Words
                x={(from + to) / 2}
                y={y + height / 2 + 4}
                size={12}
                anchor="middle"
                fill={`--tl-${answer}-ink`}
              >
                {label}
              </Words>
            ) : null}
          </g>
        )
      })}
    </>
  )
}

/** The five colours with their words right at them; on a phone the two ends are named. 28 px high. */
export function LikertKey({ x, y, width }: { x: number; y: number; width: number }): ReactElement {
  const needs = answers.map((answer) => 18 + textWidth(answer, 11) + 14)
  const all = needs.reduce((sum, need) => sum + need, 0)
  const starts = cumsum([0, ...needs])
  if (all <= width)
    return (
      <>
        {answers.map((answer, index) => (
          <g key={answer}>
            <Swatch x={x + (starts[index] ?? 0)} y={y + 1} width={12} answer={index + 1} />
            <Words x={x + (starts[index] ?? 0) + 18} y={y + 11} size={11} tone="muted">
              {answer}
            </Words>
          </g>
        ))}
      </>
    )
  const before = textWidth("strongly disagree", 11) + 8
  return (
    <>
      <Words x={x} y={y + 11} size={11} tone="muted">
        strongly disagree
      </Words>
      {answers.map((answer, index) => (
        <Swatch key={answer} x={x + before + index * 16} y={y + 1} width={15} answer={index + 1} />
      ))}
      <Words x={x + before + 5 * 16 + 7} y={y + 11} size={11} tone="muted">
        strongly agree
      </Words>
    </>
  )
}

function Swatch({
  x,
  y,
  width,
  answer,
}: {
  x: number
  y: number
  width: number
  answer: number
}): ReactElement {
  return <rect x={round(x)} y={y} width={width} height={12} rx={1} style={{ fill: `var(--tl-${answer})` }} />
}
