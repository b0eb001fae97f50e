import {
  type Bounds,
  formatDifference,
  formatInterval,
  formatMean,
  type HiddenReason,
  hiddenWords,
} from "./format.ts"
import { type ChartStep, stepBetween } from "./step-between.ts"

interface Layer {
  id: string
  label: string
  mean: number | null
  n: number
  bounds?: Bounds
  hidden?: HiddenReason
}

/** The layers and the steps between them as sentences, for those who hear the picture. */
export function describeLayers(
  layers: readonly Layer[],
  steps: readonly (ChartStep | null)[] | undefined,
): string {
  const sentences = layers.map((layer) =>
    layer.mean === null
      ? `${layer.label}: ${hiddenWords(layer.hidden)}.`
      : `${layer.label}: mean ${formatMean(layer.mean, layer.bounds?.mean)}, n ${layer.n}.`,
  )
  const changes = layers.slice(1).flatMap((layer, index) => {
    const step = stepBetween(steps, layers, index)
    if (!step) return []
    const range = formatInterval(step.low, step.high)
    const kind = step.confirmed ? "Confirmed break" : "Change"
    return [
      `${kind} to ${layer.label}: ${formatDifference(step.difference)}${range === "" ? "" : ` (${range})`}${step.note === undefined ? "" : `; ${step.note}`}.`,
    ]
  })
  return ["Mean answers on the scale 1 to 5, from the top layer down.", ...sentences, ...changes].join(" ")
}
