import { area, curveMonotoneY } from "d3-shape"
import { formatDifference, formatInterval, tooFew } from "./format.ts"
import { meanScale, shownValues } from "./mean-scale.ts"
import { type ChartStep, stepBetween } from "./step-between.ts"
import { textWidth, wrap } from "./text-width.ts"
import type { ThroughlineBranch, ThroughlineLayer } from "./throughline.tsx"
import { type Knot, path, reach, strokes, torn } from "./throughline-strokes.ts"
import { round } from "./words.tsx"

export interface LayerPoint {
  layer: ThroughlineLayer
  x: number
  y: number
  label: string[]
  /** where the mean is printed: just right of the band */
  meanX: number
  /** left edge of the hatched box when the layer is hidden */
  boxX: number
  /** how far the band reaches */
  reaches: [number, number]
}

/** px; the box of a hidden layer is always the same */
export const hiddenWidth = Math.round(textWidth(tooFew, 12) + 24)

export interface StepLabel {
  x: number
  y: number
  anchor: "start" | "end"
  words: string
  /** the interval in words; "" when there is none or no room */
  range: string
  /** lower with its whole interval: worth ink */
  drop: boolean
  confirmed: boolean
}

const isTold = (layer: ThroughlineLayer | undefined): boolean =>
  layer !== undefined && layer.mean !== null && layer.bounds?.mean === undefined

const rowHeight = 88
const widest = 760 // beyond this the line would bend flatter, not say more

/** Every coordinate of the throughline, in px. Pure: a hidden layer's place is made of its neighbours' places. */
export function layOutThroughline(input: {
  layers: readonly ThroughlineLayer[]
  steps: readonly (ChartStep | null)[]
  width: number
  mission?: string
  branch?: ThroughlineBranch
}) {
  const { layers, steps, branch } = input
  const contentWidth = Math.min(input.width, widest)
  const longest = Math.max(64, ...layers.map((layer) => textWidth(layer.label, 13, 600)))
  const plotFrom = round(Math.min(longest, Math.max(114, contentWidth * 0.3)) + 18)
  const plotTo = contentWidth - 8
  const mission = input.mission ? wrap(input.mission, contentWidth, 15, 3, 600) : []
  const startY = mission.length === 0 ? 26 : 24 + mission.length * 20 + 20
  const endY = startY + 28 + layers.length * rowHeight
  const axisY = endY + 22

  const scale = meanScale(
    [...shownValues(layers), ...(branch?.points.map(({ mean }) => mean) ?? [])],
    plotFrom + 16,
    plotTo - (layers.some((layer) => layer.bounds?.mean !== undefined && layer.mean !== null) ? 66 : 48),
  )
  const xs = placeHidden(layers.map((layer) => (layer.mean === null ? null : scale.x(layer.mean))))
  const fallback = scale.x((scale.x.domain()[0] ?? 1) + 1)
  const points = layers.map((layer, index): LayerPoint => {
    const x = xs[index] ?? fallback
    const high = Math.max(x, scale.x(layer.high ?? layer.mean ?? 1))
    const low = Math.min(x, scale.x(layer.low ?? layer.mean ?? 5))
    return {
      layer,
      x,
      y: startY + 60 + index * rowHeight,
      label: wrap(layer.label, plotFrom - 14, 13, 2, 600),
      meanX: Math.max(x + 14, high + 8),
      boxX: Math.max(plotFrom, Math.min(x - hiddenWidth / 2, contentWidth - hiddenWidth)),
      reaches: layer.mean === null ? [x, x] : [low, high],
    }
  })
  const first = points[0]
  const last = points.at(-1)
  const knots: Knot[] = [
    { x: first?.x ?? fallback, y: startY, told: isTold(first?.layer) },
    ...points.map((point) => ({ x: point.x, y: point.y, told: isTold(point.layer) })),
    { x: last?.x ?? fallback, y: endY, told: isTold(last?.layer) },
  ]
  const between = points.slice(1).map((_, index) => stepBetween(steps, layers, index))
  const isBroken = (segment: number) => between[segment - 1]?.confirmed === true
  return {
    contentWidth,
    height: axisY + 42,
    plotFrom,
    plotTo,
    mission,
    startY,
    endY,
    axisY,
    plumbX: round(knots[0]?.x ?? fallback),
    ticks: scale.ticks.map((tick) => ({ x: round(scale.x(tick)), label: tick.toFixed(1) })),
    points,
    ...strokes(knots, isBroken),
    bands: bands(points, scale.x, (index) => between[index]?.confirmed === true),
    stepLabels: between
      .flatMap((step, index) =>
        step ? [labelOf(step, points[index], points[index + 1], plotFrom, contentWidth)] : [],
      )
      // Left of the line the branch has its own words; a change that has no room to the right is in the table.
      .filter(({ anchor }) => !branch || anchor === "start"),
    branch: branch ? layOutBranch(branch, points, scale.x) : null,
  }
}

