/** The change from one layer to the next, in scale points, lower minus upper. */
export interface ChartStep {
  /** ids of the two layers; without them the n-th step stands between the n-th layer and the next */
  from?: string
  to?: string
  difference: number
  low?: number | null
  high?: number | null
  /** A break the release confirms. Only this is drawn in vermilion. */
  confirmed?: boolean
  /** what stands below the difference instead of its interval: the size that the sentence above tells */
  note?: string
}

/** The step between the layer at `index` and the one below it, or null when none is known. */
export function stepBetween(
  steps: readonly (ChartStep | null)[] | undefined,
  layers: readonly { id: string }[],
  index: number,
): ChartStep | null {
  const from = layers[index]?.id
  const to = layers[index + 1]?.id
  if (!steps || from === undefined || to === undefined) return null
  const named = steps.some((step) => step?.from !== undefined && step.to !== undefined)
  if (named) return steps.find((step) => step?.from === from && step.to === to) ?? null
  return steps[index] ?? null
}
