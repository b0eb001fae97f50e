import { normalFrom, seeded } from "../random.ts"
import { type Model, pointAt } from "./model.ts"
import { deviance, type Fitting, type LatticeIndex, newFitting } from "./reml.ts"
import { fitAndScan, newScanRoom, notTold } from "./set-aside.ts"
import type { ScanTree } from "./tree.ts"
import type { ResidualPool, ScanOptions } from "./types.ts"

/** Ratios that healthy replicates may be made with: 0 to .6 in steps of .03. */
const coarse = { step: 3, size: 21 }

/** How often progress is told and the signal heard, in replicates. */
const stride = 10

/** What healthy replicates are made from. */
export interface Null {
  /** Fit of the data with nothing set aside; every replicate's search starts there. */
  natural: LatticeIndex
  residuals: ResidualPool | undefined
}

/**
 * Largest T by replicate (row) and level (column, from level 1) in organizations that are healthy but vary as this one
 * may: replicates `from` to before `to` of those that `seed` gives, the same however they are shared out.
 *
 * Each draws tau and omega from their likelihood given the data, all variation taken as natural (prior flat in both
 * standard deviations), then the effects, then the noise of people, and goes through the same fit as the data
 * (parametric bootstrap with uncertain variances; cf. Langford & Lewis 1998).
 */
export function nullMaxima(
  model: Model,
  y: Float64Array,
  { natural, residuals }: Null,
  { seed, onProgress, signal }: Pick<ScanOptions, "seed" | "onProgress" | "signal">,
  [from, to]: [number, number],
): Float64Array {
  const { tree, windows, sigma2 } = model
  const levels = tree.depth - 1
  const maxima = new Float64Array((to - from) * levels).fill(notTold)
  const ratios = likelihood(model, newFitting(model, y))
  const seeds = seeded(seed)
  for (let skipped = 0; skipped < from; skipped++) seeds()

  const drawn = new Float64Array(tree.size)
  const effects = new Float64Array(tree.size)
  const fitting = newFitting(model, drawn)
  const room = newScanRoom(model)
  for (let r = from; r < to; r++) {
    if (r % stride === 0) {
      if (signal?.aborted) throw signal.reason ?? new Error("The scan was cancelled.")
      onProgress?.(r - from)
    }
    const random = seeded(Math.floor(seeds() * 2 ** 32))
    const normal = normalFrom(random)
    const { a, b } = drawRatios(ratios, random())
    drawMeans(tree, { a, b, sigma2 }, residuals, { random, normal }, effects, drawn)
    fitAndScan(model, fitting, natural, room)
    const row = (r - from) * levels - 1
    for (let w = 0; w < windows.count; w++) {
      const at = row + (windows.layer[w] as number)
      if ((room.T[w] as number) > (maxima[at] as number)) maxima[at] = room.T[w] as number
    }
  }
  onProgress?.(to - from)
  return maxima
}

/**
 * Means of atoms as the model makes them: inherited effects, each atom's own, and the noise of its people, Gaussian or
 * as the mean of draws from the residuals of their level. `a` = tau/sigma, `b` = omega/sigma.
 */
export function drawMeans(
  tree: ScanTree,
  { a, b, sigma2 }: { a: number; b: number; sigma2: number },
  residuals: ResidualPool | undefined,
  { random, normal }: { random: () => number; normal: () => number },
  effects: Float64Array,
  means: Float64Array,
) {
  const sigma = Math.sqrt(sigma2)
  for (let m = 0; m < tree.size; m++) {
    if (m > 0) {
      const spread = a * sigma * Math.sqrt(tree.inherited[m] as number)
      effects[m] = (effects[tree.parent[m] as number] as number) + spread * normal()
    }
    const n = tree.n[m] as number
    if (n === 0) continue
    const own = b * sigma * Math.sqrt(tree.own[m] as number) * normal()
    const noise =
      residuals === undefined
        ? (sigma / Math.sqrt(n)) * normal()
        : meanOfDraws(residuals, tree.level[m] as number, n, random)
    means[m] = (effects[m] as number) + own + noise
  }
}

/** Cumulative probability of each pair of the coarse lattice. */
function likelihood(model: Model, fitting: Fitting): Float64Array {
  const deviances = Float64Array.from({ length: coarse.size ** 2 }, (_, at) => {
    const { a, b } = coarseRatios(at)
    return deviance(model, pointAt(model, a, b), fitting)
  })
  const least = deviances.reduce((x, y) => Math.min(x, y))
  let total = 0
  return deviances.map((value) => {
    total += Math.exp((least - value) / 2)
    return total
  })
}

function drawRatios(cumulative: Float64Array, uniform: number) {
  const target = uniform * (cumulative.at(-1) as number)
  return coarseRatios(cumulative.findIndex((total) => total > target))
}

function coarseRatios(at: number) {
  const step = coarse.step / 100
  return { a: Math.floor(at / coarse.size) * step, b: (at % coarse.size) * step }
}

function meanOfDraws({ values, offsets }: ResidualPool, level: number, n: number, random: () => number) {
  const start = offsets[level] as number
  const size = (offsets[level + 1] as number) - start
  let sum = 0
  for (let person = 0; person < n; person++) sum += values[start + Math.floor(random() * size)] as number
  return sum / n
}