/**
 * One unit's own line where it breaks from the whole: torn off beside the line, which itself goes on. It stands on the
 * unit's means of the layers that show one, in the order of the layers; null when none does.
 */
function layOutBranch(branch: ThroughlineBranch, points: readonly LayerPoint[], x: (mean: number) => number) {
  const own = points.flatMap(({ layer, y, x: trunk }, index) => {
    const mean = branch.points.find(({ id }) => id === layer.id)?.mean
    return mean === undefined ? [] : [{ x: x(mean), y, trunk, mean, above: points[index - 1]?.x ?? trunk }]
  })
  const [first] = own
  const last = own.at(-1)
  if (!first || !last) return null
  const middle = first.y - rowHeight / 2
  // The line itself is about here halfway down to that layer.
  const from = (first.above + first.trunk) / 2
  // Its words stand left of it, where it may already have moved on towards its next layer.
  const room = Math.max(90, Math.min(first.x, own[1]?.x ?? first.x) - 10)
  return {
    line:
      path([
        [first.x, middle + 22],
        ...own.map((at): [number, number] => [at.x, at.y]),
        [last.x, last.y + 20],
      ]) ?? "",
    torn: torn(first.x, middle + 24, -1),
    gap: `M${round(from)},${round(middle - 2)}L${round(first.x)},${round(middle + 8)}`,
    knots: own.map((at) => ({ x: round(at.x), y: round(at.y) })),
    words: wrap(branch.label, room, 12, 3, 650),
    wordsX: round(room),
    wordsY: first.y + 36,
  }
}

/** Hidden layers stand between their shown neighbours, or straight below or above the only one. */
function placeHidden(xs: readonly (number | null)[]): (number | null)[] {
  return xs.map((x, index) => {
    if (x !== null) return x
    const before = xs.slice(0, index).findLast((value) => value !== null) ?? null
    const after = xs.slice(index + 1).find((value) => value !== null) ?? null
    return before !== null && after !== null ? (before + after) / 2 : (before ?? after)
  })
}

function bands(
  points: readonly LayerPoint[],
  x: (mean: number) => number,
  brokenBelow: (index: number) => boolean,
): string[] {
  const shape = area<{ y: number; low: number; high: number }>()
    .y((point) => round(point.y))
    .x0((point) => round(x(point.low)))
    .x1((point) => round(x(point.high)))
    .curve(curveMonotoneY)
  const result: string[] = []
  let run: { y: number; low: number; high: number }[] = []
  const finish = () => {
    const last = run.at(-1)
    if (last) result.push(shape([...run, { ...last, y: last.y + reach }]) ?? "")
    run = []
  }
  for (const [index, { layer, y }] of points.entries()) {
    const { mean, low, high } = layer
    if (mean === null || low == null || high == null) finish()
    else {
      if (run.length === 0) run.push({ y: y - reach, low, high })
      run.push({ y, low, high })
    }
    if (brokenBelow(index)) finish()
  }
  finish()
  return result
}

/** The step's words stand right of the bend, else left of it, else without their interval. */
function labelOf(
  step: ChartStep,
  upper: LayerPoint | undefined,
  lower: LayerPoint | undefined,
  from: number,
  to: number,
): StepLabel {
  const known = [upper, lower].filter((point) => point !== undefined)
  const y = known.reduce((sum, point) => sum + point.y, 0) / Math.max(1, known.length)
  const right = Math.max(from, ...known.map((point) => point.reaches[1])) + 12
  const left = Math.min(to, ...known.map((point) => point.reaches[0])) - 12
  const words = `${formatDifference(step.difference)}${step.confirmed ? " break" : ""}`
  const range = step.note ?? formatInterval(step.low, step.high)
  const room = Math.max(textWidth(words, 12, 650), textWidth(range, 11))
  const facts = { y, words, drop: (step.high ?? 0) < 0, confirmed: step.confirmed === true }
  if (right + room <= to) return { ...facts, x: right, anchor: "start", range }
  if (left - room >= from) return { ...facts, x: left, anchor: "end", range }
  if (right + textWidth(words, 12, 650) <= to) return { ...facts, x: right, anchor: "start", range: "" }
  return { ...facts, x: left, anchor: "end", range: "" }
}
