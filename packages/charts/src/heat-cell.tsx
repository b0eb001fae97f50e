import type { ReactElement } from "react"
import { formatMean, tooFew } from "./format.ts"
import { heatClass, heatKey } from "./heat-scale.ts"
import { textWidth } from "./text-width.ts"
import type { GridCell } from "./unit-layer-grid.tsx"
import { round, Words } from "./words.tsx"

interface HeatCellProps {
  x: number
  y: number
  width: number
  height: number
  cell: GridCell
  /** null: everybody's mean is hidden, and no colour can be a step from it */
  centre: number | null
  hatch: string
}

/** A mean on its colour with the number printed; hatched where hidden, a dash where nobody stands. */
export function HeatCell({ x, y, width, height, cell, centre, hatch }: HeatCellProps): ReactElement {
  const box = { x: round(x), y: round(y), width: round(width), height }
  if (cell === "hidden") return <rect className="tl-hatch-edge" {...box} fill={`url(#${hatch})`} />
  if (cell === "none")
    return (
      <Words x={x + width / 2} y={y + height / 2 + 4} size={12} tone="muted" anchor="middle">
        –
      </Words>
    )
  const heat = centre === null ? 4 : heatClass(cell.mean, centre)
  const bound = cell.bounds?.mean
  const words = formatMean(cell.mean, bound)
  // In the narrow columns of a phone a bound stands closer and smaller.
  const fits = bound === undefined || textWidth(words, 12.5) <= width - 4
  return (
    <>
      <rect
        {...box}
        {...(bound === undefined ? {} : { className: "tl-bound" })}
        style={{ fill: `var(--tl-heat-${heat})` }}
      />
      <Words
        x={x + width / 2}
        y={y + height / 2 + 4.5}
        size={fits ? 12.5 : 10.5}
        anchor="middle"
        fill={bound === undefined ? `--tl-heat-${heat}-ink` : "--tl-ink"}
      >
        {fits ? words : words.replace(" ", "")}
      </Words>
    </>
  )
}

interface HeatKeyProps {
  y: number
  width: number
  /** what the colours are distances from */
  words: string
  /** a dash stands for nobody in this picture */
  absent?: boolean
  /** what hatching stands for, where it is not too few */
  hidden?: string
  hatch: string
}

/** The fixed scale in scale points, the same under every heat map. 36 px high. */
export function HeatKey({ y, width, words, absent, hidden = tooFew, hatch }: HeatKeyProps): ReactElement {
  const step = width < 420 ? 30 : 38
  const hiddenX = heatKey.length * step + 16
  return (
    <>
      <Words x={0} y={y} size={11} tone="muted" width={width}>
        {words}
      </Words>
      {heatKey.map((label, index) => (
        <g key={label}>
          <rect
            x={index * step}
            y={y + 8}
            width={step - 2}
            height={12}
            style={{ fill: `var(--tl-heat-${index + 1})` }}
          />
          <Words x={index * step + step / 2 - 1} y={y + 33} size={10.5} tone="muted" anchor="middle">
            {label}
          </Words>
        </g>
      ))}
      <rect className="tl-hatch-edge" x={hiddenX} y={y + 8} width={20} height={12} fill={`url(#${hatch})`} />
      <Words x={hiddenX + 26} y={y + 18} size={11} tone="muted" width={width - hiddenX - 26}>
        {hidden}
      </Words>
      {absent ? (
        <>
          <Words x={hiddenX + 10} y={y + 33} size={11} tone="muted" anchor="middle">
            –
          </Words>
          <Words x={hiddenX + 26} y={y + 33} size={11} tone="muted" width={width - hiddenX - 26}>
            nobody there
          </Words>
        </>
      ) : null}
    </>
  )
}
