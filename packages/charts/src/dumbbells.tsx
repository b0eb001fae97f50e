import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type Bound, formatShare, tooFew } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { ShareAxis } from "./share-axis.tsx"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** A share in whole percent with its interval. */
export interface Share {
  value: number
  low?: number
  high?: number
  /** told only as a bound: "≥ 90%" */
  bound?: Bound
}

/** Two shares of the same people: one end open, the other filled. */
export interface DumbbellRow {
  id: string
  label: string
  /** how many people, and whatever else is small print */
  note?: string
  /** null: hidden */
  open: Share | null
  filled: Share | null
  /** what stands in the last column; left out: nothing is told */
  gap?: string
}

export interface DumbbellsProps {
  rows: readonly DumbbellRow[]
  /** what the open and the filled end are, in a word or two: "say they know", "show it" */
  open: string
  filled: string
  /** head of the last column */
  gap: string
  /** percent that guessing gets right, drawn through all rows */
  chance?: number
  width: number
  title: string
}

const top = 58
const noteWidth = 124
/** of a column of figures */
const figureWidth = { wide: 66, narrow: 50 }

/** Two shares a row and the distance between them, on the whole way from nobody to everybody. */
export function Dumbbells(props: DumbbellsProps): ReactElement {
  const { rows, width, chance } = props
  const wide = width >= 600
  const column = wide ? figureWidth.wide : figureWidth.narrow
  const longest = Math.max(90, ...rows.map((row) => textWidth(row.label, 13, 600) + 4))
  const labelWidth = wide ? Math.min(longest, width * 0.3, 280) : width - 130
  const from = wide ? labelWidth + 22 : 8
  const to = width - 3 * column - (wide ? 14 : 6)
  const place = (share: number) => from + (share / 100) * (to - from)
  const labels = rows.map((row) => wrap(row.label, labelWidth, 13, 2, 600))
  // Beside the label on a phone only where it fits.
  const isBelow = rows.map(({ note }) => !wide && textWidth(note ?? "", 12) > noteWidth)
  const heights = labels.map((lines, at) =>
    wide ? Math.max(46, 28 + lines.length * 17) : 38 + (lines.length + (isBelow[at] ? 1 : 0)) * 17,
  )
  const tops = heights.map((_, at) => top + heights.slice(0, at).reduce((sum, height) => sum + height, 0))
  const bottom = top + heights.reduce((sum, height) => sum + height, 0)
  const ys = rows.map((_, at) => {
    const middle = (tops[at] ?? 0) + (heights[at] ?? 0) / 2
    return wide ? middle : (tops[at] ?? 0) + (heights[at] ?? 0) - 20
  })
  const isGuess = chance !== undefined
  const guess = `${Math.round(chance ?? 0)}%: what guessing gets right`
  return (
    <Figure
      width={width}
      height={bottom + (isGuess ? 26 : 6)}
      title={props.title}
      description={`Shares of people in percent. ${rows.map((row) => sentence(row, props)).join(" ")}${isGuess ? ` Guessing gets ${Math.round(chance)}% right.` : ""}`}
    >
      {({ hatch }) => (
        <>
          <Key {...props} />
          {[props.open, props.filled, props.gap].map((head, at) => (
            <Words
              key={head}
              x={width - (2 - at) * column}
              y={top - 10}
              size={11}
              tone="muted"
              anchor="end"
              width={column - 2}
            >
              {head.split(/[ :,]/u)[0] ?? ""}
            </Words>
          ))}
          <ShareAxis
            place={place}
            y={top - 10}
            spans={wide ? [[top - 4, bottom]] : ys.map((y) => [y - 14, y + 14] as const)}
          />
          {isGuess ? (
            <>
              {(wide ? [[top - 4, bottom + 8]] : ys.map((y) => [y - 14, y + 14])).map(([y1, y2]) => (
                <line
                  key={y1}
                  className="tl-ink-line"
                  strokeDasharray="3 3"
                  x1={round(place(chance))}
                  x2={round(place(chance))}
                  y1={y1}
                  y2={y2}
                />
              ))}
              <Words
                x={Math.min(wide ? place(chance) : 0, width - textWidth(guess, 11))}
                y={bottom + 20}
                size={11}
                tone="muted"
              >
                {guess}
              </Words>
            </>
          ) : null}
          {rows.map((row, at) => {
            const y = ys[at] ?? 0
            const lines = labels[at] ?? []
            const rowTop = tops[at] ?? 0
            const firstLine = wide ? y + 4.5 - (lines.length - (row.note ? 0 : 1)) * 8.5 : rowTop + 16
            return (
              <g key={row.id}>
                {at === 0 ? null : (
                  <line className="tl-hairline" x1={0} x2={width} y1={round(rowTop)} y2={round(rowTop)} />
                )}
                {lines.map((line, nth) => (
                  <Words key={line} x={0} y={firstLine + nth * 17} size={13} weight={600}>
                    {line}
                  </Words>
                ))}
                <Words
                  x={wide || isBelow[at] ? 0 : width}
                  y={wide || isBelow[at] ? firstLine + lines.length * 17 : rowTop + 16}
                  size={12}
                  tone="muted"
                  anchor={wide || isBelow[at] ? "start" : "end"}
                  width={wide ? labelWidth : isBelow[at] ? width : noteWidth}
                >
                  {row.note ?? ""}
                </Words>
                {row.open === null && row.filled === null ? (
                  <HiddenBox x={from} y={y - 9} width={to - from} height={18} hatch={hatch} />
                ) : (
                  <Bell row={row} place={place} y={round(y)} />
                )}
                {[told(row.open), told(row.filled), row.gap ?? ""].map((figure, nth) => (
                  <Words
                    // biome-ignore lint/suspicious/noArrayIndexKey: two of the three may be the same
                    key={nth}
                    x={width - (2 - nth) * column}
                    y={y + 5}
                    size={wide ? 15 : 13}
                    weight={nth === 2 ? 650 : 400}
                    anchor="end"
                  >
                    {figure}
                  </Words>
                ))}
              </g>
            )
          })}
        </>
      )}
    </Figure>
  )
}

