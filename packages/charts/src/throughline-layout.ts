import { area, curveBumpY, line } from "d3-shape"
import { formatDifference, formatInterval } from "./format.ts"
import { meanScale } from "./mean-scale.ts"
import { type ChartStep, stepBetween } from "./step-between.ts"
import { textWidth, wrap } from "./text-width.ts"
import type { ThroughlineLayer } from "./throughline.tsx"
import { round } from "./words.tsx"

export interface LayerPoint {
  layer: ThroughlineLayer
  x: number
  y: number
  label: string[]
}

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

interface Knot {
  x: number
  y: number
  shown: boolean
}

const rowHeight = 88
const widest = 760 // beyond this the line would bend flatter, not say more
const reach = 12 // straight part above and below each layer

/** Every coordinate of the throughline, in px. Pure: a hidden layer's place is made of its neighbours' places. */
export function layOutThroughline(input: {
  layers: readonly ThroughlineLayer[]
  steps: readonly (ChartStep | null)[]
  width: number
  mission?: string
}) {
  const { layers, steps } = input
  const contentWidth = Math.min(input.width, widest)
  const longest = Math.max(64, ...layers.map((layer) => textWidth(layer.label, 13, 600)))
  const plotFrom = round(Math.min(longest, contentWidth * (contentWidth < 480 ? 0.27 : 0.3)) + 18)
  const plotTo = contentWidth - 8
  const mission = input.mission ? wrap(input.mission, contentWidth, 15, 3, 600) : []
  const startY = mission.length === 0 ? 26 : 24 + mission.length * 20 + 20
  const endY = startY + 28 + layers.length * rowHeight
  const axisY = endY + 22

  const scale = meanScale(
    layers.flatMap((layer) => [layer.mean, layer.low, layer.high]),
    plotFrom + 16,
    plotTo - 44,
  )
  const xs = placeHidden(layers.map((layer) => (layer.mean === null ? null : scale.x(layer.mean))))
  const fallback = scale.x((scale.x.domain()[0] ?? 1) + 1)
  const points = layers.map(
    (layer, index): LayerPoint => ({
      layer,
      x: xs[index] ?? fallback,
      y: startY + 60 + index * rowHeight,
      label: wrap(layer.label, plotFrom - 14, 13, 2, 600),
    }),
  )
  const first = points[0]
  const last = points.at(-1)
  const knots: Knot[] = [
    { x: first?.x ?? fallback, y: startY, shown: first ? first.layer.mean !== null : false },
    ...points.map((point) => ({ x: point.x, y: point.y, shown: point.layer.mean !== null })),
    { x: last?.x ?? fallback, y: endY, shown: last ? last.layer.mean !== null : false },
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
    stepLabels: between.flatMap((step, index) =>
      step ? [labelOf(step, points[index], points[index + 1], plotFrom, contentWidth)] : [],
    ),
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

const path = line<[number, number]>(
  (point) => round(point[0]),
  (point) => round(point[1]),
).curve(curveBumpY)

/** The line in runs: solid where both ends are known, dashed where one is hidden, torn at a confirmed break. */
function strokes(knots: readonly Knot[], isBroken: (segment: number) => boolean) {
  const solid: string[] = []
  const dashed: string[] = []
  const breaks: string[] = []
  let run: [number, number][] = []
  const finish = () => {
    if (run.length > 1) solid.push(path(run) ?? "")
    run = []
  }
  for (const [index, lower] of knots.entries()) {
    const upper = knots[index - 1]
    const straight: [number, number][] = [
      [lower.x, lower.y - reach],
      [lower.x, lower.y + reach],
    ]
    if (!upper) {
      if (lower.shown) run.push([lower.x, lower.y])
      continue
    }
    if (!upper.shown || !lower.shown) {
      finish()
      dashed.push(
        path([
          [upper.x, upper.y + reach],
          [lower.x, lower.y - reach],
        ]) ?? "",
      )
      if (lower.shown) run.push(...straight)
      continue
    }
    if (isBroken(index - 1)) {
      const middle = (upper.y + lower.y) / 2
      run.push([upper.x, middle - 16])
      finish()
      breaks.push(torn(upper.x, middle - 16, 1), torn(lower.x, middle + 16, -1))
      run.push([lower.x, middle + 16], ...straight)
      continue
    }
    if (index === knots.length - 1) run.push([lower.x, lower.y])
    else run.push(...straight)
  }
  finish()
  return { solid, dashed, breaks }
}

/** The torn end of the line: a short stub and a jag. */
function torn(x: number, y: number, down: 1 | -1): string {
  return `M${round(x)},${round(y - 10 * down)}v${8 * down}l-4,${4 * down}l8,${3 * down}l-5,${5 * down}`
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
    .curve(curveBumpY)
  const result: string[] = []
  let run: { y: number; low: number; high: number }[] = []
  const finish = () => {
    if (run.length > 0) result.push(shape(run) ?? "")
    run = []
  }
  for (const [index, { layer, y }] of points.entries()) {
    const { mean, low, high } = layer
    if (mean === null || low == null || high == null) finish()
    else run.push({ y: y - reach, low, high }, { y: y + reach, low, high })
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
  const right = Math.max(from, ...known.map((point) => point.x)) + 16
  const left = Math.min(to, ...known.map((point) => point.x)) - 16
  const words = `${formatDifference(step.difference)}${step.confirmed ? " break" : ""}`
  const range = formatInterval(step.low, step.high)
  const room = Math.max(textWidth(words, 12, 650), textWidth(range, 11))
  const facts = { y, words, drop: (step.high ?? 0) < 0, confirmed: step.confirmed === true }
  if (right + room <= to) return { ...facts, x: right, anchor: "start", range }
  if (left - room >= from) return { ...facts, x: left, anchor: "end", range }
  if (right + textWidth(words, 12, 650) <= to) return { ...facts, x: right, anchor: "start", range: "" }
  return { ...facts, x: left, anchor: "end", range: "" }
}
