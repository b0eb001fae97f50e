import type { ReactElement } from "react"

export interface LineMarkProps {
  /** 0..1; the part of the line that is drawn in teal */
  progress: number
  width: number
  height: number
  /** what a screen reader says; "" makes the mark decoration */
  title?: string
}

/**
 * The throughline as a mark. About as wide as high it is the logo: the line with one layer on it, as on the favicon.
 * Much longer than wide, or much wider than high, it is a line that fills, from the mission's dot on. It needs no
 * D3, so that a page that loads nothing else stays small.
 */
export function LineMark(props: LineMarkProps): ReactElement {
  const { width, height } = props
  const progress = Number.isFinite(props.progress) ? Math.min(1, Math.max(0, props.progress)) : 0
  const title = props.title ?? `${Math.round(progress * 100)}%`
  const hidden = title === ""
  const lying = width > height * 2.5
  const logo = !lying && height <= width * 2.5
  const stroke = Math.max(2, Math.min(logo ? 9 : 5, Math.min(width, height) / (logo ? 5 : 4)))
  const inset = stroke * 1.4
  const middle = { x: width / 2, y: height / 2 }
  const path = lying
    ? `M${inset},${middle.y}H${width - inset}`
    : `M${middle.x},${logo ? stroke / 2 + 1 : inset}V${height - stroke / 2 - 1}`
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
      <circle
        className={logo ? "tl-open" : "tl-line-fill"}
        cx={lying ? inset : middle.x}
        cy={logo || lying ? middle.y : inset}
        r={logo ? stroke : inset}
        strokeWidth={logo ? stroke * 0.8 : undefined}
      />
    </svg>
  )
}
