import { shareDifference } from "../stats/share-difference.ts"
import type { MissingFigure, PublishedFinding, PublishedRow, PublishedStep } from "./types.ts"

/** Points. A step whose interval lies within this on both sides of 0 is surely small: "flat". */
export const FLAT = 3

/**
 * Every step of a published table from one layer to the next higher one of the same group, wave and question: how many
 * points the higher layer has more, tested as two samples of different people. `rounding` is how many points each
 * percent may be off. A step whose interval leaves out 0 is a drop or a rise; of the clear drops of one group, wave and
 * question the largest is the largest drop (of equal ones the surer, then the higher). Where a layer of the group has no
 * figure, its neighbours are not compared across it: that would be no step to the next layer. Rows without an order
 * are units and have no steps. Each step is judged for itself.
 */
export function publishedSteps(
  rows: readonly PublishedRow[],
  rounding = 0.5,
): { steps: PublishedStep[]; missing: MissingFigure[] } {
  const steps: PublishedStep[] = []
  const missing: MissingFigure[] = []
  const ordered = rows.filter((row): row is Layer => row.order !== null)
  for (const inWave of Map.groupBy(ordered, ({ wave, group }) => JSON.stringify([wave, group])).values()) {
    const names = new Map(inWave.map(({ order, level }) => [order, level]))
    const layers = [...names].toSorted(([a], [b]) => a - b)
    for (const asked of Map.groupBy(inWave, ({ code, question }) =>
      JSON.stringify([code, question]),
    ).values()) {
      const { wave, group, question, code } = asked[0] as Layer
      const of = { group, wave, question, code }
      const told = new Map(asked.map((row) => [row.order, row]))
      for (const [order, level] of layers) if (!told.has(order)) missing.push({ ...of, level })
      const pairs = layers.flatMap(([order], at) => {
        const [from, to] = [told.get(order), told.get(layers[at + 1]?.[0] ?? Number.NaN)]
        return from && to ? [{ from, to }] : []
      })
      const found = pairs.flatMap(({ from, to }) => stepBetween(from, to, rounding) ?? [])
      const largest = largestDrop(found)
      for (const step of found)
        steps.push({ ...of, ...step, finding: step === largest ? "largest-drop" : step.finding })
    }
  }
  return { steps, missing }
}

type Layer = PublishedRow & { order: number }
type Judged = Pick<PublishedStep, "from" | "to" | "drop" | "interval" | "p" | "finding">

function stepBetween(from: Layer, to: Layer, rounding: number): Judged | undefined {
  const difference = shareDifference(
    { share: to.percent / 100, n: to.respondents },
    { share: from.percent / 100, n: from.respondents },
    { rounding: rounding / 100 },
  )
  if (!difference) return undefined
  const [low, high] = [100 * difference.low, 100 * difference.high]
  return {
    ...{ from: from.level, to: to.level, drop: tidy(to.percent - from.percent) },
    ...{ interval: [tidy(low), tidy(high)], p: difference.p, finding: findingOf(low, high) },
  }
}

function findingOf(low: number, high: number): PublishedFinding {
  if (low > 0) return "drop"
  if (high < 0) return "rise"
  return low > -FLAT && high < FLAT ? "flat" : "unclear"
}

function largestDrop(steps: readonly Judged[]): Judged | undefined {
  return steps
    .filter(({ finding }) => finding === "drop")
    .reduce<Judged | undefined>(
      (best, step) => (best === undefined || isLarger(step, best) ? step : best),
      undefined,
    )
}

/** Steps come from the lowest layer up, so of equal ones the later is the higher. */
function isLarger(step: Judged, best: Judged): boolean {
  return step.drop === best.drop ? step.interval[0] >= best.interval[0] : step.drop > best.drop
}

/** Without the tail that 40.1 - 34 has in a computer. */
const tidy = (points: number) => Math.round(points * 1e6) / 1e6
