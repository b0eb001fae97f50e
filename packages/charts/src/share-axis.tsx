import type { ReactElement } from "react"
import { round, Words } from "./words.tsx"

const ticks = [0, 25, 50, 75, 100] as const

interface ShareAxisProps {
  /** px of a share in percent */
  place: (share: number) => number
  /** baseline of the words */
  y: number
  /** from where to where the lines run, once for each stretch */
  spans: readonly (readonly [number, number])[]
}

/** From nobody to everybody, always the whole of it: a short distance never looks long. */
export function ShareAxis({ place, y, spans }: ShareAxisProps): ReactElement {
  const isTight = place(100) - place(0) < 180
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          {spans.map(([y1, y2]) => (
            <line
              key={y1}
              className="tl-hairline"
              x1={round(place(tick))}
              x2={round(place(tick))}
              y1={round(y1)}
              y2={round(y2)}
            />
          ))}
          <Words
            x={place(tick)}
            y={y}
            size={11}
            tone="muted"
            anchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
          >
            {isTight && tick % 50 > 0 ? "" : `${tick}%`}
          </Words>
        </g>
      ))}
    </>
  )
}
