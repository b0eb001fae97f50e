import { choleskySolve } from "./cholesky.ts"
import { type Model, newModel, type Point, pointAt, windowsAt } from "./model.ts"
import { deviance, fitVariances, type LatticeIndex, newFitting } from "./reml.ts"
import { newScanRoom, type ScanRoom, scan } from "./set-aside.ts"
import { arrange, arranged, type ScanTree } from "./tree.ts"
import type { ModelAt, ScanInput, VarianceRatios, WindowEstimate } from "./types.ts"
import { listWindows } from "./windows.ts"

/** Where every search for the variances starts. */
export const start: LatticeIndex = { i: 12, j: 12 }

/** The model of an input and its means, less those of their levels. */
export function prepare(input: ScanInput) {
  const tree = arrange(input)
  const y = arranged(tree, input.mean)
  const centres = centre(tree, y)
  return { model: newModel(tree, listWindows(tree, input), input.variance), y, centres }
}

/** Takes the mean of its level off every atom, which changes nothing but rounding, and returns those means. */
function centre(tree: ScanTree, y: Float64Array): Float64Array {
  const centres = new Float64Array(tree.depth)
  for (const l of tree.used) {
    let people = 0
    let sum = 0
    for (let m = tree.starts[l] as number; m < (tree.starts[l + 1] as number); m++) {
      people += tree.n[m] as number
      sum += (tree.n[m] as number) * (y[m] as number)
    }
    centres[l] = sum / people
    for (let m = tree.starts[l] as number; m < (tree.starts[l + 1] as number); m++) {
      if ((tree.n[m] as number) > 0) y[m] = (y[m] as number) - sum / people
    }
  }
  return centres
}

/** The model under given variance ratios. */
export function modelAt(input: ScanInput, { a, b }: VarianceRatios): ModelAt {
  const { model, y, centres } = prepare(input)
  const point = pointAt(model, a, b)
  const fitting = newFitting(model, y)
  const room = newScanRoom(model)
  const reml = deviance(model, point, fitting)
  const { used } = model.tree
  const means = [...fitting.data.coefficients].map((mean, k) => mean + (centres[used[k] as number] as number))
  const covariance = covarianceAt(model, point)
  scan(model, point, fitting, room)
  return { reml, levels: used, means, covariance, windows: estimates(model, point, room) }
}

/** tau/sigma and omega/sigma by restricted maximum likelihood, all variation taken as natural. */
export function naturalRatios(input: ScanInput): VarianceRatios {
  const { model, y } = prepare(input)
  return ratios(fitVariances(model, newFitting(model, y, { thorough: true }), start))
}

/** What `room` holds after a scan at the point, of every window or of one. */
export function estimates(model: Model, point: Point, room: ScanRoom, only?: number): WindowEstimate[] {
  const { forms } = windowsAt(model, point)
  const wanted = only === undefined ? [...model.windows.list.keys()] : [only]
  return wanted.map((w) => {
    const window = model.windows.list[w] as WindowEstimate
    const form = forms[w] as number
    if (!(form > 0)) return { ...window, T: undefined, delta: undefined, se: undefined }
    const se = 1 / Math.sqrt(form)
    const T = room.T[w] as number
    return { ...window, T, delta: -T * se, se }
  })
}

export function ratios({ i, j }: LatticeIndex): VarianceRatios {
  return { a: i / 100, b: j / 100 }
}

/** C⁻¹, the covariance of the fixed effects. */
function covarianceAt({ columns }: Model, { gram }: Point): number[][] {
  return Array.from({ length: columns }, (_, k) => {
    const unit = new Float64Array(columns)
    unit[k] = 1
    choleskySolve(gram, columns, unit)
    return [...unit]
  })
}
