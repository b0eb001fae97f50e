import { cholesky, choleskySolve } from "./cholesky.ts"
import {
  latticePoint,
  latticeSize,
  type Model,
  newProjected,
  type Point,
  type Projected,
  project,
  score,
  windowsAt,
} from "./model.ts"
import { members } from "./windows.ts"

/** At most so many windows are set aside at a time. */
export const mostSetAside = 2

/** Indices into the lattice: tau/sigma and omega/sigma in steps of .01. */
export interface LatticeIndex {
  i: number
  j: number
}

/**
 * How far around the compass search's optimum the data's own fit looks for a better one, in lattice steps: the
 * likelihood can run along a slanted ridge, on which the compass stops early. Replicates do without.
 */
const reach = 6

/** One data vector and the windows set aside with it, with the memory that its fit uses. */
export interface Fitting {
  y: Float64Array
  /** Also look around the compass search's optimum. */
  thorough: boolean
  /** Windows with a mean of their own for now: q of them. */
  setAside: number[]
  data: Projected
  /** V⁻¹ of the windows set aside. */
  aside: Projected[]
  members: Float64Array[]
  /** x'Px among them (Cholesky factor), x'Py of each, and the one solved by the other. */
  gram: Float64Array
  scores: Float64Array
  shifts: Float64Array
  seen: Float64Array
}

export function newFitting(model: Model, y: Float64Array, { thorough = false } = {}): Fitting {
  const each = <T>(make: () => T) => Array.from({ length: mostSetAside }, make)
  return {
    ...{ y, thorough, setAside: [], data: newProjected(model) },
    aside: each(() => newProjected(model)),
    members: each(() => new Float64Array(model.tree.size)),
    gram: new Float64Array(mostSetAside ** 2),
    scores: new Float64Array(mostSetAside),
    shifts: new Float64Array(mostSetAside),
    seen: new Float64Array(latticeSize ** 2),
  }
}

export function setAside(model: Model, fitting: Fitting, window: number) {
  members(model.tree, model.windows, window, fitting.members[fitting.setAside.length] as Float64Array)
  fitting.setAside.push(window)
}

/**
 * -2 log restricted likelihood of the means, without its constant (Patterson & Thompson 1971, Biometrika 58), with the
 * windows set aside as further fixed effects: log|V| + log|C| + y'Py, and by bordering + log|G| - u'G⁻¹u with
 * G = x'Px, u = x'Py. Infinite where a fixed effect follows from the others. Leaves projections and shifts in `fitting`.
 */
export function deviance(model: Model, point: Point, fitting: Fitting): number {
  if (point.logDeterminant === undefined) return Number.POSITIVE_INFINITY
  const { data, setAside, aside, gram, scores, shifts } = fitting
  project(model, point, fitting.y, data)
  const value = point.logDeterminant + data.form
  const q = setAside.length
  if (q === 0) return value
  const { forms } = windowsAt(model, point)
  for (const [at, w] of setAside.entries()) {
    scores[at] = score(model, point, data, w)
    gram[at * q + at] = forms[w] as number
    for (let other = 0; other < at; other++) {
      const projected = aside[other] as Projected
      project(model, point, fitting.members[other] as Float64Array, projected)
      gram[at * q + other] = score(model, point, projected, w)
    }
  }
  const log = cholesky(gram, q)
  if (log === undefined) return Number.POSITIVE_INFINITY
  shifts.set(scores)
  choleskySolve(gram, q, shifts)
  let explained = 0
  for (let at = 0; at < q; at++) explained += (scores[at] as number) * (shifts[at] as number)
  return value + log - explained
}

/**
 * Restricted maximum likelihood on the lattice by compass search: steps of .03, then of .01, along tau up, tau down,
 * omega up, omega down, every decrease taken at once, ratios from 0 to 1.
 */
export function fitVariances(model: Model, fitting: Fitting, start: LatticeIndex): LatticeIndex {
  const { seen } = fitting
  seen.fill(Number.NaN)
  const at = (i: number, j: number) => {
    const key = i * latticeSize + j
    if (Number.isNaN(seen[key])) seen[key] = deviance(model, latticePoint(model, i, j), fitting)
    return seen[key] as number
  }
  let { i, j } = start
  let least = at(i, j)
  const take = (nextI: number, nextJ: number) => {
    const value = at(inside(nextI), inside(nextJ))
    if (value >= least - 1e-9) return false
    ;[i, j, least] = [inside(nextI), inside(nextJ), value]
    return true
  }
  for (const length of [3, 1]) {
    for (let moved = true; moved; ) {
      moved = false
      for (const [right, up] of directions) {
        if (take(i + right * length, j + up * length)) moved = true
      }
    }
  }
  for (let moved = fitting.thorough; moved; ) {
    moved = false
    const around = { i, j }
    for (let right = -reach; right <= reach; right++) {
      for (let up = -reach; up <= reach; up++) {
        if (take(around.i + right, around.j + up)) moved = true
      }
    }
  }
  return { i, j }
}

const directions = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

function inside(index: number): number {
  return Math.min(latticeSize - 1, Math.max(0, index))
}
