import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatStep, tooFew } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { ellipsize, textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface ChoiceColumn {
  id: string
  label: string
  /** whole percent, one an option; null: hidden */
  shares: readonly number[] | null
}

export interface ChoiceBarsProps {
  options: readonly { id: string; text: string; official?: boolean }[]
  columns: readonly ChoiceColumn[]
  width: number
  title: string
}

const line = 15
const barHeight = 18

/** Which options were chosen: a row an option, a column a group, each share a bar with its number. */
export function ChoiceBars(props: ChoiceBarsProps): ReactElement {
  const { options, columns, width } = props
  const wide = width >= 640
  const longest = Math.max(90, ...options.map(({ text }) => textWidth(text, 13)))
  const labelWidth = wide ? Math.min(longest + 4, width * 0.34) : width
  const from = wide ? labelWidth + 16 : 0
  const cell = Math.min(150, (width - from) / Math.max(1, columns.length))
  const heads = columns.map(({ label }) =>
    wrap(label, cell - 8, 12, 3).map((words) => ellipsize(words, cell - 8, 12)),
  )
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * line + 8
  const labels = options.map(({ text }) => wrap(text, labelWidth, 13, 3))
  const heights = labels.map((lines) =>
    wide ? Math.max(34, lines.length * line + 14) : lines.length * line + barHeight + 18,
  )
  const tops = heights.map((_, at) => top + heights.slice(0, at).reduce((sum, height) => sum + height, 0))
  const bottom = top + heights.reduce((sum, height) => sum + height, 0)
  return (
    <Figure
      width={width}
      height={bottom + 4}
      title={props.title}
      description={columns.map((column) => sentence(column, options)).join(" ")}
    >
      {({ hatch }) => (
        <>
          {heads.map((lines, at) =>
            lines.map((words, nth) => (
              <Words
                key={`${columns[at]?.id} ${words}`}
                x={from + at * cell}
                y={top - 10 - (lines.length - 1 - nth) * line}
                size={12}
                tone="muted"
              >
                {words}
              </Words>
            )),
          )}
          {options.map((option, row) => {
            const y = tops[row] ?? 0
            const height = heights[row] ?? 0
            const lines = labels[row] ?? []
            const barY = wide ? y + (height - barHeight) / 2 : y + height - barHeight - 6
            const firstLine = wide ? y + height / 2 + 4.5 - (lines.length - 1) * (line / 2) : y + 16
            return (
              <g key={option.id}>
                <line className="tl-hairline" x1={0} x2={width} y1={round(y)} y2={round(y)} />
                {lines.map((words, nth) => (
                  <Words
                    key={words}
                    x={0}
                    y={firstLine + nth * line}
                    size={13}
                    weight={option.official ? 600 : 400}
                    width={labelWidth}
                  >
                    {words}
                  </Words>
                ))}
                {columns.map(({ id, shares }, at) => (
                  <Bar
                    key={id}
                    x={from + at * cell}
                    y={barY}
                    width={cell - 8}
                    share={shares?.[row] ?? null}
                    hatch={hatch}
                  />
                ))}
              </g>
            )
          })}
        </>
      )}
    </Figure>
  )
}

interface BarProps {
  x: number
  y: number
  width: number
  share: number | null
  hatch: string
}

function Bar({ x, y, width, share, hatch }: BarProps): ReactElement {
  if (share === null) return <HiddenBox x={x} y={y} width={width} height={barHeight} hatch={hatch} words="" />
  return (
    <>
      <rect
        className="tl-soft"
        x={round(x)}
        y={round(y)}
        width={round((width * share) / 100)}
        height={barHeight}
        {...(share <= 5 || share >= 95 ? { fillOpacity: 0.5 } : {})}
      />
      <Words x={x + 4} y={y + 13.5} size={width < 50 ? 11 : 12.5}>
        {width < 50 ? formatStep(share).replace(" ", "") : formatStep(share)}
      </Words>
    </>
  )
}

function sentence({ label, shares }: ChoiceColumn, options: ChoiceBarsProps["options"]): string {
  if (shares === null) return `${label}: ${tooFew}.`
  return `${label}: ${options.map(({ text }, at) => `${text} ${formatStep(shares[at] ?? 0)}`).join(", ")}.`
}
