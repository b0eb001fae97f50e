import type { ReactElement } from "react"
import { tooFew } from "./format.ts"
import { heatKey } from "./heat-scale.ts"
import { textWidth } from "./text-width.ts"
import { Words } from "./words.tsx"

type Sign = "hatch" | "unknown" | "break"

/** Signs with their words, in as many lines as the width needs. */
function signs(width: number, breaks: boolean) {
  const all: { sign: Sign; words: string }[] = [
    { sign: "hatch", words: tooFew },
    { sign: "unknown", words: "too few to tell a break" },
    ...(breaks ? [{ sign: "break" as const, words: "confirmed break" }] : []),
  ]
  let x = 0
  let line = 0
  return all.map((one) => {
    const room = 26 + textWidth(one.words, 11) + 18
    if (x > 0 && x + room - 18 > width) {
      x = 0
      line++
    }
    const at = { ...one, x, line }
    x += room
    return at
  })
}

/** px */
export const keyHeight = (width: number, breaks: boolean): number =>
  44 + 20 * ((signs(width, breaks).at(-1)?.line ?? 0) + 1)

/** The fixed scale in scale points, and what hatching, grey and the outline mean. */
export function IcicleKey(props: {
  y: number
  width: number
  /** what colours are steps from */
  whole: string
  hatch: string
  dots: string
  breaks: boolean
}): ReactElement {
  const { y, width } = props
  const step = width < 420 ? 30 : 38
  return (
    <>
      <Words x={0} y={y} size={11} tone="muted" width={width}>
        {`Scale points from ${props.whole}`}
      </Words>
      {heatKey.map((label, index) => (
        <g key={label}>
          <rect
            className="tl-cell-edge"
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
      {signs(width, props.breaks).map(({ sign, words, x, line }) => {
        const box = { x: x + 1, y: y + 43 + line * 20, width: 18, height: 12 }
        return (
          <g key={sign}>
            {sign === "hatch" ? (
              <rect className="tl-hatch-edge" {...box} fill={`url(#${props.hatch})`} />
            ) : sign === "unknown" ? (
              <>
                <rect className="tl-faint" {...box} style={{ fill: "var(--tl-heat-2)" }} />
                <rect {...box} fill={`url(#${props.dots})`} />
              </>
            ) : (
              <rect className="tl-break-line" {...box} strokeWidth={2.5} />
            )}
            <Words x={x + 26} y={box.y + 10} size={11} tone="muted">
              {words}
            </Words>
          </g>
        )
      })}
    </>
  )
}
