import { cumsum, max, sum } from "d3-array"
import { scaleLinear } from "d3-scale"
import type { ReactElement } from "react"
import { type Bound, formatShare } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** Percent left (negative) or right of the middle of the neutral answers → px. */
export type DivergingScale = (percent: number) => number

const answers = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"]

/** How far the shares reach to the left and to the right of the middle of "neither". */
function extents(shares: readonly number[]): [number, number] {
  const middle = (shares.length - 1) / 2
  const neither = (shares[middle] ?? 0) / 2
  return [sum(shares.slice(0, middle)) + neither, neither + sum(shares.slice(middle + 1))]
}

/** Which of the five colours each share takes: three shares (disagree, neither, agree) take the quiet ones. */
function coloursOf(shares: readonly number[] | null): readonly number[] {
  if (shares?.length === 5) return [1, 2, 3, 4, 5]
  return shares?.length === 3 ? [2, 3, 4] : []
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
  /** by share which are only bounds: outlined, since they must not read as figures */
  bounds?: readonly Bound[]
  scale: DivergingScale
  x: number
  y: number
  width: number
  height: number
  hatch: string
}

/**
 * The answers of one group side by side, "neither" standing on the middle: all five, or disagree, neither and agree
 * where a group is too small for five; hatched as a whole when hidden.
 */
export function DivergingBar(props: DivergingBarProps): ReactElement {
  const { shares, scale, x, y, width, height, hatch } = props
  const colours = coloursOf(shares)
  if (!shares || colours.length === 0 || sum(shares) <= 0)
    return <HiddenBox x={x} y={y} width={width} height={height} hatch={hatch} />
  const [left] = extents(shares)
  const ends = cumsum(shares)
  return (
    <>
      {shares.map((share, index) => {
        const from = scale((ends[index] ?? 0) - share - left)
        const to = scale((ends[index] ?? 0) - left)
        const bound = props.bounds?.[index]
        const label = formatShare(share, bound).replace("%", "")
        const answer = colours[index]
        return (
          <g key={answer}>
            <rect
              x={round(from)}
              y={round(y)}
              width={round(Math.max(0, to - from - 1))}
              height={height}
              {...(bound ? { className: "tl-bound" } : {})}
              style={{ fill: `var(--tl-${answer})` }}
            />
            {to - from >= textWidth(label, 12) + 8 ? (
              <Words
                x={(from + to) / 2}
                y={y + height / 2 + 4}
                size={12}
                anchor="middle"
                fill={bound ? "--tl-ink" : `--tl-${answer}-ink`}
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
