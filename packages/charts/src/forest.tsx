import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatCorrelation } from "./format.ts"
import { Mark } from "./mark.tsx"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** One pair of a construct and a KPI. */
export interface ForestRow {
  id: string
  label: string
  /** small print under the label: beside what, at which lag */
  note?: string
  /** null: too few units for any coefficient */
  r: number | null
  low: number | null
  high: number | null
  finding: "link" | "no-evidence" | "cannot-tell"
  /** correlations below it may well be missed, either way */
  detectable: number | null
  units: number
}

export interface ForestProps {
  rows: readonly ForestRow[]
  selected?: string | undefined
  onSelect?: ((id: string) => void) | undefined
  width: number
  title: string
}

/** Under this many units there is no coefficient. */
const FEWEST = 10
const ticks = [-1, -0.5, 0, 0.5, 1] as const
const tickWords: Record<(typeof ticks)[number], string> = {
  ...{ [-1]: "−1", [-0.5]: "−.5", 0: "0", 0.5: ".5", 1: "1" },
}
const findingWords = { link: "link", "no-evidence": "none seen", "cannot-tell": "cannot tell" } as const

const KEYS = [
  { finding: "link", words: "link: holds up against all pairs together" },
  { finding: "no-evidence", words: "none seen: one worth knowing would have shown" },
  { finding: "cannot-tell", words: "cannot tell: what is hatched may be missed" },
] as const

/** Every pair with its correlation and interval; "cannot tell" as the range that may well be missed. */
export function ForestPlot(props: ForestProps): ReactElement {
  const { rows, width, onSelect } = props
  const plan = layout(rows, width)
  const { place, top } = plan
  const bottom = plan.tops.at(-1) ?? top
  const spans = plan.wide
    ? [[top - 4, bottom]]
    : rows.map((_, at) => {
        const y = plan.ys[at] ?? 0
        return [y - 12, y + 12]
      })
  return (
    <Figure
      width={width}
      height={bottom + 6}
      title={props.title}
      description={`Correlations over units with their 95% intervals, on the scale −1 to 1. ${rows.map(sentence).join(" ")}`}
      interactive={onSelect !== undefined && rows.length > 0}
    >
      {({ hatch }) => (
        <>
          {KEYS.map(({ finding, words }, at) => (
            <g key={finding}>
              <Shape finding={finding} x={8} y={10 + at * 20} hatch={hatch} swatch />
              <Words x={26} y={14 + at * 20} size={12} tone="muted" width={width - 26}>
                {words}
              </Words>
            </g>
          ))}
          {ticks.map((tick) => (
            <g key={tick}>
              {spans.map(([y1 = 0, y2 = 0]) => (
                <line
                  key={y1}
                  className={tick === 0 ? "tl-unknown-line" : "tl-hairline"}
                  x1={round(place(tick))}
                  x2={round(place(tick))}
                  y1={round(y1)}
                  y2={round(y2)}
                />
              ))}
              <Words x={place(tick)} y={top - 10} size={11} tone="muted" anchor="middle">
                {tickWords[tick]}
              </Words>
            </g>
          ))}
          {rows.map((row, at) => (
            <Row
              key={row.id}
              row={row}
              at={at}
              plan={plan}
              width={width}
              hatch={hatch}
              selected={props.selected === row.id}
              onSelect={onSelect && (() => onSelect(row.id))}
            />
          ))}
        </>
      )}
    </Figure>
  )
}

interface Plan {
  wide: boolean
  top: number
  labelWidth: number
  lines: string[][]
  notes: string[][]
  /** of each row, and of what follows the last */
  tops: number[]
  /** the middle of each row's interval */
  ys: number[]
  place: (r: number) => number
}

function layout(rows: readonly ForestRow[], width: number): Plan {
  const wide = width >= 640
  const top = KEYS.length * 20 + 40
  const longest = Math.max(
    120,
    ...rows.flatMap(({ label, note }) => [textWidth(label, 13, 600) + 4, textWidth(note ?? "", 12) + 4]),
  )
  const labelWidth = wide ? Math.min(longest, width * 0.36, 380) : width
  const from = wide ? labelWidth + 28 : 12
  const to = width - (wide ? 204 : 16)
  const lines = rows.map(({ label }) => wrap(label, labelWidth, 13, 2, 600))
  const notes = rows.map(({ note }) => (note === undefined ? [] : wrap(note, labelWidth, 12, 2)))
  const words = rows.map((_, at) => (lines[at]?.length ?? 0) + (notes[at]?.length ?? 0))
  const heights = words.map((count) => (wide ? Math.max(36, 14 + count * 17) : 48 + (count + 1) * 17))
  const tops = [...heights, 0].map((_, at) => top + heights.slice(0, at).reduce((sum, one) => sum + one, 0))
  const ys = heights.map((height, at) => (tops[at] ?? 0) + (wide ? height / 2 : height - 22))
  return {
    ...{ wide, top, labelWidth, lines, notes, tops, ys },
    place: (r) => from + ((r + 1) / 2) * (to - from),
  }
}

