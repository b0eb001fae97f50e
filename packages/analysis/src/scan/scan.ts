import { normalProbability } from "../stats/normal.ts"
import { nullMaxima as maximaOf } from "./bootstrap.ts"
import { gapInPoints } from "./gap.ts"
import { isAlarm, minP, type Significance } from "./min-p.ts"
import { latticePoint, type Model, newModel } from "./model.ts"
import { estimates, prepare, ratios, start } from "./model-at.ts"
import { type LatticeIndex, newFitting } from "./reml.ts"
import { fitAndScan, newScanRoom, notTold, type ScanRoom } from "./set-aside.ts"
import { shrunkShift } from "./shrunk.ts"
import { arranged } from "./tree.ts"
import type { Break, ScanInput, ScanOptions, ScanResult } from "./types.ts"

const fewestAtoms = 30
const mostBreaks = 10
/** The shift, in standard deviations of people within a level, that a scan should be able to see. */
const worthSeeing = 0.5

/**
 * Where the message breaks off: the windows whose mean lies lower than natural differences between managers explain,
 * with family-wise error. Fit and set aside (set-aside.ts), compare with healthy replicates (bootstrap.ts, min-p.ts),
 * take the window with the smallest p, give it a mean of its own and look again until nothing is left.
 */
export function scanTree(input: ScanInput, options: ScanOptions): ScanResult {
  const { model, y } = prepare(input)
  const { tree, windows } = model
  const room = newScanRoom(model)
  const fitting = newFitting(model, y, { thorough: true })
  const { natural, fitted } = fitAndScan(model, fitting, start, room)
  const result: ScanResult = {
    ...{ seed: options.seed, replicates: options.replicates, atoms: countAtoms(model), tested: false },
    ...{ natural: ratios(natural), fitted: ratios(fitted), setAside: [...fitting.setAside] },
    windows: estimates(model, latticePoint(model, fitted.i, fitted.j), room).map((estimate) => ({
      ...estimate,
      ...{ pLayer: undefined, pFamily: undefined, power: undefined, detectable: undefined },
    })),
    breaks: [],
  }
  if (!isTestable(input, model)) return result

  const known = { natural, residuals: input.residuals }
  const maxima = options.maxima ?? maximaOf(model, y, known, options, [0, options.replicates])
  const significance = minP(tree, windows, room.T, maxima, input.sharing)
  result.tested = true
  const deviation = input.deviation ?? 1
  for (const [w, window] of result.windows.entries()) {
    if (window.se === undefined) continue
    window.pLayer = significance.pLayer[w]
    window.pFamily = significance.pFamily[w]
    const needed = significance.needed[(windows.layer[w] as number) - 1] as number
    window.power = 0
    if (!Number.isFinite(needed)) continue
    window.power = normalProbability((worthSeeing * deviation) / window.se - needed)
    window.detectable = (needed * window.se) / deviation
  }
  result.breaks = stepDown(input, { model, y, maxima, natural, fitted, room, significance })
  return result
}

/**
 * Replicates `from` to before `to` of the null distribution that `scanTree` compares with, one row of levels each. Rows
 * of all workers put in order are its `maxima`. Empty where nothing can be tested.
 */
export function nullMaxima(
  input: ScanInput,
  {
    from,
    to,
    ...options
  }: Pick<ScanOptions, "seed" | "onProgress" | "signal"> & { from: number; to: number },
): Float64Array {
  const { model, y } = prepare(input)
  if (!isTestable(input, model)) return new Float64Array()
  const { natural } = fitAndScan(model, newFitting(model, y, { thorough: true }), start, newScanRoom(model))
  return maximaOf(model, y, { natural, residuals: input.residuals }, options, [from, to])
}

function isTestable(input: ScanInput, model: Model): boolean {
  return countAtoms(model) >= (input.fewestAtoms ?? fewestAtoms) && model.windows.count > 0
}

function countAtoms({ tree }: Model): number {
  return tree.n.reduce((count, n) => count + (n > 0 ? 1 : 0), 0)
}

interface Step {
  model: Model
  y: Float64Array
  maxima: Float64Array
  natural: LatticeIndex
  fitted: LatticeIndex
  room: ScanRoom
  significance: Significance
}

function stepDown(input: ScanInput, first: Step): Break[] {
  const breaks: Break[] = []
  let step = first
  while (breaks.length < mostBreaks) {
    const window = mostSignificant(step)
    if (window === undefined) break
    breaks.push(breakAt(input, step, window))
    const { tree, windows, sigma2, found } = step.model
    const model = newModel(tree, windows, sigma2, [...found, window])
    const room = newScanRoom(model)
    const fits = fitAndScan(model, newFitting(model, step.y, { thorough: true }), first.fitted, room)
    step = { ...step, model, room, ...fits, significance: minP(tree, windows, room.T, step.maxima) }
  }
  return breaks
}

/** The window with the smallest p, and of those the largest T, if it raises an alarm. */
function mostSignificant({ significance: { pLayer, pFamily }, room: { T } }: Step): number | undefined {
  let best: number | undefined
  for (let w = 0; w < T.length; w++) {
    if (!isAlarm(pFamily[w] as number) || T[w] === notTold) continue
    const ahead =
      best === undefined
        ? -1
        : (pLayer[w] as number) - (pLayer[best] as number) || (T[best] as number) - (T[w] as number)
    if (ahead < 0) best = w
  }
  return best
}

function breakAt(input: ScanInput, step: Step, window: number): Break {
  const { model, y, natural, fitted, room, significance } = step
  const [estimate] = estimates(model, latticePoint(model, fitted.i, fitted.j), room, window)
  const T = room.T[window] as number
  const omega2 = ratios(natural).b ** 2 * model.sigma2
  return {
    ...{ window, T, delta: estimate?.delta as number, se: estimate?.se as number },
    pLayer: significance.pLayer[window] as number,
    pFamily: significance.pFamily[window] as number,
    shrunk: shrunkShift(model, latticePoint(model, natural.i, natural.j), omega2, y, window),
    gap: input.points && gapInPoints(model, arranged(model.tree, input.points), window),
    boundarySet: boundarySet(room.T, T),
  }
}

/**
 * All windows whose likelihood, the variances taken as known, is within 3.84 (the 95th percentile of chi-squared on one
 * degree of freedom) of the window's: a 95% set for where the break lies. Largest T and smallest p can differ, so the
 * reported window is the one compared with, and always belongs.
 */
function boundarySet(T: Float64Array, reported: number): number[] {
  const least = Math.sqrt(Math.max(0, reported ** 2 - 3.84))
  return [...T.keys()].filter((w) => (T[w] as number) > 0 && (T[w] as number) >= least)
}
