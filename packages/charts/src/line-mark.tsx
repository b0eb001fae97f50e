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
 * The throughline as a mark: the logo when it is about as wide as high, a line that fills when it is longer than
 * that in either direction. It needs no D3, so that the respondent page stays small.
 */
export function LineMark(props: LineMarkProps): ReactElement {
  const { width, height } = props
  const progress = Number.isFinite(props.progress) ? Math.min(1, Math.max(0, props.progress)) : 0
  const title = props.title ?? `${Math.round(progress * 100)}%`
  const path = pathOf(width, height)
  const stroke = Math.max(2, Math.min(6, Math.min(width, height) / 6))
  const end = endOf(width, height)
  const hidden = title === ""
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
      <circle className="tl-open" cx={end.x} cy={end.y} r={stroke * 1.1} strokeWidth={stroke * 0.7} />
    </svg>
  )
}

const edge = (width: number, height: number) => Math.max(5, Math.min(width, height) / 4)

/** Where the line begins: the mission, always drawn as an open dot. */
function endOf(width: number, height: number) {
  const inset = edge(width, height)
  if (width > height * 2) return { x: inset, y: height / 2 }
  return { x: height > width * 2 ? width / 2 : width * 0.62, y: inset }
}

function pathOf(width: number, height: number): string {
  const inset = edge(width, height)
  const start = endOf(width, height)
  if (width > height * 2) return `M${start.x},${start.y}H${width - inset}`
  if (height > width * 2) return `M${start.x},${start.y}V${height - inset}`
  const x = width * 0.38
  return `M${start.x},${start.y}V${height * 0.36}C${start.x},${height * 0.56} ${x},${height * 0.5} ${x},${height * 0.7}V${height - inset * 0.6}`
}