const told = (share: Share | null): string => (share === null ? "" : formatShare(share.value, share.bound))

/** Which end is which, in words beside the ends themselves. */
function Key({ open, filled }: DumbbellsProps): ReactElement {
  const second = 18 + textWidth(open, 12) + 22
  return (
    <>
      <circle className="tl-open" cx={7} cy={9} r={5.5} strokeWidth={2} />
      <Words x={18} y={13} size={12} tone="muted">
        {open}
      </Words>
      <circle className="tl-line-fill" cx={second + 7} cy={9} r={6} />
      <Words x={second + 18} y={13} size={12} tone="muted">
        {filled}
      </Words>
    </>
  )
}

interface BellProps {
  row: DumbbellRow
  place: (share: number) => number
  y: number
}

/** The interval of the open end lies over the line between the ends, that of the filled one under it. */
function Bell({ row, place, y }: BellProps): ReactElement {
  const { open, filled } = row
  const band = (share: Share | null, at: number) =>
    share?.low === undefined || share.high === undefined ? null : (
      <line
        className="tl-soft-line"
        strokeWidth={6}
        x1={round(place(share.low))}
        x2={round(place(share.high))}
        y1={at}
        y2={at}
      />
    )
  return (
    <>
      {band(open, y - 4)}
      {band(filled, y + 4)}
      {open && filled ? (
        <line
          className="tl-line"
          strokeWidth={2}
          x1={round(place(open.value))}
          x2={round(place(filled.value))}
          y1={y}
          y2={y}
        />
      ) : null}
      {open ? (
        <circle
          className={open.bound === undefined ? "tl-open" : "tl-open tl-bound"}
          cx={round(place(open.value))}
          cy={y}
          r={5.5}
          strokeWidth={2}
        />
      ) : null}
      {filled ? (
        <circle
          className={filled.bound === undefined ? "tl-line-fill" : "tl-line-fill tl-bound"}
          cx={round(place(filled.value))}
          cy={y}
          r={6}
        />
      ) : null}
    </>
  )
}

function sentence(row: DumbbellRow, { open, filled, gap }: DumbbellsProps): string {
  if (row.open === null && row.filled === null) return `${row.label}: ${tooFew}.`
  const part = (share: Share | null, words: string) =>
    share === null ? [] : [`${told(share)}${range(share)} ${words}`]
  const parts = [...part(row.open, open), ...part(row.filled, filled)]
  return `${row.label}: ${parts.join(", ")}${row.gap === undefined ? "" : `, ${gap} ${row.gap}`}.`
}

const range = ({ low, high }: Share): string =>
  low === undefined || high === undefined ? "" : ` (${formatShare(low)} to ${formatShare(high)})`
