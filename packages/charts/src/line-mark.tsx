import type { ReactElement } from "react"
import { round } from "./words.tsx"

export interface LineMarkProps {
  /** 0..1; the part of the line that is drawn in teal */
  progress: number
  width: number
  height: number
  /** what a screen reader says; "" makes the mark decoration */
  title?: string
}

/**
 * The throughline as a mark: one line down through three layers, each wider than the one above. Much longer than wide, or
 * much wider than high, it is only the line, and fills. It needs no D3, so that the respondent page stays small.
 */
export function LineMark(props: LineMarkProps): ReactElement {
  const { width, height } = props
  const progress = Number.isFinite(props.progress) ? Math.min(1, Math.max(0, props.progress)) : 0
  const title = props.title ?? `${Math.round(progress * 100)}%`
  const hidden = title === ""
  const lying = width > height * 2.5
  const logo = !lying && height <= width * 2.5
  const stroke = Math.max(2, Math.min(logo ? 9 : 5, Math.min(width, height) / (logo ? 7 : 4)))
  const inset = stroke * 1.4
  const middle = { x: width / 2, y: height / 2 }
  const path = lying
    ? `M${inset},${middle.y}H${width - inset}`
    : `M${middle.x},${inset}V${height - stroke / 2}`
  return (
    <svg
      className="tl-chart"
      role={hidden ? undefined : "img"}
      aria-hidden={hidden || undefined}
      aria-label={hidden ? undefined : title}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {hidden ? null : <title>{title}</title>}
      {logo
        ? [
            [0.36, 0.3],
            [0.58, 0.65],
            [0.8, 1],
          ].map(([share = 0, span = 0]) => (
            <line
              key={share}
              className="tl-unknown-line"
              x1={round(middle.x - (span * width) / 2 + 0.5)}
              x2={round(middle.x + (span * width) / 2 - 0.5)}
              y1={round(height * share)}
              y2={round(height * share)}
              strokeWidth={Math.max(1, stroke / 3)}
            />
          ))
        : null}
      <path className="tl-hairline" d={path} strokeWidth={stroke} strokeLinecap="round" />
      {progress > 0 ? (
        <path
          className="tl-line"
          d={path}
          strokeWidth={stroke}
          strokeLinecap="round"
          pathLength={1}
          strokeDasharray={progress === 1 ? undefined : `${progress} 2`}
        />
      ) : null}
      {logo ? null : (
        <circle
          className="tl-line-fill"
          cx={lying ? inset : middle.x}
          cy={lying ? middle.y : inset}
          r={inset}
        />
      )}
    </svg>
  )
}
