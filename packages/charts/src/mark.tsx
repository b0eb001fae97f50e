import type { KeyboardEvent, ReactElement, ReactNode } from "react"
import { round } from "./words.tsx"

interface MarkProps {
  /** what a screen reader says and a pointer shows */
  label: string
  /** the area that reacts and is outlined; left out when the children draw their own outline */
  area?: { x: number; y: number; width: number; height: number }
  onSelect?: (() => void) | undefined
  selected?: boolean
  children: ReactNode
}

/** A part of a chart that can be chosen with pointer and keyboard; a plain group when nothing is to be chosen. */
export function Mark(props: MarkProps): ReactElement {
  const { onSelect, area } = props
  if (!onSelect) return <g>{props.children}</g>
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    onSelect()
  }
  const button = {
    role: "button",
    tabIndex: 0,
    "aria-label": props.label,
    "aria-pressed": props.selected ?? false,
    onClick: onSelect,
    onKeyDown,
  }
  if (!area)
    return (
      <g className="tl-mark" {...button}>
        {props.children}
      </g>
    )
  // The button lies over the words instead of holding them: its name says in one sentence what they say in pieces.
  return (
    <g>
      {props.children}
      <rect
        className="tl-mark tl-mark-area"
        x={round(area.x)}
        y={round(area.y)}
        width={round(area.width)}
        height={round(area.height)}
        rx={3}
        {...button}
      />
    </g>
  )
}
