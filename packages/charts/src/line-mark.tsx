import type { ReactElement } from "react"

export interface LineMarkProps {
  /** 0..1 */
  progress: number
  width: number
  height: number
  /** what a screen reader says; "" makes it decoration */
  title?: string
}

export function LineMark(props: LineMarkProps): ReactElement {
  return <svg role="img" width={props.width} height={props.height} />
}