interface RowProps {
  row: ForestRow
  at: number
  plan: Plan
  width: number
  hatch: string
  selected: boolean
  onSelect: (() => void) | undefined
}

function Row({ row, at, plan, width, hatch, selected, onSelect }: RowProps): ReactElement {
  const { wide, place } = plan
  const y = plan.ys[at] ?? 0
  const rowTop = plan.tops[at] ?? 0
  const height = (plan.tops[at + 1] ?? 0) - rowTop
  const [lines, notes] = [plan.lines[at] ?? [], plan.notes[at] ?? []]
  const firstLine = wide ? y + 4.5 - (lines.length + notes.length - 1) * 8.5 : rowTop + 18
  const lastLine = rowTop + 18 + (lines.length + notes.length) * 17
  return (
    <Mark
      label={sentence(row)}
      area={{ x: 0, y: rowTop + 1, width, height: height - 2 }}
      onSelect={onSelect}
      selected={selected}
    >
      <line className="tl-hairline" x1={0} x2={width} y1={round(rowTop)} y2={round(rowTop)} />
      {lines.map((line, nth) => (
        <Words key={line} x={0} y={firstLine + nth * 17} size={13} weight={600} halo>
          {line}
        </Words>
      ))}
      {notes.map((line, nth) => (
        <Words key={line} x={0} y={firstLine + (lines.length + nth) * 17} size={12} tone="muted">
          {line}
        </Words>
      ))}
      <Unseen row={row} place={place} y={y} hatch={hatch} />
      {row.r === null ? null : (
        <>
          {row.low === null || row.high === null ? null : (
            <line
              className={row.finding === "cannot-tell" ? "tl-unknown-line" : "tl-line"}
              strokeWidth={row.finding === "link" ? 3 : 1.75}
              x1={round(place(row.low))}
              x2={round(place(row.high))}
              y1={round(y)}
              y2={round(y)}
            />
          )}
          <Shape finding={row.finding} x={place(row.r)} y={y} hatch={hatch} />
        </>
      )}
      {wide ? (
        <>
          <Words x={width - 146} y={y + 5} size={14} weight={650} anchor="end">
            {row.r === null ? "" : formatCorrelation(row.r)}
          </Words>
          <Words x={width - 136} y={y + 5} size={12} tone={row.finding === "link" ? "teal" : "muted"}>
            {`${findingWords[row.finding]}, ${unitsText(row)}`}
          </Words>
        </>
      ) : (
        <Words x={0} y={lastLine} size={12} tone={row.finding === "link" ? "teal" : "muted"}>
          {`${row.r === null ? "" : `r ${formatCorrelation(row.r)}, `}${findingWords[row.finding]}, ${unitsText(row)}`}
        </Words>
      )}
    </Mark>
  )
}

interface UnseenProps {
  row: ForestRow
  place: (r: number) => number
  y: number
  hatch: string
}

/** What so few units could not have shown; without a coefficient that is everything. */
function Unseen({ row, place, y, hatch }: UnseenProps): ReactElement | null {
  if (row.finding !== "cannot-tell") return null
  const reach = row.detectable === null ? 1 : Math.min(1, row.detectable)
  const box = {
    x: round(place(-reach)),
    y: round(y - 8),
    width: round(place(reach) - place(-reach)),
    height: 16,
  }
  return <rect className="tl-hatch-edge" {...box} fill={`url(#${hatch})`} strokeWidth={0.75} />
}

interface ShapeProps {
  finding: ForestRow["finding"]
  x: number
  y: number
  hatch: string
  /** in the key: with what surrounds it in the picture */
  swatch?: boolean
}

function Shape({ finding, x, y, hatch, swatch }: ShapeProps): ReactElement {
  const at = { cx: round(x), cy: round(y), r: 5 }
  if (finding === "link") return <circle className="tl-line-fill" {...at} r={6} />
  if (finding === "no-evidence") return <circle className="tl-open" {...at} strokeWidth={2} />
  return (
    <>
      {swatch ? (
        <rect
          className="tl-hatch-edge"
          x={round(x - 8)}
          y={round(y - 8)}
          width={16}
          height={16}
          fill={`url(#${hatch})`}
          strokeWidth={0.75}
        />
      ) : null}
      <circle className="tl-unknown-dot" {...at} strokeWidth={2} />
    </>
  )
}

const unitsText = ({ units }: ForestRow): string => `${units} ${units === 1 ? "unit" : "units"}`

function sentence(row: ForestRow): string {
  const name = row.note === undefined ? row.label : `${row.label}, ${row.note}`
  if (row.r === null)
    return `${name}: cannot tell, ${unitsText(row)} of at least ${FEWEST}; no correlation is told.`
  const range =
    row.low === null || row.high === null
      ? ""
      : `, 95% interval ${formatCorrelation(row.low)} to ${formatCorrelation(row.high)}`
  const unseen =
    row.finding === "cannot-tell" && row.detectable !== null
      ? `; below ${formatCorrelation(row.detectable)} a correlation may well be missed`
      : ""
  return `${name}: ${findingWords[row.finding]}, r ${formatCorrelation(row.r)}${range}, ${unitsText(row)}${unseen}.`
}
