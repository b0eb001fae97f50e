import { holm } from "../stats/adjust-p.ts"
import { normalProbability, normalQuantile } from "../stats/normal.ts"
import { dot } from "../stats/orthonormal.ts"
import { cholesky, choleskySolve } from "./cholesky.ts"
import { alarm } from "./min-p.ts"
import { modelAt, naturalRatios } from "./model-at.ts"
import type { ScanInput, VarianceRatios } from "./types.ts"

export interface BoundaryTest {
  natural: VarianceRatios
  /** Mean of each level, beside managers who differ; levels are the managers', as in the input. */
  profile: { level: number; mean: number; se: number }[]
  /** One a boundary between neighbouring levels, from the top down. */
  boundaries: Boundary[]
}

export interface Boundary {
  above: number
  below: number
  /** How much lower everybody below is than the line through the levels says; in the unit of the means. */
  step: number
  se: number
  /** One-sided, step > 0. */
  p: number
  /** Over all boundaries (Holm). */
  pFamily: number
  /** The step that would as likely as not have been found before Holm's order helps; in the unit of the means. */
  detectable: number
}

/**
 * Does the message drop at one boundary in the whole organization? The scan cannot see it: it is a level effect. For
 * each boundary the generalized-least-squares means of the levels are regressed, with their covariance C⁻¹ (so that people
 * under one manager do not count as independent), on a constant, the level, and 1 below the boundary; the step is
 * minus the last coefficient. Leaders ordinarily score higher, hence the line.
 *
 * Scores must be comparable across levels: points of the scale, not normal scores within levels. undefined below four
 * levels: with three, a bend of the line at one boundary is the opposite bend at the other.
 */
export function boundaryTest(input: ScanInput): BoundaryTest | undefined {
  const natural = naturalRatios(input)
  const { levels, means, covariance } = modelAt(input, natural)
  const size = levels.length
  if (size < 4) return undefined
  const factor = Float64Array.from(covariance.flat())
  if (cholesky(factor, size) === undefined) return undefined

  const steps = levels.slice(1).map((below, at) => {
    const design = [levels.map(() => 1), levels, levels.map((level) => (level >= below ? 1 : 0))]
    const weighted = design.map((column) => {
      const solved = Float64Array.from(column)
      choleskySolve(factor, size, solved)
      return solved
    })
    const gram = Float64Array.from(weighted.flatMap((one) => design.map((other) => dot(one, other))))
    const coefficients = Float64Array.from(weighted, (one) => dot(one, means))
    const last = Float64Array.from([0, 0, 1])
    if (cholesky(gram, 3) === undefined) return undefined
    choleskySolve(gram, 3, coefficients)
    choleskySolve(gram, 3, last)
    return {
      ...{ above: levels[at] as number, below },
      ...{ step: -(coefficients[2] as number), se: Math.sqrt(last[2] as number) },
    }
  })
  const told = steps.filter((step) => step !== undefined)
  const p = told.map(({ step, se }) => normalProbability(-step / se))
  const adjusted = holm(p)
  const needed = normalQuantile(1 - alarm / told.length)
  return {
    natural,
    profile: levels.map((level, k) => ({
      ...{ level, mean: means[k] as number },
      se: Math.sqrt(covariance[k]?.[k] as number),
    })),
    boundaries: told.map((step, at) => ({
      ...step,
      ...{ p: p[at] as number, pFamily: adjusted[at] as number },
      detectable: needed * step.se,
    })),
  }
}
