import type { ReactElement } from "react"
import { tooFew } from "./format.ts"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

interface HiddenBoxProps {
  x: number
  y: number
  width: number
  height: number
  /** id of the hatching of this figure */
  hatch: string
  words?: string
}

/** What a release does not show: always the same hatching, the same size whatever is behind it, and words. */
export function HiddenBox({ x, y, width, height, hatch, words = tooFew }: HiddenBoxProps): ReactElement {
  const fits = textWidth(words, 12) + 16 <= width
  const box = { x: round(x), y: round(y), width: round(width), height: round(height) }
  return (
    <>
      <rect className="tl-paper" {...box} />
      <rect className="tl-hatch-edge" {...box} fill={`url(#${hatch})`} strokeWidth={0.75} />
      {fits && height >= 14 ? (
        <Words x={x + width / 2} y={y + height / 2 + 4} size={12} tone="muted" anchor="middle" halo>
          {words}
        </Words>
      ) : null}
    </>
  )
}
