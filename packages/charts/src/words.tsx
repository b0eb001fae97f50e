import type { ReactElement } from "react"
import { ellipsize } from "./text-width.ts"

export type Tone = "ink" | "muted" | "teal" | "amber" | "break-words"

interface WordsProps {
  x: number
  /** baseline */
  y: number
  size?: number
  weight?: number
  tone?: Tone
  anchor?: "start" | "middle" | "end"
  /** room in px; what does not fit is cut with an ellipsis */
  width?: number
  halo?: boolean
  /** a colour variable of the stylesheet, for words on a coloured cell */
  fill?: string
  children: string
}

const rightToLeft = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** One line of text. Arabic and Hebrew keep their own direction, so that the ellipsis stands at their end. */
export function Words(props: WordsProps): ReactElement | null {
  const size = props.size ?? 12
  const weight = props.weight ?? 400
  const text =
    props.width === undefined ? props.children : ellipsize(props.children, props.width, size, weight)
  if (text === "") return null
  const classes = [
    props.tone && props.tone !== "ink" ? `tl-${props.tone}` : "",
    props.halo ? "tl-halo" : "",
  ].filter(Boolean)
  return (
    <text
      x={round(props.x)}
      y={round(props.y)}
      fontSize={size}
      fontWeight={weight === 400 ? undefined : weight}
      textAnchor={props.anchor === "start" ? undefined : props.anchor}
      className={classes.join(" ") || undefined}
      style={props.fill ? { fill: `var(${props.fill})` } : undefined}
    >
      {isolated(text)}
    </text>
  )
}

/** A direction on the element would turn the anchor round as well; isolating characters turn only the words. */
const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2067${text}\u2069` : text)

/** Half a tenth of a pixel nobody sees; it keeps the markup and the snapshots small. */
export const round = (value: number): number => Math.round(value * 10) / 10
