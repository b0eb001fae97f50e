import { choleskySolve } from "./cholesky.ts"
import { latticePoint, type Model, type Point, type Projected, project, scores, windowsAt } from "./model.ts"
import { deviance, type Fitting, fitVariances, type LatticeIndex, mostSetAside, setAside } from "./reml.ts"

/** T where a window cannot be told from the fixed effects: below every real one. */
export const notTold = -99

/** A window is set aside only if it lies at least this many standard errors below. */
const conspicuous = 2

export interface Fits {
  /** With no window set aside: what the variation is if it is all natural. */
  natural: LatticeIndex
  /** With the conspicuous windows set aside. */
  fitted: LatticeIndex
}

export interface ScanRoom {
  T: Float64Array
  numerators: Float64Array
  cross: Float64Array[]
}

export function newScanRoom(model: Model): ScanRoom {
  const vector = () => new Float64Array(model.windows.count)
  return { T: vector(), numerators: vector(), cross: Array.from({ length: mostSetAside }, vector) }
}

/**
 * Fits the variances, up to twice sets the lowest window aside and fits them again, and leaves in `room.T` the T of
 * every window (beside the model's fixed effects only) under the last fit. Without setting aside, a broken unit would
 * swell the natural variation it is judged against.
 */
export function fitAndScan(model: Model, fitting: Fitting, start: LatticeIndex, room: ScanRoom): Fits {
  fitting.setAside.length = 0
  const natural = fitVariances(model, fitting, start)
  let fitted = natural
  while (fitting.setAside.length < mostSetAside) {
    scanBeside(model, latticePoint(model, fitted.i, fitted.j), fitting, room)
    const lowest = largest(room.T)
    if (lowest === undefined || (room.T[lowest] as number) < conspicuous) break
    setAside(model, fitting, lowest)
    fitted = fitVariances(model, fitting, fitted)
  }
  scan(model, latticePoint(model, fitted.i, fitted.j), fitting, room)
  return { natural, fitted }
}

/**
 * T = -x'Py / sqrt(x'Px) of every window: the generalized-least-squares shift over its standard error, positive when
 * the window lies low.
 */
export function scan(model: Model, point: Point, fitting: Fitting, room: ScanRoom) {
  const { forms } = windowsAt(model, point)
  project(model, point, fitting.y, fitting.data)
  scores(model, point, fitting.data, room.numerators)
  for (let w = 0; w < model.windows.count; w++) {
    const form = forms[w] as number
    room.T[w] = form > 0 ? -(room.numerators[w] as number) / Math.sqrt(form) : notTold
  }
}

/** The same with the windows set aside as fixed effects too: numerators and forms lose what those explain. */
export function scanBeside(model: Model, point: Point, fitting: Fitting, room: ScanRoom) {
  scan(model, point, fitting, room)
  const q = fitting.setAside.length
  if (q === 0) return
  const { forms } = windowsAt(model, point)
  deviance(model, point, fitting)
  for (let at = 0; at < q; at++) {
    const projected = fitting.aside[at] as Projected
    project(model, point, fitting.members[at] as Float64Array, projected)
    scores(model, point, projected, room.cross[at] as Float64Array)
  }
  const explained = new Float64Array(q)
  for (let w = 0; w < model.windows.count; w++) {
    const whole = forms[w] as number
    let numerator = room.numerators[w] as number
    for (let at = 0; at < q; at++) {
      explained[at] = (room.cross[at] as Float64Array)[w] as number
      numerator -= (explained[at] as number) * (fitting.shifts[at] as number)
    }
    choleskySolve(fitting.gram, q, explained)
    let form = whole
    for (let at = 0; at < q; at++) {
      form -= ((room.cross[at] as Float64Array)[w] as number) * (explained[at] as number)
    }
    room.T[w] = whole > 0 && form > 1e-3 * whole ? -numerator / Math.sqrt(form) : notTold
  }
}

function largest(values: Float64Array): number | undefined {
  let best: number | undefined
  for (let w = 0; w < values.length; w++) {
    if (best === undefined || (values[w] as number) > (values[best] as number)) best = w
  }
  return best
}
