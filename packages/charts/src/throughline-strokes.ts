import { curveMonotoneY, line } from "d3-shape"
import { round } from "./words.tsx"

export interface Knot {
  x: number
  y: number
  /** its place is told: neither hidden nor only a bound, towards which the line would bend by nobody knows how much */
  told: boolean
}

/** px; how far a run goes on beyond its last layer */
export const reach = 12

export const path = line<[number, number]>(
  (point) => round(point[0]),
  (point) => round(point[1]),
).curve(curveMonotoneY)

/** The line in runs: solid where both ends are told, dashed where one is hidden or only a bound, torn at a confirmed break. */
export function strokes(knots: readonly Knot[], isBroken: (segment: number) => boolean) {
  const solid: string[] = []
  const dashed: string[] = []
  const breaks: string[] = []
  const gaps: string[] = []
  let run: [number, number][] = []
  const finish = () => {
    if (run.length > 1) solid.push(path(run) ?? "")
    run = []
  }
  for (const [index, lower] of knots.entries()) {
    const upper = knots[index - 1]
    if (upper && (!upper.told || !lower.told)) {
      if (upper.told) run.push([upper.x, upper.y + reach])
      finish()
      dashed.push(
        path([
          [upper.x, upper.y],
          [lower.x, lower.y],
        ]) ?? "",
      )
      if (lower.told) run.push([lower.x, lower.y - reach])
    } else if (upper && isBroken(index - 1)) {
      const middle = (upper.y + lower.y) / 2
      run.push([upper.x, middle - 22])
      finish()
      breaks.push(torn(upper.x, middle - 24, 1), torn(lower.x, middle + 24, -1))
      gaps.push(`M${round(upper.x)},${middle - 6}L${round(lower.x)},${middle + 6}`)
      run.push([lower.x, middle + 22])
    }
    if (lower.told) run.push([lower.x, lower.y])
  }
  finish()
  return { solid, dashed, breaks, gaps }
}

/** The torn end of the line, as wide as the line, with a splintered edge. */
export function torn(x: number, y: number, down: 1 | -1): string {
  return `M${round(x - 3.5)},${y}h7v${14 * down}l-2.5,${-5 * down}l-2,${7 * down}l-2.5,${-6 * down}z`
}
