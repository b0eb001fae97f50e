import { atLeastATenth } from "./disclose.ts"
import type { Figures } from "./figures.ts"
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
export function listSteps(described: readonly Described[], measures: readonly string[]): Step[] {
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
  return [...lines].flatMap(([line, layers]) => stepsOfLine(line, layers, measures))
}

function stepsOfLine(line: string, layers: Described[], measures: readonly string[]): Step[] {
  const downwards = layers.toSorted(
    (a, b) => a.group.layers[0] - b.group.layers[0] || a.group.layers[1] - b.group.layers[1],
  )
  return downwards.slice(1).flatMap((lower, index): Step[] => {
    const upper = downwards[index] as Described
    const neighbours = lower.group.layers[0] <= upper.group.layers[1] + 1
    return neighbours ? measures.flatMap((measure) => step(line, upper, lower, measure)) : []
  })
}

function step(line: string, upper: Described, lower: Described, measure: string): Step[] {
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
      interval: described(below, above),
    },
  ]
}

function toldMoments({ group, figures }: Described, measure: string): Moments | null {
  const cell = group.cells[measure]
  if (cell?.state !== "shown" || cell.bounds?.mean !== undefined) return null
  return figures.get(measure)?.moments ?? null
}

function described(below: Moments, above: Moments): Interval | null {
  if (below.variance === null || above.variance === null) return null
  const difference = below.mean - above.mean
  // Without any spread on either side Welch is undefined; the least width tells nobody so.
  const { low, high } = welchDifference(below, above) ?? { low: difference, high: difference }
  return { kind: "description", ...atLeastATenth(difference, low, high), level: 0.95 }
}
