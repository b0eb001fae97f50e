import { atLeastATenth, boundsSpread } from "./disclose.ts"
import type { Figures } from "./figures.ts"
import { spreadOut } from "./least-spread.ts"
import type { Grouping, Interval, ReleaseGroup, Step } from "./release.ts"
import { toOneDecimal } from "./round.ts"
import type { Moments } from "./stats/moments.ts"
import { welchDifference } from "./stats/welch.ts"

/** A group of the release beside the exact figures of its measures. */
export interface Described {
  group: ReleaseGroup
  grouping: Grouping
  figures: Map<string, Figures>
}

/**
 * The change where a message is handed from one layer to the next: in the whole organization, from the top group
 * down, and inside each unit that shows both layers. It describes and tests nothing: people of a layer hang
 * together under their managers, so the interval, which takes them as independent, is if anything too narrow.
 *
 * A step is told only between cells that are told, and not where a mean is told as a bound: the difference would
 * give it away.
 */
export function listSteps(described: readonly Described[], measures: readonly string[], k: number): Step[] {
  const lines = new Map<string, Described[]>()
  const unitGroup = new Map<number, string>()
  for (const { group, grouping } of described) {
    if (grouping.kind === "unit" && grouping.unit !== null) unitGroup.set(grouping.unit, group.id)
  }
  for (const one of described) {
    const { kind, unit } = one.grouping
    const line =
      kind === "layer" ? "all" : kind === "unit-layer" && unit !== null ? unitGroup.get(unit) : undefined
    if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), one])
  }
  return [...lines].flatMap(([line, layers]) => stepsOfLine(line, layers, measures, k))
}

function stepsOfLine(line: string, layers: Described[], measures: readonly string[], k: number): Step[] {
  const downwards = layers.toSorted(
    (a, b) => a.group.layers[0] - b.group.layers[0] || a.group.layers[1] - b.group.layers[1],
  )
  return downwards.slice(1).flatMap((lower, index): Step[] => {
    const upper = downwards[index] as Described
    const neighbours = lower.group.layers[0] <= upper.group.layers[1] + 1
    return neighbours ? measures.flatMap((measure) => step(line, upper, lower, measure, k)) : []
  })
}

function step(line: string, upper: Described, lower: Described, measure: string, k: number): Step[] {
  const above = toldMoments(upper, measure)
  const below = toldMoments(lower, measure)
  if (above === null || below === null) return []
  const [from, to] = [upper.group.id, lower.group.id]
  return [
    {
      id: `${line}/${from}/${to}/${measure}`,
      group: line,
      from,
      to,
      // A top group may reach into the layer below it; the step is still the one onto that layer.
      fromLayer: Math.min(upper.group.layers[1], lower.group.layers[0] - 1),
      toLayer: lower.group.layers[0],
      measure,
      difference: toOneDecimal(below.mean - above.mean),
      interval: [upper, lower].some((one) => tellsBounds(one, measure)) ? null : described(below, above, k),
    },
  ]
}

function toldMoments({ group, figures }: Described, measure: string): Moments | null {
  const cell = group.cells[measure]
  if (cell?.state !== "shown" || cell.bounds?.mean !== undefined) return null
  return figures.get(measure)?.moments ?? null
}

/** Then the width of an interval would say what the bound hides. */
function tellsBounds({ group }: Described, measure: string): boolean {
  const cell = group.cells[measure]
  return cell?.state === "shown" && cell.bounds !== undefined && boundsSpread(cell.bounds)
}

function described(lower: Moments, upper: Moments, k: number): Interval | null {
  const [below, above] = [spreadOut(lower, k), spreadOut(upper, k)]
  if (below === undefined || above === undefined) return null
  const difference = below.mean - above.mean
  const { low, high } = welchDifference(below, above) ?? { low: difference, high: difference }
  return { kind: "description", ...atLeastATenth(difference, low, high), level: 0.95 }
}
