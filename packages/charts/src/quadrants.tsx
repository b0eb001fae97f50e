import type { ReactElement } from "react"
import { Figure } from "./figure.tsx"
import { type LabelBox, type PlacedLabel, placeLabels } from "./place-labels.ts"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

export interface QuadrantPoint {
  id: string
  label: string
  x: number
  y: number
  xLow?: number
  xHigh?: number
  yLow?: number
  yHigh?: number
  /** filled: it is what the picture looks for; open: the opposite; faint: cannot tell, or neither */
  tone: "filled" | "open" | "faint"
  /** the finding in words, for those who hear the picture */
  finding: string
}

export interface QuadrantAxis {
  label: string
  from: number
  to: number
  ticks: readonly { at: number; label: string }[]
  /** where a line divides the picture */
  split?: number
}

export interface QuadrantsProps {
  points: readonly QuadrantPoint[]
  x: QuadrantAxis
  y: QuadrantAxis
  /** what stands in the corners */
  corners: Partial<Record<"topLeft" | "topRight" | "bottomLeft" | "bottomRight", string>>
  width: number
  title: string
}

const R = 6
/** px between the ends of the scales and the frame: nothing lies on the words in the corners */
const PAD = 24

/** Units by two figures, with their intervals; the corners say in words what standing there means. */
export function Quadrants(props: QuadrantsProps): ReactElement {
  const { points, x: across, y: up, corners } = props
  const width = Math.min(props.width, 860)
  const narrow = width < 560
  const left = Math.max(...up.ticks.map(({ label }) => textWidth(label, 11))) + 10
  const top = 24
  const bottom = top + (narrow ? 320 : 400)
  const right = width - 12
  const px = (value: number) =>
    left + PAD + ((value - across.from) / (across.to - across.from)) * (right - left - 2 * PAD)
  const py = (value: number) =>
    bottom - PAD - ((value - up.from) / (up.to - up.from)) * (bottom - top - 2 * PAD)
  const words = [
    { text: corners.topLeft, x: left + 8, y: top + 17, anchor: "start" },
    { text: corners.topRight, x: right - 8, y: top + 17, anchor: "end" },
    { text: corners.bottomLeft, x: left + 8, y: bottom - 9, anchor: "start" },
    { text: corners.bottomRight, x: right - 8, y: bottom - 9, anchor: "end" },
  ] as const
  const taken = words.flatMap(({ text, x, y, anchor }): LabelBox[] => {
    if (text === undefined) return []
    const room = textWidth(text, 12, 600)
    const from = anchor === "end" ? x - room : x
    return [{ left: from, right: from + room, top: y - 11, bottom: y + 4 }]
  })
  const dots = points.map((point) => ({ ...point, cx: px(point.x), cy: py(point.y) }))
  const labels = placeLabels(
    dots.map(({ cx, cy, label }) => ({ x: cx, y: cy, label })),
    taken,
    { left, right: width, top, bottom },
    R,
  )
  return (
    <Figure
      width={props.width}
      height={bottom + 40}
      title={props.title}
      description={`${up.label} against ${across.label}. ${points.map(({ label, finding }) => `${label}: ${finding}.`).join(" ")}`}
    >
      {() => (
        <>
          <Words x={0} y={12} size={12} tone="muted">
            {up.label}
          </Words>
          <Words x={right} y={bottom + 34} size={12} tone="muted" anchor="end">
            {across.label}
          </Words>
          {across.ticks.map(({ at, label }) => (
            <g key={at}>
              <line className="tl-hairline" x1={round(px(at))} x2={round(px(at))} y1={top} y2={bottom} />
              <Words
                x={px(at)}
                y={bottom + 16}
                size={11}
                tone="muted"
                anchor={px(at) > right - 8 ? "end" : "middle"}
              >
                {label}
              </Words>
            </g>
          ))}
          {up.ticks.map(({ at, label }) => (
            <g key={at}>
              <line className="tl-hairline" x1={left} x2={right} y1={round(py(at))} y2={round(py(at))} />
              <Words x={left - 6} y={py(at) + 4} size={11} tone="muted" anchor="end">
                {label}
              </Words>
            </g>
          ))}
          {across.split === undefined ? null : (
            <line
              className="tl-unknown-line"
              strokeDasharray="4 3"
              x1={round(px(across.split))}
              x2={round(px(across.split))}
              y1={top}
              y2={bottom}
            />
          )}
          {up.split === undefined ? null : (
            <line
              className="tl-unknown-line"
              strokeDasharray="4 3"
              x1={left}
              x2={right}
              y1={round(py(up.split))}
              y2={round(py(up.split))}
            />
          )}
          {words.map(({ text, x, y, anchor }) =>
            text === undefined ? null : (
              <Words key={text} x={x} y={y} size={12} weight={600} tone="muted" anchor={anchor} halo>
                {text}
              </Words>
            ),
          )}
          {dots.map((dot) => (
            <g key={dot.id}>
              {dot.xLow === undefined || dot.xHigh === undefined ? null : (
                <line
                  className="tl-soft-line"
                  strokeWidth={2.5}
                  x1={round(px(dot.xLow))}
                  x2={round(px(dot.xHigh))}
                  y1={round(dot.cy)}
                  y2={round(dot.cy)}
                />
              )}
              {dot.yLow === undefined || dot.yHigh === undefined ? null : (
                <line
                  className="tl-soft-line"
                  strokeWidth={2.5}
                  x1={round(dot.cx)}
                  x2={round(dot.cx)}
                  y1={round(py(dot.yLow))}
                  y2={round(py(dot.yHigh))}
                />
              )}
            </g>
          ))}
          {dots.map(({ id, cx, cy }, at) => {
            const label = labels[at]
            return label?.leader ? (
              <path key={id} className="tl-unknown-line" strokeWidth={1} d={leader(cx, cy, label)} />
            ) : null
          })}
          {dots.map((dot, at) => {
            const label = labels[at]
            return (
              <g key={dot.id}>
                <circle
                  className={shapes[dot.tone]}
                  cx={round(dot.cx)}
                  cy={round(dot.cy)}
                  r={R}
                  strokeWidth={2}
                />
                {label ? (
                  <Words x={label.x} y={label.y} size={12} anchor={label.anchor} halo>
                    {dot.label}
                  </Words>
                ) : null}
              </g>
            )
          })}
        </>
      )}
    </Figure>
  )
}

/** From the point to the name that found no place beside it. */
const leader = (x: number, y: number, label: PlacedLabel): string =>
  `M${round(x)},${round(y)}L${round(label.x)},${round(label.y - (label.y > y ? 11 : -4))}`

const shapes = { filled: "tl-line-fill", open: "tl-open", faint: "tl-unknown-dot" }
