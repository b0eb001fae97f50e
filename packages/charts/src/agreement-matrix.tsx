import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { formatDifference } from "./format.ts"
import { HeatKey } from "./heat-cell.tsx"
import { heatClass } from "./heat-scale.ts"
import { textWidth, wrap } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface AgreementMatrixProps {
  units: readonly { id: string; name: string }[]
  /** from −1, the opposite order, to 1, the same; null: one of them has no order */
  agreement: readonly (readonly (number | null)[])[]
  width: number
  title: string
}

const line = 14
/** All that is told was put first about equally often, so that nothing comes before anything else. */
const noOrder = "no order to compare"
const keyWords = "From −1, the opposite order, to +1, the same order"

/** Who agrees with whom: every two units where they meet, the number printed on its colour. */
export function AgreementMatrix(props: AgreementMatrixProps): ReactElement {
  const { units, agreement, width } = props
  const wanted = Math.max(80, ...units.map(({ name }, at) => textWidth(`${at + 1}  ${name}`, 13) + 12))
  const labelWidth = Math.min(wanted, width * 0.36)
  const cell = Math.min(92, (width - labelWidth) / Math.max(1, units.length))
  const height = Math.min(44, Math.max(26, cell * 0.6))
  const broadest = Math.max(
    0,
    ...units.flatMap(({ name }) => name.split(/\s+/u)).map((word) => textWidth(word, 12)),
  )
  // Where a name does not fit above its column, its number does; the rows say which is which.
  const named = broadest <= cell - 6
  const heads = units.map(({ name }, at) => (named ? wrap(name, cell - 6, 12, 3) : [String(at + 1)]))
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * line + 8
  const bottom = top + units.length * height
  return (
    <Figure
      width={width}
      height={bottom + 16 + 56}
      title={props.title}
      description={`${keyWords}. ${describe(units, agreement)}`}
    >
      {({ hatch }) => (
        <>
          {heads.map((lines, at) =>
            lines.map((words, nth) => (
              <Words
                key={`${units[at]?.id} ${words}`}
                x={labelWidth + (at + 0.5) * cell}
                y={top - 8 - (lines.length - 1 - nth) * line}
                size={12}
                tone="muted"
                anchor="middle"
              >
                {words}
              </Words>
            )),
          )}
          {units.map(({ id, name }, row) => (
            <g key={id}>
              <Words x={0} y={top + row * height + height / 2 + 4.5} size={13} width={labelWidth - 8}>
                {named ? name : `${row + 1}  ${name}`}
              </Words>
              {units.map((other, at) => (
                <Meeting
                  key={other.id}
                  x={labelWidth + at * cell + 1}
                  y={top + row * height + 1}
                  width={cell - 2}
                  height={height - 2}
                  value={at === row ? "self" : (agreement[row]?.[at] ?? null)}
                  hatch={hatch}
                />
              ))}
            </g>
          ))}
          <HeatKey y={bottom + 28} width={width} words={keyWords} hidden={noOrder} hatch={hatch} />
        </>
      )}
    </Figure>
  )
}

interface MeetingProps {
  x: number
  y: number
  width: number
  height: number
  value: number | null | "self"
  hatch: string
}

function Meeting({ x, y, width, height, value, hatch }: MeetingProps): ReactElement | null {
  if (value === "self") return null
  const box = { x: round(x), y: round(y), width: round(width), height: round(height) }
  if (value === null) return <rect className="tl-hatch-edge" {...box} fill={`url(#${hatch})`} />
  const heat = heatClass(value, 0)
  return (
    <>
      <rect {...box} style={{ fill: `var(--tl-heat-${heat})` }} />
      <Words
        x={x + width / 2}
        y={y + height / 2 + 4.5}
        size={width < 36 ? 11 : 13}
        anchor="middle"
        fill={`--tl-heat-${heat}-ink`}
      >
        {formatDifference(value)}
      </Words>
    </>
  )
}

function describe(units: readonly { name: string }[], agreement: AgreementMatrixProps["agreement"]): string {
  return units
    .flatMap(({ name }, row) =>
      units.slice(row + 1).map((other, after) => {
        const value = agreement[row]?.[row + 1 + after] ?? null
        return `${name} and ${other.name} ${value === null ? noOrder : formatDifference(value)}.`
      }),
    )
    .join(" ")
}
