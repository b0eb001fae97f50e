import { type ReactElement, type ReactNode, useId } from "react"

interface FigureProps {
  width: number
  height: number
  /** What it is, in a few words; read first by a screen reader. */
  title: string
  /** What it shows, as sentences with the numbers. */
  description: string
  /** True when marks inside can be chosen: an image must not contain buttons, so the role becomes a group. */
  interactive?: boolean
  children: (ids: { hatch: string; dots: string; bars: string }) => ReactNode
}

/** The frame of every chart: size, accessible name and description, and the textures. Sizes in px. */
export function Figure(props: FigureProps): ReactElement {
  const id = useId()
  const ids = { hatch: `${id}hatch`, dots: `${id}dots`, bars: `${id}bars` }
  return (
    <svg
      className="tl-chart"
      role={props.interactive ? "group" : "img"}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
      width={props.width}
      height={props.height}
      viewBox={`0 0 ${props.width} ${props.height}`}
    >
      <title id={`${id}title`}>{props.title}</title>
      <desc id={`${id}desc`}>{props.description}</desc>
      <defs>
        <pattern
          id={ids.hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="tl-hatch-line" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
        <pattern id={ids.dots} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle className="tl-dot" cx="1.5" cy="1.5" r="0.8" />
        </pattern>
        <pattern id={ids.bars} width="5" height="5" patternUnits="userSpaceOnUse">
          <line className="tl-bar" x1="1.5" y1="0" x2="1.5" y2="5" />
        </pattern>
      </defs>
      {props.children(ids)}
    </svg>
  )
}
